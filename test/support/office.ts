import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** Told to work out every formula of a file that it opens: left to itself, LibreOffice believes what stands in the file. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** LibreOffice's command on this machine; undefined where there is none. */
export function officeCommand(): string | undefined {
  return ['soffice', 'libreoffice'].find((command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0);
}

/** Converts files (name -> bytes) in one run; gives the converted ones under the same names with the new ending. */
export function convertFiles(files: ReadonlyMap<string, Uint8Array>, format: 'xlsx' | 'pdf'): ReadonlyMap<string, Uint8Array> {
  const command = officeCommand();
  if (command === undefined) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-office-'));
  try {
    const [profile, into, out] = ['profile', 'in', 'out'].map((name) => path.join(folder, name)) as [string, string, string];
    mkdirSync(path.join(profile, 'user'), { recursive: true });
    writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    mkdirSync(into);
    for (const [name, bytes] of files) writeFileSync(path.join(into, name), bytes);
    const words = [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', '--convert-to', format, '--outdir', out];
    const run = spawnSync(command, [...words, ...[...files.keys()].map((name) => path.join(into, name))], { encoding: 'utf8' });
    return new Map(
      [...files.keys()].map((name) => {
        const converted = name.replace(/\.\w+$/, `.${format}`);
        try {
          return [name, new Uint8Array(readFileSync(path.join(out, converted)))] as const;
        } catch {
          throw new Error(`LibreOffice did not convert ${name}: ${run.stderr || run.stdout}`);
        }
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a cell of a file holds: a figure, a text, a truth, or an error (`#N/A`). */
export type ReadValue = number | string | boolean | { readonly error: string };

/** The values in the file of a workbook: sheet -> cell (`B3`) -> value. Formulas are not looked at. */
export function readValues(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, ReadValue>> {
  const files = unzipSync(bytes);
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const texts = [...read('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map(([, inside = '']) => textIn(inside));
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return new Map(
    [...read('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
      const target = targets.get(attribute(tag, 'r:id')) ?? '';
      return [
        plainText(attribute(tag, 'name')),
        readSheet(read(target.startsWith('/') ? target.slice(1) : `xl/${target}`), texts),
      ] as const;
    }),
  );
}

function readSheet(xml: string, texts: readonly string[]): ReadonlyMap<string, ReadValue> {
  const values = new Map<string, ReadValue>();
  for (const [, head = '', inside = ''] of xml.matchAll(/<c ([^>]*[^/])>([\s\S]*?)<\/c>/g)) {
    const value = /<v[^>]*>([\s\S]*?)<\/v>/.exec(inside)?.[1];
    const type = attribute(head, 't');
    if (type === 'inlineStr') values.set(attribute(head, 'r'), textIn(inside));
    else if (value !== undefined) values.set(attribute(head, 'r'), typed(type, value, texts));
  }
  return values;
}

function typed(type: string, value: string, texts: readonly string[]): ReadValue {
  switch (type) {
    case 's':
      return texts[Number(value)] ?? '';
    case 'str':
      return plainText(value);
    case 'b':
      return value === '1';
    case 'e':
      return { error: value };
    default:
      return Number(value);
  }
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => plainText(text)).join('');
}

function plainText(xml: string): string {
  return xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(x?)([0-9a-fA-F]+);/g, (_, hex: string, code: string) => String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16)))
    .replace(/&amp;/g, '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
