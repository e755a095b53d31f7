import type { Located } from '../../source/index.js';
import type { Workbook } from '../model/chapter.js';
import type { OwnLook, OwnWords } from '../model/own-look.js';
import { ANY_LANGUAGE } from '../model/searched.js';
import type { Language } from '../model/words.js';
import { type ReadContext, readEntries, readText, reportError } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { lineWidth } from './line-width.js';

type Fields = ReadonlyMap<string, YamlNode>;
type Texts = ReadonlyMap<Language, Located<string>>;

/** What a line of a page holds, in em: above a page the school and the header, below it the footer beside code and version. */
const ROOM = { above: 38, below: 30 };

/** What workbook.yaml says about the look of pages and their shared words; nothing where it says nothing. */
export function lookFields(fields: Fields, context: ReadContext): Pick<Workbook, 'look' | 'ownWords'> {
  const has = (...keys: readonly string[]) => keys.some((key) => fields.has(key));
  return {
    ...(has('school', 'logo', 'header', 'footer') ? { look: readLook(fields, context) } : {}),
    ...(has('words', 'misconceptions') ? { ownWords: readOwnWords(fields, context) } : {}),
  };
}

function readLook(fields: Fields, context: ReadContext): OwnLook {
  const texts = (key: string) => readByLanguage(fields.get(key), `\`${key}\``, context);
  const [school, header, footer] = [texts('school'), texts('header'), texts('footer')];
  checkAbove(school, header, context);
  for (const { value, span } of footer.values()) checkRoom(span, lineWidth(value), ROOM.below, '`footer`', context);
  const logoFile = readFileName(fields.get('logo'), '`logo`', context);
  return {
    school: plain(school),
    header: plain(header),
    footer: plain(footer),
    ...(logoFile === undefined ? {} : { logoFile }),
  };
}

/** School and header share a line; it is reported at the longer of the two. */
function checkAbove(school: Texts, header: Texts, context: ReadContext): void {
  const languages = new Set([...school.keys(), ...header.keys()]);
  const textOf = (texts: Texts, language: Language) => texts.get(language) ?? texts.get(ANY_LANGUAGE);
  for (const language of languages) {
    if (language === ANY_LANGUAGE && languages.size > 1) continue;
    const both = [textOf(school, language), textOf(header, language)].flatMap((one) => one ?? []);
    const [longest] = both.toSorted((one, other) => lineWidth(other.value) - lineWidth(one.value));
    const width = both.reduce((sum, { value }) => sum + lineWidth(value), 0);
    const only = textOf(school, language) === undefined ? '`header`' : '`school`';
    const what = both.length > 1 ? '`school` and `header`, which share a line,' : only;
    if (longest !== undefined && !checkRoom(longest.span, width, ROOM.above, what, context)) return;
  }
}

/** False, and reported, where the text is longer than its line. */
function checkRoom(span: Located<string>['span'], width: number, room: number, what: string, context: ReadContext): boolean {
  if (width <= room) return true;
  const message = `This is too long for its line: ${what} may take ${room} Chinese characters or about ${2 * room} letters, not ${Math.ceil(width)} and ${Math.ceil(2 * width)}.`;
  reportError(context, 'line-room', span, message, 'Shorten it.');
  return false;
}

function readOwnWords(fields: Fields, context: ReadContext): OwnWords {
  const phrases = readEntries(fields.get('words'), '`words:`', context).flatMap(({ key: language, value }) =>
    readEntries(value, `\`${language.value}:\` under \`words:\``, context).flatMap(({ key, value: node }) => {
      const text = readText(node, `The phrase \`${key.value}\``, context);
      return text === undefined ? [] : [{ language, key, text }];
    }),
  );
  const misconceptionsFile = readFileName(fields.get('misconceptions'), '`misconceptions`', context);
  return { phrases, ...(misconceptionsFile === undefined ? {} : { misconceptionsFile }) };
}

/** A file beside workbook.yaml: no path leads out of its folder. */
function readFileName(node: YamlNode | undefined, what: string, context: ReadContext): Located<string> | undefined {
  const text = readText(node, what, context);
  if (text === undefined || !/[/\\]/.test(text.value)) return text;
  const hint = 'Put the file beside workbook.yaml and write its name alone.';
  return reportError(context, 'value-shape', text.span, `${what} names a file in another folder.`, hint);
}

/** One text, or one for each language. */
function readByLanguage(node: YamlNode | undefined, what: string, context: ReadContext): Texts {
  if (node === undefined || node.kind === 'empty') return new Map();
  const entries = node.kind === 'map' ? node.entries : undefined;
  const written = entries?.map(({ key, value }) => [key.value, readText(value, what, context)] as const) ?? [
    [ANY_LANGUAGE, readText(node, what, context)] as const,
  ];
  return new Map(written.flatMap(([language, text]) => (text === undefined ? [] : [[language, text] as const])));
}

function plain(texts: Texts): ReadonlyMap<Language, string> {
  return new Map([...texts].map(([language, { value }]) => [language, value]));
}
