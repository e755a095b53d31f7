// Spreadsheets (XLSX) as other programs write them, and as nobody should.

import { zipSync } from 'fflate';
import { changeText } from './change-text.mjs';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text) =>
  text
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign])
    .replace(/(?![\t\n\r])\p{Cc}|\uffff/gu, '');

export function columnName(index) {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

/** The bytes of a spreadsheet with one sheet of texts. `chance` changes parts of it, or `undefined` leaves it sound. */
export function spreadsheetOf(rows, chance) {
  const isShared = chance?.maybe(0.5) ?? false;
  const texts = [];
  const cell = (value, row, column) => {
    const place = `r="${columnName(column)}${row + 1}"`;
    if (/^\d{1,9}$/.test(value) && !/^0\d/.test(value) && chance?.maybe(0.3)) return `<c ${place}><v>${value}</v></c>`;
    if (isShared) return `<c ${place} t="s"><v>${texts.push(value) - 1}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const data = rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, at, column)).join('')}</row>`).join('');
  const parts = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${NAMESPACE}"><sheetData>${data}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="${NAMESPACE}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${NAMESPACE}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  };
  return { parts, bytes: () => pack(parts) };
}

function pack(parts) {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])), { level: 1 }));
}

const ODD_CELLS = [
  '<c r="XFD1"><v>1</v></c>',
  '<c r="A1048576"><v>1</v></c>',
  '<c r="ZZZZZZ1"><v>1</v></c>',
  '<c r="A0"><v>1</v></c>',
  '<c><v>1</v></c>',
  '<c r="B2" t="e"><v>#N/A</v></c>',
  '<c r="C2" s="1"><v>0.03</v></c>',
  '<c r="C2" s="2"><v>46000</v></c>',
  '<c r="C2" s="2"><v>-1e300</v></c>',
  '<c r="C2" t="b"><v>1</v></c>',
  '<c r="C2" t="d"><v>2026-11-30</v></c>',
  '<c r="C2"><f>1/0</f></c>',
  '<c r="C2" t="s"><v>99999</v></c>',
  '<c r="C2" t="s"><v>-1</v></c>',
  '<c r="C2" t="s"><v>x</v></c>',
  '<c r="C2"><v>NaN</v></c>',
  '<c r="C2"><v>1e400</v></c>',
  '<c r="C2" t="zzz"><v>1</v></c>',
  '<row r="1000000"/>',
  '<row r="-1"><c r="A1"/></row>',
  '<c r="C2" s="999"><v>3</v></c>',
  '<c r="C2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
  '<!-- -->',
  '<![CDATA[x]]>',
  '<?x?>',
  '&x;',
  '&#0;',
  '&#xFFFFFFFF;',
  `<c ${'r="A1" '.repeat(50)}/>`,
  '<c r="C2"><v>123456789012345678</v></c>',
  '<x:c xmlns:x="y" r="A1"/>',
];

/** A spreadsheet with a strange cell, a changed part, a part left out, or bytes turned round. */
export function spoiltSpreadsheet(rows, chance) {
  const { parts } = spreadsheetOf(rows, chance);
  const sheet = 'xl/worksheets/sheet1.xml';
  switch (chance.below(5)) {
    case 0:
    case 1: {
      const places = [...parts[sheet].matchAll(/<c |<\/row>|<row /g)].map(({ index }) => index);
      const at = places.length === 0 ? 0 : chance.one(places);
      parts[sheet] = parts[sheet].slice(0, at) + chance.one(ODD_CELLS) + parts[sheet].slice(at);
      return pack(parts);
    }
    case 2: {
      const name = chance.one(Object.keys(parts));
      parts[name] = changeText(parts[name], chance);
      return pack(parts);
    }
    case 3:
      delete parts[chance.one(Object.keys(parts))];
      return pack(parts);
    default: {
      const bytes = pack(parts);
      for (let left = chance.between(1, 5); left > 0; left -= 1) bytes[chance.below(bytes.length)] = chance.below(256);
      return chance.maybe(0.3) ? bytes.subarray(0, chance.below(bytes.length)) : bytes;
    }
  }
}
