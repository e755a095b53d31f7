import { type Diagnosed, type Diagnostic, type DiagnosticCode, didYouMean } from '../../../diagnostics/index.js';
import type { Source, Span } from '../../../source/index.js';
import { parseYaml, type YamlNode } from '../../read/yaml.js';
import type { LintWords } from './lint-words.js';
import { PHRASES, type PhraseKey } from './phrases.js';
import type { Misconception, SharedWords } from './shared-words.js';

/**
 * Reads `templates/words/<language>.yaml`. Reports phrases that are missing, unknown, or use a slot that nothing fills;
 * a missing phrase reads as its own key, so that a page can still be looked at.
 */
export function parseSharedWords(source: Source): Diagnosed<SharedWords> {
  const parsed = parseYaml(source);
  const diagnostics: Diagnostic[] = [...parsed.diagnostics];
  const report: Report = (code, span, message, hint) => {
    diagnostics.push({ code, severity: 'error', message, span, hint });
  };
  const top = entriesOf(parsed.value);
  for (const [key, { span }] of top) {
    if (!SECTIONS.includes(key))
      report('known-key', span, `The shared words have no section \`${key}\`.`, `Sections: ${SECTIONS.join(', ')}.`);
  }
  const start: Span = { source, start: 0, end: Math.min(source.text.length, 1) };
  const language = textOf(top.get('language')) ?? '';
  const value: SharedWords = {
    language,
    tag: textOf(top.get('tag')) ?? language,
    isFirst: textOf(top.get('first')) === 'true',
    source,
    unitForms: textOf(top.get('unit-forms')) === 'number-slash' ? 'number-slash' : 'singular-plural',
    spaced: textOf(top.get('spaced')) !== 'false',
    phrases: readPhrases(top.get('phrases'), start, report),
    units: new Map([...entriesOf(top.get('units'))].map(([name, node]) => [name, textsOf(node)])),
    misconceptions: readMisconceptions(top.get('misconceptions'), report),
    ...(top.has('lint') ? { lint: readLint(top.get('lint'), report) } : {}),
  };
  if (language === '') report('required-key', start, 'The shared words do not say their language.', 'Add a line such as `language: en`.');
  return { value, diagnostics };
}

const SECTIONS: readonly string[] = ['language', 'tag', 'first', 'unit-forms', 'spaced', 'phrases', 'units', 'misconceptions', 'lint'];
const LINT_KEYS: readonly string[] = ['longest-sentence', 'bases', 'labels', 'banned'];

type Report = (code: DiagnosticCode, span: Span, message: string, hint: string) => void;

function readPhrases(node: YamlNode | undefined, start: Span, report: Report): ReadonlyMap<PhraseKey, string> {
  const written = entriesOf(node);
  const phrases = new Map<PhraseKey, string>();
  for (const key of Object.keys(PHRASES) as PhraseKey[]) {
    const phrase = written.get(key);
    const text = textOf(phrase);
    if (text === undefined)
      report('shared-words', node?.span ?? start, `The shared words have no phrase \`${key}\`.`, `Add \`${key}: …\` under \`phrases:\`.`);
    phrases.set(key, text ?? key);
    if (phrase !== undefined && text !== undefined) checkSlots(key, text, phrase.span, report);
  }
  for (const [key, phrase] of written) {
    if (Object.hasOwn(PHRASES, key)) continue;
    report('known-key', phrase.span, `No page uses a phrase \`${key}\`.`, didYouMean(key, Object.keys(PHRASES), 'Delete it.'));
  }
  return phrases;
}

function checkSlots(key: PhraseKey, text: string, span: Span, report: Report): void {
  const slots: readonly string[] = PHRASES[key];
  for (const [, slot = ''] of text.matchAll(/\{([^}]*)\}/g)) {
    if (slots.includes(slot)) continue;
    const known = slots.length === 0 ? 'This phrase has no slots.' : `Slots: ${slots.map((one) => `{${one}}`).join(', ')}.`;
    report('shared-words', span, `Nothing fills \`{${slot}}\` in the phrase \`${key}\`.`, known);
  }
}

function readMisconceptions(node: YamlNode | undefined, report: Report): ReadonlyMap<string, Misconception> {
  return new Map(
    [...entriesOf(node)].map(([code, entry]) => {
      const fields = entriesOf(entry);
      const name = textOf(fields.get('name'));
      const say = textOf(fields.get('say'));
      if (name === undefined || say === undefined)
        report('required-key', entry.span, `The misconception ${code} needs \`name\` and \`say\`.`, 'Add the missing line.');
      return [code, { name: name ?? code, say: say ?? '' }];
    }),
  );
}

function readLint(node: YamlNode | undefined, report: Report): LintWords {
  const fields = entriesOf(node);
  for (const [key, { span }] of fields)
    if (!LINT_KEYS.includes(key)) report('known-key', span, `\`lint:\` has no key \`${key}\`.`, `Keys: ${LINT_KEYS.join(', ')}.`);
  const list = (key: string) => textsOf(fields.get(key));
  const longest = textOf(fields.get('longest-sentence')) ?? '0';
  return {
    longestSentence: /^\d{1,3}$/.test(longest) ? Number(longest) : 0,
    bases: list('bases'),
    labels: list('labels'),
    banned: list('banned'),
  };
}

function entriesOf(node: YamlNode | undefined): ReadonlyMap<string, YamlNode> {
  return new Map(node?.kind === 'map' ? node.entries.map(({ key, value }) => [key.value, value]) : []);
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

function textsOf(node: YamlNode | undefined): readonly string[] {
  if (node === undefined) return [];
  if (node.kind === 'list') return node.items.flatMap((item) => textOf(item) ?? []);
  return textOf(node) === undefined ? [] : [textOf(node) ?? ''];
}
