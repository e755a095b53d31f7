import type { Block, ExerciseSheet, Field, Inline, MathNode, WorkingStep } from '../../document/index.js';
import { letterOf, type NumericAnswer } from '../../exercises/index.js';
import { answersOf, choiceOptions, formsIn, guessBlank, numberBlank, openLines, optionId, type Unlabelled } from './answers.js';
import type { Blank, Content, Option, Piece } from './content.js';
import { type ContentMaker, contentsOf } from './contents.js';
import type { Item, Matching } from './item.js';
import { BLANK, linearMath } from './linear-math.js';
import { pieceOf } from './pieces.js';
import { plainPieces } from './plain.js';

type TableNode = Extract<Block, { readonly kind: 'table' }>['table'];
type Paragraph = Extract<Block, { readonly kind: 'paragraph' }>;

export type ItemBody = Pick<Item, 'stem' | 'blanks' | 'matching'>;

/** What an exercise says and where it asks: its facts, its prompt, and its response with a blank for each field. */
export function itemBody(sheet: ExerciseSheet): ItemBody {
  const places = createPlaces(sheet);
  const { prompt, response } = sheet.student;
  const stem = [...contentsOf(sheet.facts, places.maker), ...contentsOf(prompt, places.maker), ...places.response(response)];
  const matching = matchingOf(sheet, places.maker);
  return { stem, blanks: places.blanks, ...(matching === undefined ? {} : { matching }) };
}

/** Turns the fields of one exercise into blanks, in reading order. */
function createPlaces(sheet: ExerciseSheet) {
  const { exercise, marks, voice } = sheet;
  const blanks: Blank[] = [];
  const answers = answersOf(sheet);
  const forms = formsIn(exercise);
  const open: NumericAnswer[] = forms.flatMap((form) => (form.kind === 'complete' ? openLines(form) : []));
  const choices = forms.flatMap((form) => (form.kind === 'choose' ? [choiceOptions(form, voice)] : []));
  const guesses = forms.flatMap((form) => (form.kind === 'estimate' ? [guessBlank(form, voice)] : []));

  const place = (blank: Unlabelled, label: string): Piece => {
    blanks.push({ ...blank, label: label.trim() } as Blank);
    return { kind: 'blank', blank: blanks.length - 1 };
  };
  const choice = (id: string, options: readonly Option[], label: string) => place({ kind: 'choice', id, options }, label);

  const fieldPiece = (field: Field, label: string): Piece => {
    const mark = marks.get(field);
    if (typeof mark === 'boolean') {
      const words = [voice.say('fits'), voice.say('export-fits-not')];
      const options = words.map((text, index): Option => ({ id: optionId(index), text, right: mark === (index === 0) }));
      return choice(`${exercise.name}.box.${blanks.length + 1}`, options, label === '' ? field.alt : label);
    }
    const answer = mark === undefined ? undefined : answers.get(mark);
    if (answer !== undefined) return place(letterChoice(answer, sheet), label);
    // Of the fields that nothing grades on a page, a guess is one that has a range.
    const guess = mark === undefined && field.kind === 'blank' ? guesses.shift() : undefined;
    return guess === undefined ? { kind: 'text', text: BLANK } : place(guess, label);
  };

  const labelled = (label: string): ContentMaker['pieces'] => {
    return (inlines) => inlines.flatMap((inline) => pieceOf(inline, (field) => [fieldPiece(field, label)]));
  };

  const maker: ContentMaker = {
    pieces: (inlines) =>
      labelled(plainPieces(inlines.flatMap((inline) => pieceOf(inline, () => [{ kind: 'text', text: BLANK }]))))(inlines),
    step: (step) =>
      openStep(step, (label) => {
        const answer = open.shift();
        return answer === undefined ? { kind: 'text', text: BLANK } : place(numberBlank(answer, voice), label);
      }),
    table: (table) =>
      tableContent(table, { labelled, choice, marks, name: exercise.name, count: () => blanks.length, verdict: voice.say('verdict') }),
  };

  return {
    maker,
    blanks,
    /** Paragraphs that begin with tick boxes are the options of one choice. */
    response: (blocks: readonly Block[]): readonly Content[] =>
      runsOf(blocks).flatMap((run): readonly Content[] => {
        const [first] = run;
        if (first === undefined || !isOption(first)) return contentsOf(run, maker);
        const options = choices.shift() ?? run.filter(isOption).map((one, index) => optionOf(one, index, marks));
        choice(`${exercise.name}.choice`, options, '');
        return [{ kind: 'options', blank: blanks.length - 1 }];
      }),
  };
}

/** A letter of a partner is chosen among the letters that there are. */
function letterChoice(answer: Unlabelled, { exercise: { form } }: ExerciseSheet): Unlabelled {
  if (answer.kind !== 'text' || form.kind !== 'match') return answer;
  const [right] = answer.accepted;
  const options = form.order.map((_, index): Option => ({ id: optionId(index), text: letterOf(index), right: letterOf(index) === right }));
  return { kind: 'choice', id: answer.id, options };
}

