import type { LineReport } from '../judge/report.js';
import { changeLine, moveLine, removeLine, rename } from '../kept/edit.js';
import { type Line, LONGEST_FIGURE, LONGEST_FORMULA, ORIGINS, type Origin } from '../model/flyer.js';
import { suggestNames, suggestUnits } from '../text/suggest.js';
import { faultsAt, isWrong, type PartProps } from './context.js';
import { Faults, mended } from './faults.js';
import { NameField } from './name-field.js';
import { SuggestField } from './suggest-field.js';

interface LineRowProps extends PartProps {
  readonly line: Line;
  readonly number: number;
  readonly report: LineReport | undefined;
}

/** One line of the table: name, where it comes from, figure, formula, and what the engine says of it. */
export function LineRow(props: LineRowProps) {
  const { line, number, flyer, language, say, names, units, faults, change } = props;
  const { id, origin } = line;
  const label = (what: string) => say('line-label', { number, what });
  const set = (edit: Partial<Omit<Line, 'id' | 'name'>>, field?: string) =>
    change((before) => changeLine(before, id, edit), field === undefined ? undefined : `line ${id} ${field}`);
  const own = faultsAt(faults, 'line', id);
  const saidBy = `line-${id}-found`;
  const wrong = (field: 'name' | 'figure' | 'formula') => isWrong(own.filter(({ cell }) => cell.field === field));
  return (
    <tr class={`line from-${origin}`}>
      <th scope="row" class="line-number">
        {number}
      </th>
      <td class="line-name">
        <span class="cell-label" aria-hidden="true">
          {say('name')}
        </span>
        <NameField
          value={line.name}
          label={label(say('name'))}
          lang={flyer.language}
          invalid={wrong('name')}
          describedBy={saidBy}
          onName={(name) => change((before) => rename(before, id, name))}
        />
      </td>
      <td class="line-origin">
        <span class="cell-label" aria-hidden="true">
          {say('origin')}
        </span>
        <select
          value={origin}
          aria-label={label(say('origin'))}
          onChange={({ currentTarget }) => set({ origin: currentTarget.value as Origin })}
        >
          {ORIGINS.map((one) => (
            <option key={one} value={one}>
              {say(`origin-${one}`)}
            </option>
          ))}
        </select>
      </td>
      <td class="line-formula">
        <span class="cell-label" aria-hidden="true">
          {say('formula')}
        </span>
        {origin === 'worked' ? (
          <SuggestField
            value={line.formula}
            label={label(say('formula'))}
            placeholder={say('formula-hint')}
            longest={LONGEST_FORMULA}
            invalid={wrong('formula')}
            describedBy={saidBy}
            suggest={(text, caret) =>
              suggestNames(
                text,
                caret,
                names.filter(({ key }) => key !== String(id)),
                { each: flyer.rounds.each, inRounds: false, language },
              )
            }
            onInput={(formula) => set({ formula }, 'formula')}
          />
        ) : (
          <span class="quiet" aria-hidden="true">
            –
          </span>
        )}
      </td>
      <td class="line-figure">
        <span class="cell-label" aria-hidden="true">
          {say(origin === 'worked' ? 'figure-printed' : 'figure')}
        </span>
        <SuggestField
          value={line.figure}
          label={label(say(origin === 'worked' ? 'figure-printed' : 'figure'))}
          placeholder={origin === 'worked' ? say('figure-optional') : origin === 'supposed' ? say('figure-supposed') : ''}
          longest={LONGEST_FIGURE}
          invalid={wrong('figure')}
          describedBy={saidBy}
          suggest={(text, caret) => suggestUnits(text, caret, units)}
          onInput={(figure) => set({ figure }, 'figure')}
        />
      </td>
      <td class="line-found">
        <Found report={props.report} origin={origin} say={say} />
        <Faults id={saidBy} faults={own} say={say} onMeant={(fault, meant) => set({ formula: mended(line.formula, fault, meant) })} />
      </td>
      <td class="line-actions">
        <button
          type="button"
          class="plain"
          disabled={number === 1}
          aria-label={say('move-up', { number })}
          title={say('move-up', { number })}
          onClick={() => change((before) => moveLine(before, id, -1))}
        >
          ↑
        </button>
        <button
          type="button"
          class="plain"
          disabled={number === flyer.lines.length}
          aria-label={say('move-down', { number })}
          title={say('move-down', { number })}
          onClick={() => change((before) => moveLine(before, id, 1))}
        >
          ↓
        </button>
        <button
          type="button"
          class="plain"
          aria-label={say('remove-line', { number })}
          title={say('remove-line', { number })}
          onClick={() => change((before) => removeLine(before, id))}
        >
          ×
        </button>
      </td>
    </tr>
  );
}

const TONES = { reproduced: 'good', conditional: 'maybe', 'not-derivable': 'maybe', contradiction: 'bad', stated: 'maybe' } as const;

/** The word of the verdict and why; of a line that nobody judges, its figure. */
function Found({
  report,
  origin,
  say,
}: {
  readonly report: LineReport | undefined;
  readonly origin: Origin;
  readonly say: PartProps['say'];
}) {
  if (report === undefined) return null;
  const { figure, word, sentences } = report;
  return (
    <>
      {word !== undefined && <strong class={`verdict ${TONES[word]}`}>{say(`word-${word}`)}</strong>}
      {word === undefined && figure !== undefined && <span class={origin === 'worked' ? 'worked-figure' : 'quiet'}>= {figure}</span>}
      {sentences.map((sentence) => (
        <span key={sentence} class="sentence">
          {sentence}
        </span>
      ))}
    </>
  );
}
