import { cellText, element, xmlFile } from './xml.js';

/** The texts of all cells, each once, as the file keeps them. */
export interface SharedTexts {
  indexOf(text: string): number;
  xml(): string;
}

/** The longest text that a cell takes. */
const LONGEST = 32_767;

export function createSharedTexts(): SharedTexts {
  const places = new Map<string, number>();
  return {
    indexOf: (text) => {
      const kept = text.slice(0, LONGEST);
      const found = places.get(kept) ?? places.size;
      places.set(kept, found);
      return found;
    },
    xml: () =>
      xmlFile(
        element(
          'sst',
          { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main', uniqueCount: places.size },
          ...[...places.keys()].map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`),
        ),
      ),
  };
}
