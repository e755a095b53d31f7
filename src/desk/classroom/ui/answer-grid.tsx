import { useEffect, useMemo, useRef, useState } from '../../ui/preact.js';
import type { DeskLanguage } from '../../words/words.js';
import type { AnswerResult, Results } from '../mark/results.js';
import type { SetView, Typed } from '../service/service.js';
import { sayIn } from '../words/words.js';
import { type Cell, type EnterGoes, moveBy, pastedCells } from './grid-moves.js';

export interface AnswerGridProps {
  readonly language: DeskLanguage;
  readonly set: SetView;
  readonly typed: Typed;
  readonly results: Results | undefined;
  /** Changes cells: an id, a label, and what stands there now. */
  readonly onType: (changes: readonly (readonly [id: string, label: string, text: string])[]) => void;
}

/** More rows at once would make each key slow. */
const ROWS = 100;

type RowResults = Readonly<Record<string, AnswerResult>>;

/** The answers of a class as a table to type into: one stop for Tab, and everything else by arrows, Enter and paste. */
export function AnswerGrid({ language, set, typed, results, onType }: AnswerGridProps) {
  const say = sayIn(language);
  const [from, setFrom] = useState(0);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const [enter, setEnter] = useState<EnterGoes>('right');
  const [pasted, setPasted] = useState(0);
  const table = useRef<HTMLTableElement>(null);
  const students = set.students.slice(from, from + ROWS);
  const size = { rows: students.length, columns: set.columns.length };
  const byId = useMemo(() => new Map(results?.students.map((one) => [one.id, one]) ?? []), [results]);
  const focus = (cell: Cell) => {
    setAt(cell);
    const input = table.current?.querySelector<HTMLInputElement>(`[data-cell="${cell.row} ${cell.column}"]`);
    input?.focus();
    input?.select();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const input = event.target as HTMLInputElement;
    const place = placeOf(input);
    if (place === undefined || event.isComposing) return;
    const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    const next = moveBy(
      {
        key: event.key,
        shift: event.shiftKey,
        control: event.ctrlKey || event.metaKey,
        atStart: isWhole || input.selectionEnd === 0,
        atEnd: isWhole || input.selectionStart === input.value.length,
      },
      place,
      size,
      enter,
    );
    if (next === undefined) return;
    event.preventDefault();
    focus(next);
  };
  const onPaste = (event: ClipboardEvent) => {
    const place = placeOf(event.target as HTMLInputElement);
    const cells = pastedCells(event.clipboardData?.getData('text/plain') ?? '');
    if (place === undefined || (cells.length === 1 && cells[0]?.length === 1)) return;
    event.preventDefault();
    const changes = cells.flatMap((line, down) =>
      line.flatMap((text, right) => {
        const [student, column] = [students[place.row + down], set.columns[place.column + right]];
        return student === undefined || column === undefined ? [] : [[student.id, column.label, text] as const];
      }),
    );
    onType(changes);
    setPasted(changes.length);
  };
  return (
    <div class="grid-part">
      <div class="grid-tools">
        <label class="inline">
          <span>{say('grid-enter')}</span>
          <select value={enter} onChange={({ currentTarget }) => setEnter(currentTarget.value === 'down' ? 'down' : 'right')}>
            <option value="right">{say('grid-enter-right')}</option>
            <option value="down">{say('grid-enter-down')}</option>
          </select>
        </label>
        {set.students.length > ROWS && (
          <label class="inline">
            <span>{say('grid-page')}</span>
            <select value={from} onChange={({ currentTarget }) => setFrom(Number(currentTarget.value))}>
              {Array.from({ length: Math.ceil(set.students.length / ROWS) }, (_, page) => (
                <option key={page} value={page * ROWS}>
                  {page * ROWS + 1}–{Math.min(set.students.length, (page + 1) * ROWS)}
                </option>
              ))}
            </select>
          </label>
        )}
        <small id="grid-keys" class="quiet">
          {say('grid-keys')}
        </small>
      </div>
      <p class="said" aria-live="polite">
        {pasted > 0 && say('grid-pasted', { count: pasted })}
      </p>
      <p class="legend quiet" aria-hidden="true">
        <span class="mark-right">✓</span> {say('mark-right')} <span class="mark-follow-on">✓</span> {say('legend-also')}{' '}
        <span class="mark-wrong">✗</span> {say('mark-wrong')} <span class="mark-wrong">?</span> {say('mark-unreadable')}
      </p>
      <div class="scroll grid-scroll">
        <table
          ref={table}
          class="answer-grid"
          aria-label={say('grid-label')}
          aria-describedby="grid-keys"
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              <th scope="col">{say('grid-student')}</th>
              {set.columns.map(({ label }, index) => (
                <th key={label} scope="col">
                  {label}
                  <small>{results?.figures[index]?.unit ?? ''}</small>
                </th>
              ))}
              <th scope="col">{say('grid-sum')}</th>
            </tr>
          </thead>
          <tbody>
            {students.map((student, row) => (
              <GridRow
                key={student.id}
                language={language}
                student={student}
                columns={set.columns}
                row={row}
                stop={at.row === row || (at.row >= students.length && row === 0) ? at.column : -1}
                typed={typed.get(student.id)}
                marked={byId.get(student.id)?.handedIn ? byId.get(student.id)?.answers : undefined}
                sum={byId.get(student.id)?.handedIn ? (byId.get(student.id)?.total ?? '') : ''}
                onType={onType}
                onStop={setAt}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function placeOf(input: HTMLElement): Cell | undefined {
  const [row, column] = input.dataset?.cell?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

interface GridRowProps {
  readonly language: DeskLanguage;
  readonly student: SetView['students'][number];
  readonly columns: SetView['columns'];
  readonly row: number;
  /** The column that Tab reaches; -1 = none of this row. */
  readonly stop: number;
  readonly typed: ReadonlyMap<string, string> | undefined;
  readonly marked: RowResults | undefined;
  readonly sum: string;
  readonly onType: AnswerGridProps['onType'];
  readonly onStop: (cell: Cell) => void;
}

/** Drawn again only when something of its own has changed. */
function GridRow({ language, student, columns, row, stop, typed, marked, sum, onType, onStop }: GridRowProps) {
  const latest = useRef({ onType, onStop });
  useEffect(() => {
    latest.current = { onType, onStop };
  });
  return useMemo(() => {
    const say = sayIn(language);
    return (
      <tr>
        <th scope="row">
          {student.name} <small>{student.id}</small>
        </th>
        {columns.map(({ label }, column) => {
          const result = marked?.[label];
          return (
            <td key={label} class={result === undefined ? undefined : `mark-${result.mark}`}>
              <input
                type="text"
                data-cell={`${row} ${column}`}
                tabIndex={column === stop ? 0 : -1}
                value={typed?.get(label) ?? ''}
                autocomplete="off"
                spellcheck={false}
                aria-label={say('grid-cell', { name: student.name, label })}
                aria-describedby={result === undefined ? undefined : `told-${row}-${column}`}
                onFocus={() => latest.current.onStop({ row, column })}
                onInput={({ currentTarget }) => latest.current.onType([[student.id, label, currentTarget.value]])}
              />
              {result !== undefined && <Told language={language} id={`told-${row}-${column}`} result={result} />}
            </td>
          );
        })}
        <td class="sum">{sum}</td>
      </tr>
    );
  }, [language, student, columns, row, stop, typed, marked, sum]);
}

const SIGNS: Readonly<Partial<Record<AnswerResult['mark'], string>>> = {
  right: '✓',
  'follow-on': '✓',
  accepted: '✓',
  given: '✓',
  wrong: '✗',
  'other-unit': '✗',
  unreadable: '?',
};

/** What became of an answer: a sign for the eye, the whole of it in words. */
function Told({ language, id, result }: { readonly language: DeskLanguage; readonly id: string; readonly result: AnswerResult }) {
  const say = sayIn(language);
  const text = tellAnswer(language, result);
  return (
    <span class="told" title={text}>
      <span aria-hidden="true">{SIGNS[result.mark] ?? ''}</span>
      <span id={id} class="said">
        {text}
        {result.earns ? '' : ` ${say('should-be', { right: result.right })}`}
      </span>
    </span>
  );
}

/** `wrong: multiplied for divided, read as 12 yuan`. */
export function tellAnswer(language: DeskLanguage, { mark, misconception, readAs }: AnswerResult): string {
  const say = sayIn(language);
  const named = misconception === '' ? say(`mark-${mark}`) : `${say(`mark-${mark}`)}${language === 'zh' ? '：' : ': '}${misconception}`;
  return [named, ...(readAs === '' ? [] : [mark === 'unreadable' ? readAs : say('read-as', { text: readAs })])].join(
    language === 'zh' ? '，' : ', ',
  );
}
