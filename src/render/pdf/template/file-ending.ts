import { bytesOf, concatenated } from '../file/bytes.js';
import type { ScanCode } from '../layout/scan-code.js';
import type { OwnFont } from './own-font.js';
import { scanObject } from './scan-picture.js';
import { hexText } from './spoken-rooms.js';
import type { FileTail, TailObject } from './template.js';

/** What is a student's own beside the text of the pages. */
export interface OwnEnding {
  readonly title: string;
  readonly scan: ScanCode | undefined;
  readonly font: OwnFont | undefined;
}

/** What follows `length` bytes that are the same for all: title and description of the file, QR code and font of the student, and the table of objects. */
export function fileEnding(
  length: number,
  { last, table, info, metadata, picture, trailer }: FileTail,
  { title, scan, font: own }: OwnEnding,
): Uint8Array {
  const infoText = objectText(
    info,
    info.head.replace(/\/Title (?:<[0-9A-F]*>|\((?:\\[\s\S]|[^\\)])*\))/, () => `/Title <FEFF${hexText(title)}>`),
    '',
  );
  const about = metadataText(metadata, title);
  const aboutBytes = new TextEncoder().encode(about.stream);
  const places = new Map([
    [info.number, length],
    [metadata.number, length + infoText.length],
  ]);
  const head = bytesOf(`${infoText}${metadata.number} 0 obj${about.head(aboutBytes.length)}\nstream\n`);
  const end = bytesOf('\nendstream\nendobj\n');
  let start = length + head.length + aboutBytes.length + end.length;
  const code = picture === undefined || scan === undefined ? [] : [scanObject(picture, scan)];
  if (picture !== undefined) places.set(picture.number, start);
  for (const object of code) start += object.length;
  const font = own?.objects(last + 1) ?? [];
  let rows = placed(table, places);
  for (const object of font) {
    rows += `${String(start).padStart(10, '0')} 00000 n \n`;
    start += object.length;
  }
  const size = last + 1 + font.length;
  const ending = `xref\n0 ${size}\n${rows}${trailer.replace(/\/Size \d+/, `/Size ${size}`)}startxref\n${start}\n%%EOF\n`;
  return concatenated([head, aboutBytes, end, ...code, ...font, bytesOf(ending)]);
}

function objectText({ number }: TailObject, head: string, stream: string): string {
  return `${number} 0 obj${head}${stream === '' ? 'endobj\n' : stream}`;
}

function metadataText({ head, stream }: TailObject, title: string) {
  const xml = new TextDecoder().decode(
    bytesOf(stream.slice(stream.indexOf('stream\n') + 'stream\n'.length, stream.lastIndexOf('\nendstream'))),
  );
  const own = xml
    .replace(/(<rdf:li xml:lang="x-default">)[^<]*/, (_, tag: string) => tag + escapedXml(title))
    .replace(/<xmpMM:(InstanceID|DocumentID)>[^<]*<\/xmpMM:\1>/g, '');
  return { stream: own, head: (length: number) => head.replace(/\/Length \d+/, `/Length ${length}`) };
}

function escapedXml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** The table with the places of some objects. */
function placed(table: string, places: ReadonlyMap<number, number>): string {
  let text = table;
  for (const [number, place] of places) {
    const at = ROW * number;
    text = text.slice(0, at) + String(place).padStart(10, '0') + text.slice(at + 10);
  }
  return text;
}

/** Bytes of a row of the table. */
const ROW = 20;
