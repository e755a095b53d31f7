import { ImageRun, Paragraph } from 'docx';
import { type Document, logoBytes, logoText } from '../../document/index.js';
import { STYLES } from './styles.js';
import { fileText } from './text.js';

/** Pixels of 96 to the inch, as the library counts: 12 mm high, at most 40 mm wide. */
const HEIGHT = 45;
const WIDTH = 151;

/** The school's logo above the first page. Word draws an SVG itself; programs that cannot show the blank picture that stands beside it. */
export function logoParagraph(document: Document): readonly Paragraph[] {
  const { logo } = document.own ?? {};
  if (logo === undefined) return [];
  const { kind, width, height } = logo;
  const scale = Math.min(HEIGHT / height, WIDTH / width);
  const shown = {
    data: logoBytes(logo),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'logo', title: '', description: fileText(logoText(document)) },
  };
  const image =
    kind === 'png'
      ? new ImageRun({ type: 'png', ...shown })
      : new ImageRun({ type: 'svg', ...shown, fallback: { type: 'png', data: BLANK } });
  return [new Paragraph({ style: STYLES.form, children: [image] })];
}

/** One clear pixel. */
const BLANK = logoBytes({
  kind: 'png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  width: 1,
  height: 1,
});
