import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType, UnderlineType } from 'docx';
import { FONTS, type Look, TWIPS_PER_PT } from './look.js';

/** Every style of our own by its id in the file; the names that Word shows stand in `docs/word.md`. Headings are Word's own. */
export const STYLES = {
  body: 'Normal',
  desk: 'DeskText',
  goal: 'ChapterGoal',
  exercise: 'ExerciseHead',
  panelTitle: 'PanelTitle',
  certificate: 'CertificateTitle',
  certificateLine: 'CertificateLine',
  tableText: 'TableText',
  tableHead: 'TableHead',
  tableCaption: 'TableCaption',
  caption: 'Caption',
  formula: 'FormulaLine',
  reason: 'StepReason',
  answerLine: 'AnswerLine',
  form: 'FormLine',
  listEntry: 'ListEntry',
  deskEntry: 'DeskListEntry',
  foot: 'PageFoot',
  footTop: 'PageFootTop',
  gap: 'TableGap',
  strong: 'StrongText',
  emphasis: 'EmphasisText',
  code: 'CodeText',
  blank: 'BlankText',
  filled: 'FilledBlank',
  label: 'LabelText',
  kind: 'ExerciseKind',
} as const;

/** Half points, as Word counts type. */
const half = (pt: number) => Math.round(pt * 2);

/** Spacing in pt; the pitch of lines is always by rule `auto`, as a fixed one would cut fractions. */
const spacing = (before: number, after: number, pitch = 1.15) => ({
  before: before * TWIPS_PER_PT,
  after: after * TWIPS_PER_PT,
  line: Math.round(240 * pitch),
  lineRule: LineRuleType.AUTO,
});

const BLACK = 'auto';
const rule = (size: number, space: number) => ({ style: BorderStyle.SINGLE, size, space, color: '000000' });

/** The styles of one document: change one in Word and the whole file follows. */
export function stylesOf(look: Look): IStylesOptions {
  return { default: defaults(look), paragraphStyles: paragraphStyles(look), characterStyles: characterStyles(look) };
}

function defaults({ type, edition }: Look): NonNullable<IStylesOptions['default']> {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONTS.head, bold: true, italics: false, size: half(size), color: BLACK },
    paragraph: { keepNext: true, keepLines: true, spacing: spacing(before, after, 1.1) },
  });
  const isRead = edition !== 'student';
  // Latin words and figures of a Chinese page are broken as English ones are: as Chinese, a figure would part anywhere.
  const language = { value: 'en-US', eastAsia: 'zh-CN' };
  return {
    document: {
      run: { font: FONTS.body, size: half(type.body), language },
      paragraph: { spacing: spacing(0, 6) },
    },
    heading1: heading(1.5 * type.body, 0, 6),
    heading2: heading(1.17 * type.body, isRead ? 10 : 14, isRead ? 4 : 6),
    heading3: heading(1.04 * type.body, isRead ? 8 : 10, isRead ? 3 : 4),
    heading4: heading(type.body, 8, 4),
    caption: {
      run: { size: half(type.table), italics: false, color: BLACK },
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(2, 10) },
    },
    hyperlink: { run: { color: BLACK, underline: { type: UnderlineType.SINGLE } } },
  };
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

