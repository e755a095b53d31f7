import type { Claim, Verdict } from '../../../chapter/index.js';
import { rowsHead, unitInShort } from '../../../document/index.js';
import { NotOnSheet, printFormula } from '../../../formula/index.js';
import { isDate } from '../../../number/index.js';
import { address, fixedAddress } from '../file/address.js';
import type { Content } from '../file/book.js';
import { text } from '../file/sheet-builder.js';
import { tableRange } from '../live/places.js';
import { LOOKS } from '../words/looks.js';
import { COLUMN, cell, emptyRow, type SumsSheet, sectionHead } from './layout.js';
import {
  cellValue,
  chosen,
  fixedReport,
  liveContent,
  livePlaces,
  quotedText,
  roundedValue,
  type Setting,
  seenDate,
  shownAs,
} from './setting.js';

type FigureClaim = Claim & { readonly content: { readonly kind: 'figure' } };

const [PRINTED, UNIT, COMPUTED, DIFFERENCE, VERDICT] = [1, 2, 3, 4, 5] as const;
const VERDICT_SPAN = 3;
/** Figures that differ by less than a hundred-millionth of a hundredth are one: spreadsheets compute in binary. */
const SAME = '1E-10';

/** What the document prints beside what comes out, each with a verdict that a formula finds. */
export function addClaims(sheet: SumsSheet, setting: Setting): void {
  const { voice } = setting;
  const { claims } = sheet.place.example.example;
  if (claims.length === 0) return;
  const heads = [
    [PRINTED, voice.say('printed')],
    [UNIT, voice.say('sheet-unit')],
    [COMPUTED, voice.say('computed')],
    [DIFFERENCE, voice.say('sheet-difference')],
    [VERDICT, voice.say('verdict'), VERDICT_SPAN],
  ] as const;
  sheet.builder.add(sectionHead(voice.say('sheet-claims'), heads, voice.say('sheet-digits')));
  for (const claim of claims) {
    if (isFigure(claim)) addFigure(claim, sheet, setting);
    else addStatement(claim, sheet, setting);
  }
  emptyRow(sheet.builder);
}

function isFigure(claim: Claim): claim is FigureClaim {
  return claim.content.kind === 'figure';
}

function addFigure(claim: FigureClaim, sheet: SumsSheet, setting: Setting): void {
  const { voice, looks } = setting;
  const { place, builder } = sheet;
  const owner = place.example.example.name;
  const { content } = claim;
  const row = builder.next;
  const percent = /[%％]$/.test(content.text);
  const value = chosen(place, setting).valueOf(content.of);
  const found = typeof value === 'object' ? (percent ? value.amount.times(100) : value.amount) : undefined;
  const computed = setting.open.holds(content.of, owner) ? undefined : found;
  const printed = percent ? content.printed.amount.times(100) : content.printed.amount;
  const printedPlaces = content.places - (percent ? 2 : 0);
  const places = Math.max(printedPlaces, livePlaces(found, percent ? undefined : content.printed.unit), 0);
  const digits = liveContent(
    () => (percent ? `(${setting.live.outside(content.of, owner)})*100` : setting.live.outside(content.of, owner)),
    computed?.toNumber(),
    fixedReport(`${owner}.${claim.name}`, setting),
  );
  // A date stands as a text, so formulas name its number.
  const date = isDate(content.printed.unit) ? seenDate(printed) : undefined;
  const [seen, all] = [date === undefined ? fixedAddress(PRINTED, row) : printed.toFixed(), fixedAddress(COLUMN.digits, row)];
  const open = voice.say('sheet-open');
  const figure = (formula: string, found: string | number | undefined): Content => ({
    kind: 'formula',
    formula: `IFERROR(${formula},${quotedText(open)})`,
    value: found ?? open,
  });
  const shown = shownAs(content.printed.unit, places);
  builder.add([
    cell(COLUMN.name, LOOKS.label, voice.claimText(owner, claim.name)),
    {
      column: PRINTED,
      style: looks.figure(Math.max(0, printedPlaces)),
      content: date === undefined ? { kind: 'number', value: printed.toNumber() } : { kind: 'text', text: date },
    },
    cell(UNIT, LOOKS.center, percent ? '%' : unitInShort(content.printed.unit, undefined, voice)),
    ...(isAsked(claim, sheet, setting)
      ? [COMPUTED, DIFFERENCE].map((column) => ({ column, style: looks.open }))
      : [
          {
            column: COMPUTED,
            style: looks.figure(),
            content: figure(shown.formula(all), computed && shown.value(computed)),
          },
          {
            column: DIFFERENCE,
            style: looks.figure(),
            content: figure(
              `ROUND(${all}-${seen},${places})`,
              computed === undefined ? undefined : roundedValue(computed.minus(printed), places),
            ),
          },
        ]),
    ...(isAsked(claim, sheet, setting)
      ? [{ column: VERDICT, span: VERDICT_SPAN, style: LOOKS.words }]
      : [
          {
            column: VERDICT,
            span: VERDICT_SPAN,
            style: LOOKS.verdict,
            content: figureVerdict(claim, [seen, all], printedPlaces, sheet, setting),
          },
        ]),
    ...(isAsked(claim, sheet, setting) ? [] : [{ column: COLUMN.digits, style: LOOKS.digits, content: digits }]),
  ]);
  if (!isAsked(claim, sheet, setting)) addHighlights(row, sheet, setting);
}

