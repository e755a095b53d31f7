/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { Failed } from '../ui/failed.js';
import { useMemo } from '../ui/preact.js';
import type { DeskLanguage } from '../words/words.js';
import { namesOf } from './kept/edit.js';
import { readFigure } from './text/figure.js';
import { BeginPart } from './ui/begin.js';
import { faultsOfNoCell, type PartProps } from './ui/context.js';
import { ExercisesPart } from './ui/exercises.js';
import { Faults } from './ui/faults.js';
import { LineTable } from './ui/line-table.js';
import { MorePart } from './ui/more.js';
import { QuestionsPart } from './ui/questions.js';
import { RoundsPart } from './ui/rounds.js';
import { useFlyerClient, useFlyerState, useJudged } from './ui/use-flyer.js';
import { WhatIfPart } from './ui/what-if.js';
import { sayIn } from './words/words.js';

/** Units that are offered before the table has any of its own. */
const USUAL_UNITS: Readonly<Record<DeskLanguage, readonly string[]>> = {
  zh: ['元', '%', '个', '个月', '天', '年', '人', '次', '元/个', '元/月'],
  en: ['yuan', '%', 'points', 'months', 'days', 'years', 'people', 'yuan/point', 'yuan/month'],
};

/** A table for somebody who has a flyer in hand: what is printed, how it is figured, and whether it comes out. */
export function FlyerPage({ language }: { readonly language: DeskLanguage }) {
  const say = useMemo(() => sayIn(language), [language]);
  const state = useFlyerState(language);
  const { flyer, change } = state;
  const client = useFlyerClient();
  const { answer: judged, isFresh, thrown } = useJudged(client, flyer, language);
  const names = useMemo(() => namesOf(flyer), [flyer]);
  const units = useMemo(
    () =>
      unitsOf(
        flyer.lines.map(({ figure }) => figure),
        USUAL_UNITS[language],
      ),
    [flyer, language],
  );
  const report = judged?.report;
  const props: PartProps = { flyer, language, say, names, units, faults: report?.faults ?? [], change };
  const unplaced = faultsOfNoCell(props.faults, flyer);
  return (
    <div class={`page-body flyer${isFresh ? '' : ' thinking'}`}>
      <BeginPart state={state} language={language} say={say} />
      <Failed thrown={thrown} language={language} />
      {unplaced.length > 0 && (
        <div class="mistakes" role="alert">
          <Faults id="flyer-faults" faults={unplaced} say={say} />
        </div>
      )}
      <LineTable {...props} report={report} />
      <p class="said" role="status">
        {isFresh ? report?.questions?.figures.join(' ') : ''}
      </p>
      <RoundsPart {...props} report={report} />
      <MorePart {...props} />
      <QuestionsPart report={report} say={say} />
      <WhatIfPart client={client} flyer={flyer} language={language} sliders={judged?.sliders ?? []} say={say} />
      <ExercisesPart client={client} flyer={flyer} language={language} report={report} say={say} />
    </div>
  );
}

/** Units as they are typed in the table, each once, and the usual ones behind them. */
function unitsOf(figures: readonly string[], usual: readonly string[]): readonly string[] {
  const own = figures.flatMap((figure) => {
    const read = readFigure(figure);
    if (!('unit' in read)) return [];
    const { over, under } = read.unit;
    return [[over, ...under].join('/')].filter((text) => text !== '');
  });
  return [...new Set([...own, ...usual])];
}