function isOption(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && block.inlines[0]?.kind === 'box';
}

function optionOf({ inlines }: Paragraph, index: number, marks: ReadonlyMap<Field, boolean | string | undefined>): Option {
  const [box] = inlines;
  const text = plainPieces(inlines.slice(1).flatMap((inline) => pieceOf(inline, () => []))).trim();
  return { id: optionId(index), text, right: box?.kind === 'box' && marks.get(box) === true };
}

/** Neighbouring options together, and what stands between them. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isOption(last[0]) === isOption(block)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** A line of working whose result is left open ends in a blank; undefined where it is not. */
function openStep({ math }: WorkingStep, place: (label: string) => Piece): readonly Piece[] | undefined {
  if (math.kind !== 'row') return undefined;
  const [sign, result] = math.children.slice(-2);
  if (sign?.kind !== 'operator' || result?.kind !== 'blank') return undefined;
  const rest: MathNode = { kind: 'row', children: math.children.slice(0, -1) };
  const linear = `${linearMath(rest)} `;
  return [{ kind: 'math', linear, math: rest }, place(linear)];
}

interface TableSetting {
  labelled(label: string): ContentMaker['pieces'];
  choice(id: string, options: readonly Option[], label: string): Piece;
  readonly marks: ReadonlyMap<Field, boolean | string | undefined>;
  readonly name: string;
  count(): number;
  readonly verdict: string;
}

/** A table with its blanks. Where each row has one box to tick among several, they become one choice under one head. */
function tableContent(table: TableNode, setting: TableSetting): Content {
  const { head, rows } = table;
  const heads = head.map(plainInlines);
  const boxes = choiceColumns(table, setting.marks);
  if (boxes === undefined) {
    const isHeadless = heads.every((text) => text === '');
    const cells = rows.map((row) => row.map((cell, column) => setting.labelled(labelOf(row, heads[column], heads[0]))(cell)));
    return { kind: 'table', table: { head: isHeadless ? [] : head.map(setting.labelled('')), rows: cells } };
  }
  const before = (cells: readonly (readonly Inline[])[]) => cells.slice(0, boxes);
  return {
    kind: 'table',
    table: {
      head: [...before(head).map((cell) => setting.labelled('')(cell)), [{ kind: 'text', text: setting.verdict }]],
      rows: rows.map((row) => [
        ...before(row).map((cell, column) => setting.labelled(labelOf(row, heads[column], heads[0]))(cell)),
        [boxChoice(row.slice(boxes), labelOf(row, undefined, undefined), setting)],
      ]),
    },
  };
}

/** `order 3: price of one point (yuan/point)`: the head of the row, and of the column. */
function labelOf(row: readonly (readonly Inline[])[], head: string | undefined, firstHead: string | undefined): string {
  const [first = []] = row;
  const own = plainInlines(first);
  // A bare number of a row says nothing without the head of its column.
  const rowText = /^[\d\u2009]+$/.test(own) && firstHead !== undefined ? `${firstHead} ${own}` : own;
  return [rowText, head ?? ''].filter((text) => text !== '' && text !== BLANK).join(': ');
}

/** Where the columns of boxes begin, in a table of which each row has one right box in them; undefined in any other. */
function choiceColumns({ rows }: TableNode, marks: TableSetting['marks']): number | undefined {
  const [first] = rows;
  const from = first?.findIndex((cell) => cell[0]?.kind === 'box') ?? -1;
  if (from < 0) return undefined;
  const isChoice = rows.every((row) => {
    const boxes = row.slice(from).map(([box]) => box);
    return (
      boxes.length > 1 && boxes.every((box) => box?.kind === 'box') && boxes.filter((box) => marks.get(box as Field) === true).length === 1
    );
  });
  return isChoice ? from : undefined;
}

function boxChoice(cells: readonly (readonly Inline[])[], label: string, { choice, marks, name, count }: TableSetting): Piece {
  const options = cells.map(([box], index): Option => {
    const field = box as Extract<Field, { readonly kind: 'box' }>;
    return { id: optionId(index), text: field.alt, right: marks.get(field) === true };
  });
  return choice(`${name}.word.${count() + 1}`, options, label);
}

function plainInlines(inlines: readonly Inline[]): string {
  return plainPieces(inlines.flatMap((inline) => pieceOf(inline, () => [{ kind: 'text', text: BLANK }])));
}

/** The texts to be paired, without the numbers and letters before them. */
function matchingOf({ exercise: { form }, student }: ExerciseSheet, maker: ContentMaker): Matching | undefined {
  const table = student.response.find((block) => block.kind === 'table');
  if (form.kind !== 'match' || table?.kind !== 'table') return undefined;
  const words = (cell: readonly Inline[] = []) => maker.pieces(cell.slice(1));
  const rows = table.table.rows;
  return {
    left: form.letters.map((partner, index) => ({ text: words(rows[index]?.[0]), partner })),
    right: form.order.map((_, index) => words(rows[index]?.[2])),
  };
}
