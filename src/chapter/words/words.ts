import type { Diagnosed } from '../../diagnostics/index.js';
import type { Located, Source, Span } from '../../source/index.js';
import { WORDS_KEYS } from '../format/words-keys.js';
import type { Language, Reason, Words } from '../model/words.js';
import {
  type ReadContext,
  readEntries,
  readFields,
  readItems,
  readText,
  readTexts,
  readWhole,
  reportError,
  requireField,
} from '../read/reader.js';
import { parseYaml, type YamlNode } from '../read/yaml.js';
import { readBody } from './body.js';
import { type ProseContext, readProse } from './markdown.js';
import { checkPlainLine } from './plain-line.js';
import { isUnsaid, UNSAID } from './unsaid.js';

/** The YAML between two `---` lines at the top of a words file, and where the body begins; `value` is undefined without a head. */
export interface WordsHead extends Diagnosed<YamlNode | undefined> {
  readonly present: boolean;
  readonly bodyStart: number;
}

export function parseWordsHead(source: Source): WordsHead {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source.text);
  if (match === null || match.index > 0) return { present: false, bodyStart: 0, value: undefined, diagnostics: [] };
  const from = match[0].indexOf('\n') + 1;
  return { present: true, bodyStart: match[0].length, ...parseYaml(source, from, from + (match[1]?.length ?? 0)) };
}

/** Reads one words file, whose head has been parsed: names and wordings, then Markdown with directives. */
export function readWords(head: WordsHead, source: Source, language: Language, context: ProseContext): Words {
  const top: Span = { source, start: 0, end: Math.min(3, source.text.length) };
  if (!head.present)
    reportError(
      context,
      'words-complete',
      top,
      'The words begin with a head between two lines `---`.',
      'Copy the head of another language and translate it.',
    );
  const fields = readFields(head.value, 'The head of a words file', WORDS_KEYS, context);
  const text = (key: string) => {
    const read = readText(
      head.present ? requireField(fields, key, 'The head of a words file', top, context) : undefined,
      `\`${key}\``,
      context,
    );
    if (isUnsaid(read?.value ?? ''))
      reportError(context, 'words-complete', read?.span ?? top, `\`${key}\` is still \`${UNSAID}\`.`, 'Say it in one line.');
    if (read !== undefined) checkPlainLine(key, read, context);
    return read?.value ?? '';
  };
  const texts = (key: string) => readTexts(fields.get(key), `An entry of \`${key}:\``, context).map(({ value }) => value);
  const wording = (key: string) => readWording(fields.get(key), key, context);
  return {
    source,
    language,
    title: text('title'),
    goal: text('goal'),
    minutes: readWhole(fields.get('minutes'), '`minutes`', 1, 1000, context) ?? 45,
    periods: readWhole(fields.get('periods'), '`periods`', 1, 20, context) ?? 1,
    ...readLayout(fields.get('layout'), context),
    objectives: texts('objectives'),
    competences: texts('competences'),
    materials: texts('materials'),
    names: wording('names'),
    units: readUnitForms(fields.get('units'), context),
    claims: wording('claims'),
    readings: wording('readings'),
    assumptions: wording('assumptions'),
    reasons: readReasons(fields.get('reasons'), context),
    parties: wording('parties'),
    notASum: wording('not-a-sum'),
    conflicts: readConflictTexts(fields.get('conflicts'), context),
    body: readBody(source, head.bodyStart, context),
  };
}

/** `layout: close` sets the pages closer, `tight` closer still, where that saves one. */
function readLayout(node: YamlNode | undefined, context: ReadContext): Pick<Words, 'layout'> {
  const text = readText(node, '`layout`', context);
  if (text === undefined || text.value === 'wide') return {};
  if (text.value === 'close' || text.value === 'tight') return { layout: text.value };
  reportError(context, 'value-shape', text.span, `\`layout\` is \`close\`, \`tight\` or \`wide\`, not \`${text.value}\`.`);
  return {};
}

function readWording(node: YamlNode | undefined, key: string, context: ReadContext): ReadonlyMap<string, Located<string>> {
  const wording = new Map<string, Located<string>>();
  for (const entry of readEntries(node, `\`${key}:\``, context)) {
    const text = readText(entry.value, `The wording of \`${entry.key.value}\``, context);
    // The span is that of the name, so that a name which sums.yaml does not have is reported where it stands.
    if (text !== undefined) wording.set(entry.key.value, { value: text.value, span: entry.key.span });
  }
  return wording;
}

/** Three texts for each conflict: what either place says, and where they clash. */
function readConflictTexts(node: YamlNode | undefined, context: ReadContext): Words['conflicts'] {
  const found = new Map<string, Located<readonly [string, string, string]>>();
  for (const { key, value } of readEntries(node, '`conflicts:`', context)) {
    const [first, second, clash, ...more] = readTexts(value, `A text of conflict \`${key.value}\``, context).map((one) => one.value);
    if (first === undefined || second === undefined || clash === undefined || more.length > 0) {
      const hint = 'Write `[what the first place says, what the second says, where they clash]`.';
      reportError(context, 'value-shape', key.span, `Conflict \`${key.value}\` has three texts.`, hint);
    }
    found.set(key.value, { value: [first ?? '', second ?? '', clash ?? ''], span: key.span });
  }
  return found;
}

/** Reasons hold computed figures, so each stands on one line: every place in it is a place in the file. */
function readReasons(node: YamlNode | undefined, context: ProseContext): ReadonlyMap<string, Reason> {
  const reasons = new Map<string, Reason>();
  for (const { key, value } of readEntries(node, '`reasons:`', context)) {
    const text = readText(value, `The reason of \`${key.value}\``, context);
    if (text === undefined || value.kind !== 'scalar') continue;
    if (value.verbatim) reasons.set(key.value, { value: text.value, span: key.span, prose: readProse(text.span, context) });
    else {
      const hint = 'Put it in single quotes where it holds double ones: `\'… {{"160"}} …\'`.';
      reportError(context, 'value-shape', text.span, `The reason of \`${key.value}\` stands on one line, without escapes.`, hint);
    }
  }
  return reasons;
}

function readUnitForms(node: YamlNode | undefined, context: ReadContext): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readEntries(node, '`units:`', context).map(({ key, value }) => [
      key.value,
      readItems(value).flatMap((item) => readText(item, `A form of \`${key.value}\``, context)?.value ?? []),
    ]),
  );
}
