import type { WorkbookInputs } from '../../build.js';
import type { Source } from '../../source/index.js';

/** The inputs with the sources of an earlier reading where their texts are the same: what was worked out from these can be taken again. */
export function withSourcesOf(before: WorkbookInputs | undefined, inputs: WorkbookInputs): WorkbookInputs {
  if (before === undefined) return inputs;
  const known = new Map(sourcesOf(before).map((source) => [source.name, source]));
  const same = (source: Source): Source => {
    const earlier = known.get(source.name);
    return earlier?.text === source.text && earlier.isSheet === source.isSheet ? earlier : source;
  };
  const { workbook, chapters, sharedWords, beside } = inputs;
  return {
    ...inputs,
    workbook: same(workbook),
    sharedWords: sharedWords.map(same),
    ...(beside === undefined ? {} : { beside: mapped(beside, same) }),
    chapters: mapped(chapters, (read) => ({
      ...read,
      value: read.value && { ...read.value, sums: same(read.value.sums), words: mapped(read.value.words, same) },
    })),
  };
}

function sourcesOf({ workbook, chapters, sharedWords, beside }: WorkbookInputs): readonly Source[] {
  const ofChapters = [...chapters.values()].flatMap(({ value }) => (value === undefined ? [] : [value.sums, ...value.words.values()]));
  return [workbook, ...sharedWords, ...(beside?.values() ?? []), ...ofChapters];
}

function mapped<Key, From, To>(from: ReadonlyMap<Key, From>, change: (value: From) => To): ReadonlyMap<Key, To> {
  return new Map([...from].map(([key, value]) => [key, change(value)]));
}
