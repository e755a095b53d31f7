/** Every code with one sentence that says what should hold. `docs/diagnostics.md` is generated from here; each code has a folder in `test/errors`. */
export const CATALOGUE = {
  // Files and YAML
  'file-size': 'A file of a workbook is at most 2 MB.',
  'file-present': 'Every file that a workbook or chapter names exists and can be read.',
  'yaml-syntax': 'sums.yaml, workbook.yaml and the head of a words file are well-formed YAML.',
  'known-key': 'Every key is one that the chapter format knows.',
  'required-key': 'Every key that an entry needs is there.',
  'unique-key': 'A key occurs once in its mapping.',
  'value-shape': 'Every value has the shape that its key asks for.',
  'value-range': 'Every count and size is within the range that its key allows.',
  'name-shape': 'A name of a quantity is made of letters, digits and _; names of examples, claims and exercises may also have hyphens.',
  'unique-name': 'A name is defined once in its example.',
  'chapter-folder': 'A chapter is a folder named with its number and name, such as 07-pool-price.',

  // Formulas
  'formula-syntax': 'A formula is written in the grammar of the formula language.',
  'formula-depth': 'A formula is nested at most 200 levels deep.',
  'formula-length': 'A formula is at most 10,000 characters long.',
  'number-range': 'A number has at most 40 digits, is written without an exponent and lies between 10^-60 and 10^60.',
  'known-unit': 'Every unit is built in or listed under `units:` of its chapter.',
  'known-function': 'Every function is one of the formula language.',
  'known-name': 'Every name in a formula is defined in its example.',

  // Evaluation
  'acyclic-definitions': 'No quantity is defined by way of itself.',
  'units-balance': 'Quantities that are added or compared have the same unit.',
  'condition-or-number': 'A condition stands where a condition is asked for, and a number where a number is.',
  'pure-number': 'Exponents, row numbers and decimal places are whole numbers without a unit.',
  'no-division-by-zero': 'No formula divides by zero.',
  'result-range': 'Every result is a number that can be written with at most 60 digits before the decimal point.',
  'rounds-end': 'The rounds of an example end before their limit.',
  undecided: 'Every comparison and rounding can be decided by the digits or by exact fractions.',
  'row-exists': 'Every row that a formula asks for exists.',
  'column-order': 'A column uses only columns above it in its own row; others are read with `before.`.',
  'rounds-present': 'Columns and rows are asked for only in an example that has rounds.',

  // Audit
  'claim-has-quantity': 'Every claim says which quantity or statement of its example it is about.',
  'claim-matches-computation': 'A claim has the verdict that the author expects.',
  'known-reading': 'Every reading that is named is declared in its example.',
  'conversion-is-named': 'Every place that counts one unit as another is named by an assumption with `converts:`.',
  'conversion-exists': 'Every conversion that an assumption names occurs in its example.',
  'money-balances': 'What all parties receive and pay sums to zero.',

  'ledger-covered': 'Every entry of the ledger is judged by a claim or listed under `not-a-sum:`.',
  'ledger-known': 'Every ledger id that a chapter names is in the ledger.',
  'ledger-once': 'A ledger id is listed under `not-a-sum:` once.',

  // Exercises
  'known-example': 'Every example that is named is defined in its chapter.',
  'known-claim': 'Every claim that is named is declared in its example.',
  'exercise-possible': 'An exercise asks for something that its example holds.',
  'answer-is-figure': 'The answer of an exercise is a figure that can be worked out.',
  'distinct-options': 'The options of a choice differ from each other and from the answer beyond rounding.',
  'earlier-exercise': 'A recall names exercises of earlier chapters.',
  'known-misconception': 'Every misconception has a code from the list that the words share.',
  'variant-keeps-promise': 'In a variant no share or rate is above 100 %, and no more is taken than there is.',
  'variant-reads-well': 'A handout reads well with the numbers of every student.',
  'vary-leaves-variants': 'The values that an example varies over, with what must hold, leave at least one variant to draw.',
  'givens-stated': 'The prompt of an exercise, or of one before it, states every figure that varies and that its answers need.',

  // Class lists
  'roster-columns': 'A class list names its columns in its first line, id and name among them.',
  'roster-id': 'Every student has an id that occurs once and can name a file.',
  'roster-cell': 'Every cell of a class list is plain text of the kind that its column asks for.',
  'variants-suffice': 'No two students of a class list share the numbers of an exercise.',
  'answers-columns': 'A table of answers has a column for the id, and no column that is no answer of its set.',
  'answers-cell': 'Every answer in a spreadsheet is what was typed: no date and no number that was cut.',
  'answers-student': 'Every row of a table of answers is one student of its set, who has no other row with different answers.',

  // Words
  'language-parts': 'Every language of a chapter has the same parts in the same order.',
  'exercise-in-every-language': 'Every exercise of sums.yaml has its prompt in every language, and every prompt its exercise.',
  'exercise-order': 'Exercises stand in the words in the order of sums.yaml.',
  'directive-known': 'Every directive is one that the chapter format knows.',
  'directive-shape': 'A directive has the arguments that it needs and is closed by a line `:::`.',
  'name-in-words': 'Every quantity that a page shows has a name in every language.',
  'unit-in-words': 'Every unit that a page shows has a name in every language.',
  'claim-in-words': 'Every claim, reading, assumption and party that a page shows is worded in every language.',
  'words-known-name': 'The words name only what sums.yaml defines.',
  'figure-is-closed': 'A computed figure in the words opens with {{ and closes with }} in the same line.',
  'question-answered': 'Every question of a prompt or a box has a field, marking points or `::: answer` that answers it.',
  'verdicts-explained': 'A chapter that asks for verdicts explains them before, with `::: verdicts`.',
  'five-questions-complete': 'The five questions have five prompts and five model answers.',
  'rubric-marks': 'The marks of a rubric sum to the marks of its exercise.',
  'pairs-agree': 'The pairs of a matching exercise are as many as it says, and belong together alike in every language.',
  'banned-words': 'The words name no person, company or telephone number, and judge no intent.',
  'sentence-length': 'A sentence of the words is short.',
  'doubled-words': 'No word stands twice in a row.',
  'percent-has-base': 'A sentence with a percentage says of what it is taken.',
  'figure-has-unit': 'A figure in the words has its unit.',
  'markdown-known': 'The words use only the Markdown that both outputs can show.',
  'shared-words': 'The shared words of every language have the same entries.',
  'words-complete': 'The head of a words file has everything that a page needs.',
  'workbook-title': 'A workbook has a title in every language that is built.',

  // Pages
  'page-characters': 'Every character of the words is in one of the fonts.',
  'page-fits': 'Every word fits between the margins of its page.',
  'layout-compiles': 'The page templates compile.',
} as const satisfies Record<string, string>;

export type DiagnosticCode = keyof typeof CATALOGUE;