function paragraphStyles({ type, writing, chinese }: Look): readonly ParagraphStyle[] {
  const style = (id: string, name: string, given: Omit<ParagraphStyle, 'id' | 'name'>): ParagraphStyle => ({
    id,
    name,
    basedOn: STYLES.body,
    quickFormat: true,
    ...given,
  });
  const small = half(type.table);
  return [
    style(STYLES.desk, 'Desk Text', { run: { size: half(type.desk) }, paragraph: { spacing: spacing(0, 3, 1.05) } }),
    style(STYLES.listEntry, 'List Entry', { paragraph: { contextualSpacing: true } }),
    style(STYLES.deskEntry, 'Desk List Entry', {
      basedOn: STYLES.desk,
      run: { size: half(type.desk) },
      paragraph: { contextualSpacing: true },
    }),
    style(STYLES.goal, 'Chapter Goal', {
      paragraph: { spacing: spacing(0, 10), border: { bottom: rule(8, 6) } },
    }),
    style(STYLES.exercise, 'Exercise Head', {
      basedOn: 'Heading3',
      next: STYLES.body,
      run: { size: half(type.body) },
      paragraph: { spacing: spacing(14, 6), border: { top: rule(6, 4) } },
    }),
    style(STYLES.panelTitle, 'Panel Title', {
      run: { font: FONTS.head, bold: true, size: small },
      paragraph: { keepNext: true, spacing: spacing(2, 4) },
    }),
    style(STYLES.certificate, 'Certificate Title', {
      run: { font: FONTS.head, bold: true, size: half(2.2 * type.body) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(48, 36) },
    }),
    style(STYLES.certificateLine, 'Certificate Line', {
      run: { size: half(1.2 * type.body) },
      paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(18, 18, 1.5) },
    }),
    style(STYLES.tableText, 'Table Text', { run: { size: small }, paragraph: { spacing: spacing(1, 1, chinese ? 1.1 : 1.05) } }),
    style(STYLES.tableHead, 'Table Head', { basedOn: STYLES.tableText, run: { bold: true, size: small }, paragraph: { keepNext: true } }),
    style(STYLES.tableCaption, 'Table Caption', {
      run: { bold: true, size: small },
      paragraph: { keepNext: true, spacing: spacing(6, 3) },
    }),
    style(STYLES.formula, 'Formula', { paragraph: { alignment: AlignmentType.CENTER, keepLines: true, spacing: spacing(4, 8) } }),
    style(STYLES.reason, 'Step Reason', { basedOn: STYLES.tableText, run: { size: small } }),
    // Lines to write on are as far apart as lines of handwriting.
    style(STYLES.answerLine, 'Answer Line', {
      paragraph: { spacing: spacing(Math.max(0, writing / TWIPS_PER_PT - 1.25 * type.body), 2) },
    }),
    style(STYLES.form, 'Name Line', { run: { size: small }, paragraph: { spacing: spacing(0, 14) } }),
    style(STYLES.foot, 'Page Foot', { run: { size: half(type.foot) }, paragraph: { spacing: spacing(0, 0, 1) } }),
    style(STYLES.footTop, 'Page Foot Top', {
      basedOn: STYLES.foot,
      run: { size: half(type.foot) },
      paragraph: { border: { top: rule(4, 4) } },
    }),
    style(STYLES.gap, 'Table Gap', { run: { size: 8 }, paragraph: { spacing: spacing(0, 0, 1) } }),
  ];
}

type CharacterStyle = NonNullable<IStylesOptions['characterStyles']>[number];

function characterStyles({ chinese, large }: Look): readonly CharacterStyle[] {
  const style = (id: string, name: string, run: CharacterStyle['run']): CharacterStyle => ({
    id,
    name,
    basedOn: 'DefaultParagraphFont',
    quickFormat: true,
    ...(run === undefined ? {} : { run }),
  });
  const written = { underline: { type: UnderlineType.SINGLE } };
  return [
    style(STYLES.strong, 'Strong Text', { bold: true }),
    // Neither Chinese nor large print has italics.
    style(STYLES.emphasis, 'Emphasis Text', chinese ? { font: FONTS.emphasis, bold: true } : large ? { bold: true } : { italics: true }),
    style(STYLES.code, 'Code Text', { font: FONTS.code }),
    style(STYLES.blank, 'Blank', {}),
    style(STYLES.filled, 'Filled Blank', { bold: true, ...written }),
    // White on black, which no photocopy loses.
    style(STYLES.label, 'Label', { bold: true, color: 'FFFFFF', shading: { type: 'clear', color: 'auto', fill: '000000' } }),
    style(STYLES.kind, 'Exercise Kind', { font: FONTS.body, bold: false }),
  ];
}
