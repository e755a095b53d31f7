import type { Report } from '../judge/report.js';
import { addColumn, changeColumn, changeRounds, removeColumn, rename } from '../kept/edit.js';
import { type Column, LONGEST_FORMULA, MOST_COLUMNS, MOST_ROUNDS } from '../model/flyer.js';
import { suggestNames } from '../text/suggest.js';
import { faultsAt, isWrong, type PartProps } from './context.js';
import { Faults, mended } from './faults.js';
import { FoldedPart } from './folded-part.js';
import { NameField } from './name-field.js';
import { SuggestField } from './suggest-field.js';

/** What happens again and again: columns, and the rounds worked out. */
export function RoundsPart(props: PartProps & { readonly report: Report | undefined }) {
  const { flyer, say, change, faults, report } = props;
  const { each, count, ends, columns } = flyer.rounds;
  return (
    <FoldedPart
      title={say('rounds')}
      isUsed={columns.length > 0}
      hasFaults={faults.some(({ cell: { part } }) => part === 'rounds' || part === 'column')}
    >
      <p class="quiet">{say('rounds-hint')}</p>
      <div class="fields">
        <label class="field">
          <span>{say('each')}</span>
          <input
            type="text"
            value={each}
            maxLength={20}
            placeholder={say('each-hint')}
            onInput={({ currentTarget }) => change((before) => changeRounds(before, { each: currentTarget.value }), 'each')}
          />
        </label>
        <label class="field narrow">
          <span>{say('rounds-count')}</span>
          <input
            type="number"
            min={1}
            max={MOST_ROUNDS}
            value={count}
            onChange={({ currentTarget }) =>
              change((before) =>
                changeRounds(before, { count: Math.min(MOST_ROUNDS, Math.max(1, Math.round(Number(currentTarget.value)) || 1)) }),
              )
            }
          />
        </label>
        <label class="tick">
          <input
            type="checkbox"
            checked={ends}
            onChange={({ currentTarget }) => change((before) => changeRounds(before, { ends: currentTarget.checked }))}
          />
          <span>{say('rounds-end')}</span>
        </label>
      </div>
      <Faults id="rounds-faults" faults={faultsAt(faults, 'rounds', 0)} say={say} />
      {columns.map((column, index) => (
        <ColumnRow key={column.id} {...props} column={column} number={index + 1} />
      ))}
      <p>
        <button type="button" disabled={columns.length >= MOST_COLUMNS} onClick={() => change(addColumn)}>
          ＋ {say('add-column')}
        </button>
      </p>
      {report?.rounds !== undefined && <RoundsTable rounds={report.rounds} say={say} />}
    </FoldedPart>
  );
}

function ColumnRow(props: PartProps & { readonly column: Column; readonly number: number }) {
  const { column, number, flyer, language, say, names, faults, change } = props;
  const { id } = column;
  const label = (what: string) => say('column-label', { number, what });
  const own = faultsAt(faults, 'column', id);
  const saidBy = `column-${id}-found`;
  const suggest = (text: string, caret: number) => suggestNames(text, caret, names, { each: flyer.rounds.each, inRounds: true, language });
  const wrong = (field: 'name' | 'start' | 'formula') => isWrong(own.filter(({ cell }) => cell.field === field));
  return (
    <fieldset class="column-row">
      <legend class="said">{label(column.name)}</legend>
      <div class="field">
        <span class="label" aria-hidden="true">
          {say('name')}
        </span>
        <NameField
          value={column.name}
          label={label(say('name'))}
          lang={flyer.language}
          invalid={wrong('name')}
          describedBy={saidBy}
          onName={(name) => change((before) => rename(before, id, name))}
        />
      </div>
      <div class="field">
        <span class="label" aria-hidden="true">
          {say('starts')}
        </span>
        <SuggestField
          value={column.start}
          label={label(say('starts'))}
          placeholder={say('starts-hint')}
          longest={LONGEST_FORMULA}
          invalid={wrong('start')}
          describedBy={saidBy}
          suggest={(text, caret) =>
            suggestNames(
              text,
              caret,
              names.filter(({ isColumn }) => !isColumn),
              { each: '', inRounds: true, language },
            )
          }
          onInput={(start) => change((before) => changeColumn(before, id, { start }), `column ${id} start`)}
        />
      </div>
      <div class="field wide">
        <span class="label" aria-hidden="true">
          {say('becomes')}
        </span>
        <SuggestField
          value={column.becomes}
          label={label(say('becomes'))}
          placeholder={say('becomes-hint')}
          longest={LONGEST_FORMULA}
          invalid={wrong('formula')}
          describedBy={saidBy}
          suggest={suggest}
          onInput={(becomes) => change((before) => changeColumn(before, id, { becomes }), `column ${id} becomes`)}
        />
      </div>
      <button
        type="button"
        class="plain"
        aria-label={say('remove-column', { name: column.name })}
        title={say('remove-column', { name: column.name })}
        onClick={() => change((before) => removeColumn(before, id))}
      >
        ×
      </button>
      <Faults
        id={saidBy}
        faults={own}
        say={say}
        onMeant={(fault, meant) =>
          change((before) =>
            changeColumn(
              before,
              id,
              fault.cell.field === 'start'
                ? { start: mended(column.start, fault, meant) }
                : { becomes: mended(column.becomes, fault, meant) },
            ),
          )
        }
      />
    </fieldset>
  );
}

function RoundsTable({ rounds, say }: { readonly rounds: NonNullable<Report['rounds']>; readonly say: PartProps['say'] }) {
  const { head, rows, last } = rounds;
  const shown = last === undefined ? rows : rows.slice(0, -1);
  const end = last === undefined ? undefined : rows.at(-1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section class="scroll" tabIndex={0} aria-label={say('rounds-table')}>
      <table class="figures">
        <caption>{say('rounds-table')}</caption>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <FigureRow key={row[0]} row={row} />
          ))}
          {end !== undefined && (
            <>
              <tr>
                <td colSpan={head.length} class="quiet">
                  {say('rounds-more', { last: last ?? 0 })}
                </td>
              </tr>
              <FigureRow row={end} />
            </>
          )}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ row }: { readonly row: readonly string[] }) {
  const [first, ...cells] = row;
  return (
    <tr>
      <th scope="row">{first}</th>
      {cells.map((cell, index) => (
        <td key={index}>{cell}</td>
      ))}
    </tr>
  );
}
