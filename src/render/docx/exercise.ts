import { BorderStyle, Tab, TabStopType, TextRun } from 'docx';
import type { Block, ExerciseBlock } from '../../document/index.js';
import { inlinesWidth } from '../output/inline-width.js';
import { joinLines } from '../output/joined.js';
import { type Arranged, sideBySide } from '../output/side-by-side.js';
import { TWIPS_PER_PT } from './look.js';
import { type Draw, type FileBlock, held, type Place, phrase } from './place.js';
import { STYLES } from './styles.js';
import { fileText } from './text.js';
import { drawBench, drawBeside } from './writing-lines.js';
import { paragraphOf, textRun } from './written.js';

const LEVEL_DOTS = { basic: '●○○', standard: '●●○', challenge: '●●●' } as const satisfies Record<ExerciseBlock['level'], string>;

/** An exercise is kept on one page where that can hold it; the teacher's key below it may part. */
export function drawExercise(whole: ExerciseBlock, place: Place, draw: Draw): FileBlock[] {
  const { look } = place;
  const room = place.width / (look.type.body * TWIPS_PER_PT);
  const asked = look.edition === 'student' ? whole : { ...whole, response: withoutRoom(whole.response) };
  const exercise = joinLines(asked, room, look.chinese ? '' : ' ');
  const body: readonly Arranged[] = [...exercise.prompt, ...sideBySide(exercise.response, room)];
  const drawn = body.flatMap((part, index) => {
    const held = { ...place, stays: index < body.length - 1 || place.stays };
    if (part.kind === 'bench') return drawBench(part, held, draw);
    return part.kind === 'beside' ? drawBeside(part, held, draw) : draw([part], held);
  });
  return [
    exerciseHead(exercise, place, body.length > 0),
    ...drawn,
    ...draw(exercise.key, { ...place, style: STYLES.desk, typeSize: look.type.desk }),
  ];
}

/** Number and kind at the left; level and marks at the right edge. */
function exerciseHead({ number, kindWord, level, levelWord, marks }: ExerciseBlock, place: Place, stays: boolean): FileBlock {
  const plain = (text: string) => textRun({ text: fileText(text), style: STYLES.kind });
  const label = phrase(place, 'exercise-number', { number });
  const scored = place.look.edition === 'student' && marks !== '';
  const value = marks === '' ? '' : scored ? `\u00A0/ ${marks}` : `\u2003${marks}`;
  // A long kind of large print leaves no room beside it.
  const text = `${label}  ${kindWord}  ${LEVEL_DOTS[level]} ${levelWord}${scored ? SCORE_ROOM : ''}${value}`;
  const fits = inlinesWidth([{ kind: 'text', text }]) * 1.1 * place.look.type.body * TWIPS_PER_PT < place.width;
  return paragraphOf({
    style: STYLES.exercise,
    ...held(stays),
    tabStops: [{ type: TabStopType.RIGHT, position: place.width }],
    children: [
      textRun({ text: `\u00A0${fileText(label)}\u00A0`, style: STYLES.label }),
      plain(`\u2003${kindWord}`),
      fits ? new TextRun({ children: [new Tab()] }) : plain('\u2003'),
      ...(scored
        ? [plain(`${LEVEL_DOTS[level]} ${levelWord}\u2003`), scoreBox(), plain(value)]
        : [plain(`${LEVEL_DOTS[level]} ${levelWord}${value}`)]),
    ],
  });
}

/** Where a teacher writes the marks: wide spaces with a line around them. */
const SCORE_ROOM = '\u2003\u2003\u2003';
const scoreBox = (): TextRun =>
  new TextRun({ text: SCORE_ROOM, style: STYLES.kind, border: { style: BorderStyle.SINGLE, size: 6, space: 1 } });

/** What a student writes in is no use once it is answered. */
function withoutRoom(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }) => kind !== 'space' && kind !== 'lines');
}