function figureVerdict(
  { name, content }: FigureClaim,
  [seen, all]: readonly [string, string],
  places: number,
  sheet: SumsSheet,
  setting: Setting,
): Content {
  const word = (verdict: Verdict) => quotedText(setting.voice.say(`verdict-${verdict}`));
  const about =
    content.about === undefined
      ? word('contradicts')
      : `IF(ABS(${all}-${seen})<=${content.about.toFixed()}*ABS(${seen})+${SAME},${word('about')},${word('contradicts')})`;
  const formula = [
    `IF(ISERROR(${all}),${word('cannot-be-derived')}`,
    `IF(ABS(${all}-${seen})<=${SAME}*ABS(${seen}),${word('exact')}`,
    `IF(ROUND(${all},${places})=ROUND(${seen},${places}),${word('rounds-to')}`,
    `${about})))`,
  ].join(',');
  return { kind: 'formula', formula, value: verdictWord(name, sheet, setting) };
}

/** The verdict of the audit, in words, under the reading that is chosen. */
function verdictWord(name: string, { place }: SumsSheet, { content, voice, reading, open }: Setting): string {
  const found = content.audit.figures.find(({ example, claim }) => example === place.example.example.name && claim.name === name);
  const read = reading === 0 ? found : (found?.readings[reading - 1] ?? found);
  const isOpen = found !== undefined && isOpenClaim(found.claim, place.example.example.name, open);
  return voice.say(`verdict-${isOpen ? 'cannot-be-derived' : (read?.verdict ?? 'cannot-be-derived')}`);
}

function isOpenClaim({ content }: Claim, example: string, open: Setting['open']): boolean {
  if (content.kind === 'figure') return open.holds(content.of, example);
  return content.every ? Number.isFinite(open.firstRowOf(content.says, example)) : open.holds(content.says, example);
}

