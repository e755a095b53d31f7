import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../src/diagnostics/index.js';
import { errorCases, expectedFile, reportOf } from './support/error-case.js';
import { golden } from './support/golden.js';

const DIAGNOSTICS_PAGE = new URL('../docs/diagnostics.md', import.meta.url);

describe('mistakes of authors', () => {
  it('the chapter that the cases start from has none', async () => {
    expect(await reportOf('_base')).toBe('\n');
  });

  it.each(errorCases())('%s', async (name) => {
    const report = await reportOf(name);
    const [code = ''] = name.split('~');
    expect(report).toMatch(new RegExp(`^(\\S+:\\d+:\\d+: )?(error|warning) ${code}$`, 'm'));
    // One mistake, one message.
    if (name !== code) expect(report.match(/^(?:\S+:\d+:\d+: )?(?:error|warning) /gm)).toHaveLength(1);
    expect(report).toBe(golden(expectedFile(name), report));
  });
});

describe('the catalogue of mistakes', () => {
  it('has a case for each code, and no case besides', () => {
    expect([...new Set(errorCases().map((name) => name.split('~')[0]))].toSorted()).toEqual(Object.keys(CATALOGUE).toSorted());
  });

  it('is printed in docs/diagnostics.md, each code with its sentence and the message of its case', () => {
    expect(existsSync(DIAGNOSTICS_PAGE) || process.env.UPDATE_GOLDEN === '1').toBe(true);
    const page = diagnosticsPage();
    expect(page).toBe(golden(DIAGNOSTICS_PAGE, page));
  });
});

const PAGE_HEAD = `# Diagnostics

Everything that Reckoner can say about a chapter. The code says what should hold; below it stands the message for a small faulty chapter,
which is kept in \`test/errors/<code>/\`. This page is made from the catalogue and those messages: \`UPDATE_GOLDEN=1 npx vitest run test/errors.test.ts\`.
`;

function diagnosticsPage(): string {
  const sections = Object.entries(CATALOGUE).map(([code, sentence]) => {
    const message = readFileSync(expectedFile(code), 'utf8').trimEnd();
    return `\n## ${code}\n\n${sentence}\n\n\`\`\`\`text\n${message}\n\`\`\`\`\n`;
  });
  return PAGE_HEAD + sections.join('');
}
