import type { DeskLanguage } from '../words/words.js';

/** What a mistake says, and what to do next. */
export type MistakeWords = Readonly<Record<string, readonly [says: string, next: string]>>;

const AS_TEXT = 'Set the column to “text” in the spreadsheet and type the cell again.';
const AS_TEXT_ZH = '请在表格软件里把这一列设为“文本”格式，再重新输入。';
const HEAD = 'The first line names the columns: id, name and, if wanted, group, lang, size, number.';
const HEAD_ZH = '第一行写列名：学号、姓名；需要时再加班级、语言、字号、座号。';
const OTHER_NUMBERS = 'Choose another name for the set, add a column “number” with 1, 2, 3 …, or let students have the same numbers.';
const OTHER_NUMBERS_ZH = '请给这套练习换个名字，或在名单里加“座号”一列（1、2、3……），或勾选“允许不同学生的数据相同”。';

/** By the name of the sentence, or the code of a mistake that has none. */
export const MISTAKES: Readonly<Record<DeskLanguage, MistakeWords>> = {
  en: {
    'date-cell': ['The spreadsheet has made a date of this cell ({cell}).', AS_TEXT],
    'cut-number': ['The number has more digits than a spreadsheet keeps; the last ones are lost.', AS_TEXT],
    'formula-error': ['The formula of this cell has no result ({cell}).', 'Mend it, or type what belongs there.'],
    'no-id-column': ['The list has no column “id”.', HEAD],
    'no-name-column': ['The list has no column “name”.', HEAD],
    'no-id-name-column': ['The list has no columns “id” and “name”.', HEAD],
    'columns-apart': ['The columns “id” and “name” are not named in one line.', HEAD],
    'formula-cell': ['“{cell}” begins like a formula.', 'Type the text of the cell again.'],
    'hidden-character': ['This cell holds a character that does not show.', 'Type the text of the cell again.'],
    'id-twice': ['The id “{id}” stands twice.', 'Give every student an id of their own.'],
    'no-id': ['This student has no id.', 'Give every student an id, such as the number in the school register.'],
    'id-no-file': [
      'The id “{id}” cannot be the name of a file.',
      'Use letters, digits and - _ . only, at most {most}, with a letter or digit first.',
    ],
    'no-name': ['This student has no name.', 'Write the name as it should stand on the handout.'],
    'long-name': ['This name has {count} characters; a handout has room for {most}.', 'Shorten it.'],
    'no-number': ['“{cell}” is no number of a student.', 'Write a whole number with at most nine digits, or leave the column out.'],
    'unknown-word': ['“{cell}” is not one of these: {words}.', 'Leave the cell empty for the usual.'],
    'column-twice': ['The column “{column}” stands twice; neither was counted.', 'Leave one of them out.'],
    'unknown-student': ['No student of this set has the id “{id}”; the row was not counted.', 'Compare it with the class list.'],
    'unknown-student-near': ['No student of this set has the id “{id}”; the row was not counted.', 'Did you mean “{nearest}”?'],
    'other-code': [
      'The code “{code}” is not that of {id}, which is {own}; the row was not counted.',
      'The answers belong to another set, or to another student.',
    ],
    'same-rows': ['{id} has two rows with the same answers; they were counted once.', 'Leave one of them out.'],
    'different-rows': ['{id} has two rows with different answers; neither was counted.', 'Leave out the row that is not theirs.'],
    'answers-without-id': ['The answers have no column “id”.', 'Type them into the answers.csv of the set.'],
    'unknown-column': ['The column “{column}” is no answer of this set and was not counted.', 'The answers are {labels}.'],
    'few-variants': [
      '{students} students, and only {variants} sets of numbers for “{exercises}” in {chapter}.',
      'Let students have the same numbers, or leave the chapter out.',
    ],
    'same-numbers': ['Some students would have the same numbers in “{exercises}” of {chapter}: {alike}.', OTHER_NUMBERS],
    'page-characters': [
      'No font has the character {character}; its number stands in its place.',
      'Write it in other characters, or write it in by hand.',
    ],
    'page-fits': ['A word is wider than the page: “{text}”.', 'Look at it before you print or copy it, or write it in several words.'],
    'layout-compiles': ['A page could not be laid out.', 'Please report this, with the chapter and what was chosen.'],
    'vary-leaves-variants': ['For this student no numbers were found that fit the exercise.', 'Choose another name for the set.'],
  },
  zh: {
    'date-cell': ['表格软件把这一格变成了日期（{cell}）。', AS_TEXT_ZH],
    'cut-number': ['数字位数太多，表格软件已经丢掉了末几位。', AS_TEXT_ZH],
    'formula-error': ['这一格的公式没有结果（{cell}）。', '请改正公式，或直接填写内容。'],
    'no-id-column': ['名单里没有“学号”一列。', HEAD_ZH],
    'no-name-column': ['名单里没有“姓名”一列。', HEAD_ZH],
    'no-id-name-column': ['名单里找不到“学号”和“姓名”两列。', HEAD_ZH],
    'columns-apart': ['“学号”和“姓名”两个列名不在同一行。', HEAD_ZH],
    'formula-cell': ['“{cell}”的开头像公式。', '请重新输入这一格的文字。'],
    'hidden-character': ['这一格里有看不见的字符。', '请重新输入这一格的文字。'],
    'id-twice': ['学号“{id}”出现了两次。', '每名学生要有自己的学号。'],
    'no-id': ['这名学生没有学号。', '请给每名学生填上学号。'],
    'id-no-file': ['学号“{id}”不能用作文件名。', '只能用字母、数字和 - _ .，最多 {most} 个字符，并以字母或数字开头。'],
    'no-name': ['这名学生没有姓名。', '请填写要印在练习单上的姓名。'],
    'long-name': ['姓名有 {count} 个字符，练习单上最多排 {most} 个。', '请缩短。'],
    'no-number': ['“{cell}”不是座号。', '请填最多九位的整数，或删去这一列。'],
    'unknown-word': ['“{cell}”不在可填的范围内：{words}。', '留空就用默认值。'],
    'column-twice': ['“{column}”这一列出现了两次，都没有计入。', '请删去其中一列。'],
    'unknown-student': ['这份练习包里没有学号为“{id}”的学生，这一行没有计入。', '请与名单核对。'],
    'unknown-student-near': ['这份练习包里没有学号为“{id}”的学生，这一行没有计入。', '是不是“{nearest}”？'],
    'other-code': ['校验码“{code}”不是 {id} 的（应为 {own}），这一行没有计入。', '这些答案可能属于另一份练习包，或属于另一名学生。'],
    'same-rows': ['{id} 有两行相同的答案，只计一次。', '请删去其中一行。'],
    'different-rows': ['{id} 有两行不同的答案，都没有计入。', '请删去不属于这名学生的一行。'],
    'answers-without-id': ['答案表里没有“学号”一列。', '请把答案填进练习包里的 answers.csv。'],
    'unknown-column': ['“{column}”这一列不是这份练习包的答案，没有计入。', '这份练习包的答案有：{labels}。'],
    'few-variants': [
      '有 {students} 名学生，而 {chapter} 的“{exercises}”只有 {variants} 组不同的数据。',
      '请勾选“允许不同学生的数据相同”，或不选这一章。',
    ],
    'same-numbers': ['{chapter} 的“{exercises}”里，有学生抽到了相同的数据：{alike}。', OTHER_NUMBERS_ZH],
    'page-characters': ['没有字体含有字符 {character}，印出来的是它的编号。', '请换一种写法，或印好后手写补上。'],
    'page-fits': ['有一个词比页面还宽：“{text}”。', '打印或复印之前请先看一看，或拆成几个词。'],
    'layout-compiles': ['有一页排不出来。', '请连同章名和所选的内容一起反馈。'],
    'vary-leaves-variants': ['没有找到适合这名学生的数据。', '请给这套练习换个名字。'],
  },
};