function addStatement(claim: Claim, sheet: SumsSheet, setting: Setting): void {
  const { voice, looks } = setting;
  const { place, builder } = sheet;
  const owner = place.example.example.name;
  if (claim.content.kind === 'figure') return;
  const { says, every } = claim.content;
  const row = builder.next;
  const asked = isAsked(claim, sheet, setting);
  const all = fixedAddress(COLUMN.digits, row);
  const word = (verdict: Verdict) => quotedText(voice.say(`verdict-${verdict}`));
  const isOpen = isOpenClaim(claim, owner, setting.open);
  const found = every ? holdsInEveryRow(claim, sheet, setting) : cellValue(chosen(place, setting).valueOf(says));
  const truth = isOpen ? undefined : found;
  const digits = liveContent(
    () => (every ? everyRow(claim, sheet) : setting.live.outside(says, owner)),
    truth,
    fixedReport(`${owner}.${claim.name}`, setting),
  );
  const verdict: Content =
    digits.kind === 'formula'
      ? {
          kind: 'formula',
          formula: `IF(ISERROR(${all}),${word('cannot-be-derived')},IF(${all},${word('holds')},${word('fails')}))`,
          value: voice.say(truth === undefined ? 'verdict-cannot-be-derived' : truth ? 'verdict-holds' : 'verdict-fails'),
        }
      : text(verdictWord(claim.name, sheet, setting));
  const none = (column: number) => cell(column, asked ? looks.open : LOOKS.center, '');
  builder.add([
    cell(COLUMN.name, LOOKS.label, voice.claimText(owner, claim.name)),
    none(PRINTED),
    cell(UNIT, LOOKS.center, ''),
    ...(every && !asked ? [cell(COMPUTED, LOOKS.center, rowsTested(place, setting), 2)] : [none(COMPUTED), none(DIFFERENCE)]),
    { column: VERDICT, span: VERDICT_SPAN, ...(asked ? { style: LOOKS.words } : { style: LOOKS.verdict, content: verdict }) },
    ...(asked ? [] : [{ column: COLUMN.digits, style: LOOKS.digits, content: digits }]),
  ]);
  if (asked) return;
  addHighlights(row, sheet, setting);
  const limit = place.example.example.rounds?.limit ?? 0;
  if (every && place.table !== undefined && place.table.last < limit)
    setting.report({ code: 'tested-to-row', exercise: `${owner}.${claim.name}`, row: place.table.last });
}

/** `order 1–1422`: the rows of the table in which a claim about every row is looked at. */
function rowsTested({ example, table }: SumsSheet['place'], { voice }: Setting): string {
  const each = rowsHead(example.example.name, voice);
  return voice.say('row-number', { each, row: `1–${table?.last ?? 0}` });
}

/** Whether each row of the table holds; a row that fails further down than the table goes cannot be seen there. */
function everyRow({ content }: Claim, { place }: SumsSheet): string {
  const { table, example } = place;
  const says = content.kind === 'statement' ? content.says : undefined;
  const found = says && table?.conditions.get(printFormula(says));
  if (table === undefined || found === undefined) return 'NA()';
  const broken = says && firstBroken(says, example);
  if (broken !== undefined && broken > table.last) throw new NotOnSheet(broken);
  return `AND(${tableRange(table, found.column, 1, table.last)})`;
}

function firstBroken(says: Parameters<typeof printFormula>[0], example: SumsSheet['place']['example']): number | undefined {
  const value = example.valueOf({ kind: 'first', condition: { kind: 'not', operand: says, span: says.span }, span: says.span });
  return typeof value === 'object' ? value.amount.toNumber() : undefined;
}

function holdsInEveryRow({ content }: Claim, { place }: SumsSheet, setting: Setting): boolean | undefined {
  const example = chosen(place, setting);
  if (content.kind !== 'statement' || example.missingFor(content.says).length > 0) return undefined;
  const broken = firstBroken(content.says, example);
  return broken === undefined || broken > (place.table?.last ?? 0);
}

/** True where an exercise asks a student to judge the claim. */
function isAsked({ name }: Claim, { place }: SumsSheet, { edition, content }: Setting): boolean {
  if (edition === 'teacher') return false;
  const owner = place.example.example.name;
  return content.exercises.some(
    ({ form }) =>
      (form.kind === 'check' && form.claims.some(({ example, claim }) => example === owner && claim === name)) ||
      (form.kind === 'choose-reading' && form.example === owner && form.claims.some(({ claim }) => claim === name)),
  );
}

function addHighlights(row: number, { highlights }: SumsSheet, { voice }: Setting): void {
  const range = `${address(VERDICT, row)}:${address(VERDICT + VERDICT_SPAN - 1, row)}`;
  const is = (verdicts: readonly Verdict[]) =>
    `OR(${verdicts.map((verdict) => `${fixedAddress(VERDICT, row)}=${quotedText(voice.say(`verdict-${verdict}`))}`).join(',')})`;
  highlights.push(
    { range, formula: is(['exact', 'rounds-to', 'about', 'holds']), look: 'right' },
    { range, formula: is(['contradicts', 'fails']), look: 'wrong' },
    { range, formula: is(['cannot-be-derived']), look: 'open' },
  );
}
