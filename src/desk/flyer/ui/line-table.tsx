import type { Report } from '../judge/report.js';
import { addLine } from '../kept/edit.js';
import { MOST_LINES } from '../model/flyer.js';
import type { PartProps } from './context.js';
import { LineRow } from './line-row.js';

/** The lines of the flyer. */
export function LineTable(props: PartProps & { readonly report: Report | undefined }) {
  const { flyer, say, change, report } = props;
  const heads = ['number', 'name', 'origin', 'formula', 'figure', 'found'] as const;
  return (
    <section aria-labelledby="flyer-lines">
      <h2 id="flyer-lines">{say('lines')}</h2>
      <p class="quiet">{say('lines-hint')}</p>
      <table class="flyer-table" aria-labelledby="flyer-lines">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class={`line-${head}`}>
                {say(head)}
              </th>
            ))}
            <th scope="col" class="line-actions">
              <span class="said">{say('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {flyer.lines.map((line, index) => (
            <LineRow key={line.id} {...props} line={line} number={index + 1} report={report?.lines[line.id]} />
          ))}
        </tbody>
      </table>
      <p>
        <button type="button" disabled={flyer.lines.length >= MOST_LINES} onClick={() => change(addLine)}>
          ＋ {say('add-line')}
        </button>
      </p>
    </section>
  );
}
