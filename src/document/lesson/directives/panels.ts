import type { DirectiveName } from '../../../chapter/index.js';
import { panel } from '../../tree/inlines.js';
import type { PrintDirective } from './context.js';

/** Directives that print their words in a panel of their own, and in what style. */
const STYLES = {
  note: 'note',
  card: 'card',
  certificate: 'certificate',
  exit: 'exit',
  transfer: 'note',
  recall: 'recall',
} as const satisfies Partial<Record<DirectiveName, string>>;

type Panel = keyof typeof STYLES;

/** The words of the directive under its shared title. */
export const printPanel: PrintDirective<Panel> = ({ directive }, { voice, prose }) => [
  panel(STYLES[directive], voice.say(`${directive}-title`), prose()),
];
