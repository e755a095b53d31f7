// The handout that is measured.

/** Three pages with six exercises, each a paragraph, a display formula, a table of 4 by 6 and 4 answer lines; and a page of key. */
export function handout(student) {
  const figure = (place) => String(((student + 7) * 7919 + place * 104729) % 9973);
  const text = (value) => [{ kind: 'text', text: value }];
  const paragraph = (value) => ({ kind: 'paragraph', inlines: text(value) });
  const number = (value) => ({ kind: 'number', text: value });
  const operator = (value) => ({ kind: 'operator', text: value });
  const exercise = (index) => {
    const [a, b] = [figure(index), figure(index + 50)];
    const math = {
      kind: 'row',
      children: [{ kind: 'fraction', over: number(a), under: number(b) }, operator('='), { kind: 'blank', alt: '空 1' }],
    };
    const rows = Array.from({ length: 4 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => text(figure(index * 100 + row * 6 + column))),
    );
    const table = {
      caption: [],
      columns: rows[0].map(() => ({ align: 'end', width: 1 })),
      head: ['一', '二', '三', '四', '五', '六'].map(text),
      rows,
      rowHeads: true,
    };
    return {
      kind: 'exercise',
      exercise: {
        id: `e${index}`,
        number: index,
        level: 'standard',
        levelWord: '标准',
        marks: '2 分',
        kindWord: '计算',
        prompt: [
          paragraph(
            `商家让出 ${a} 元，其中 ${b} 元放进盈利池。顾客得到的积分按下单以前的单价折算。先看表，再算出比值，写出每一步，最后才舍入。`,
          ),
          { kind: 'formula', math, alt: `${a} 除以 ${b}` },
          { kind: 'table', table },
        ],
        response: [{ kind: 'lines', count: 4, alt: '横线 4 行' }],
        key: [],
      },
    };
  };
  const chapter = (number, title, blocks) => ({
    name: 'bench',
    number,
    title,
    goal: '',
    code: 'C00-AAAAA',
    plan: [],
    blocks,
    appendix: [],
  });
  const answers = Array.from({ length: 20 }, (_, index) =>
    paragraph(`练习 ${1 + (index % 6)}：${figure(index + 300)} 元，接受 ${figure(index + 400)} 到 ${figure(index + 500)}。`),
  );
  return {
    language: 'zh',
    tag: 'zh-Hans',
    spaced: false,
    edition: 'student',
    title: `练习 · 学生 ${student}`,
    subtitle: '',
    version: '1',
    licence: '',
    name: `s${student}`,
    chapters: [chapter(1, '单价', [1, 2, 3, 4, 5, 6].map(exercise)), chapter(0, '答案', answers)],
    words: new Map([
      ['name', '姓名'],
      ['class', '班级'],
      ['date', '日期'],
      ['page-of', '第 {page} 页，共 {pages} 页'],
      ['exercise-number', '练习 {number}'],
      ['chapter-number', '第 {number} 章'],
    ]),
    handout: { student: `学生 ${student}`, group: '', code: 'AAAAA', recipe: `bench · ${student}` },
  };
}
