import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMMON_KEYS, KIND_KEYS, type Kind, parseSharedWords } from '../../src/chapter/index.js';
import { golden } from '../support/golden.js';
import { sharedWords } from '../support/shared-words-source.js';

const PAGE = new URL('../../docs/exercises.md', import.meta.url);
const PICTURES = new URL('../../docs/pictures/kinds/', import.meta.url);

/** One of each kind, of the chapter in docs/writing-chapters.md. */
const manual = readFileSync(new URL('../../docs/writing-chapters.md', import.meta.url), 'utf8');
const exercises = [...manual.matchAll(/^ {2}[\w-]+: (\{ ([\w-]+): .*marks: .*\})$/gm)].map(([, line = '', kind = '']) => ({ line, kind }));

it('docs/exercises.md tells the keys that the reader takes, an example of each kind, and the codes of the shared words', () => {
  const page = readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n');
  const made = [
    ['kinds', kindTable()],
    ['common', keyTable(COMMON_KEYS)],
    ['codes', codeTable()],
  ].reduce((text, [name, table]) => text.replace(new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`), `$1${table}$2`), page);
  expect(made).toBe(golden(PAGE, made));
});

it('there is a picture of every kind', () => {
  expect(Object.keys(KIND_KEYS).filter((kind) => !existsSync(new URL(`${kind}.png`, PICTURES)))).toEqual([]);
});

function kindTable(): string {
  return (Object.keys(KIND_KEYS) as Kind[])
    .map((kind) => {
      const { says, keys } = KIND_KEYS[kind];
      const line = exercises.find((one) => one.kind === kind)?.line;
      const own = Object.keys(keys).length === 0 ? '' : `${keyTable(keys)}\n`;
      return `### ${kind}\n\nThe student ${says}.\n\n\`\`\`yaml\n${line}\n\`\`\`\n\n${own}![${kind}, as it prints](pictures/kinds/${kind}.png)\n\n`;
    })
    .join('');
}

function keyTable(keys: Readonly<Record<string, { readonly says: string; readonly required?: true }>>): string {
  const rows = Object.entries(keys).map(
    ([key, { says, required }]) => `| \`${key}\`${required ? ' (needed)' : ''} | ${says.replaceAll('|', '\\|')} |\n`,
  );
  return `| key | holds |\n| --- | --- |\n${rows.join('')}`;
}

function codeTable(): string {
  const [en, zh] = ['en', 'zh'].map((language) => parseSharedWords(sharedWords(language)).value.misconceptions);
  const rows = [...(en ?? [])].map(([code, { name, say }]) => `| ${code} | ${name} | ${zh?.get(code)?.name ?? ''} | ${say} |\n`);
  return `| code | what the learner did | 中文 | what a teacher may ask |\n| --- | --- | --- | --- |\n${rows.join('')}`;
}
