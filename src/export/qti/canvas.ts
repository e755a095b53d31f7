import { drawContents, PLAIN_DRAWING } from '../markup/contents.js';
import { joined, type Markup, tag, xmlFile } from '../markup/markup.js';
import type { Blank, ChoiceBlank, NumberBlank, TextBlank } from '../model/content.js';
import type { Bank, BankExercise, Item } from '../model/item.js';
import { zipped } from '../zip/zip.js';

const NAMESPACE = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';

/** QTI 1.2 as Canvas reads it: a quiz with a group for each place to write in, from which one variant is drawn. */
export function canvasPackage(bank: Bank): Uint8Array {
  const id = `quiz.${bank.chapter}.${bank.language}`;
  const quiz = tag(
    'questestinterop',
    { xmlns: NAMESPACE },
    tag(
      'assessment',
      { ident: id, title: `${bank.number} ${bank.title}` },
      tag('section', { ident: 'root_section' }, ...bank.exercises.flatMap((one) => groups(one, bank))),
    ),
  );
  return zipped([
    { path: 'imsmanifest.xml', content: xmlFile(manifest(id)) },
    { path: `${id}/${id}.xml`, content: xmlFile(quiz) },
  ]);
}

/** How many items Canvas makes of an exercise. */
export function canvasItems({ variants }: BankExercise): number {
  return variants.reduce((sum, { blanks }) => sum + Math.max(1, blanks.length), 0);
}

function groups(exercise: BankExercise, bank: Bank): readonly Markup[] {
  const places = Math.max(1, exercise.variants[0]?.blanks.length ?? 1);
  const marks = exercise.marks / places;
  return Array.from({ length: places }, (_, place) => {
    const items = exercise.variants.map((item) => canvasItem(item, place, places, marks, bank));
    if (items.length === 1) return joined(items);
    const drawn = tag(
      'selection_ordering',
      {},
      tag('selection', {}, tag('selection_number', {}, '1'), tag('selection_extension', {}, tag('points_per_item', {}, points(marks)))),
    );
    return tag('section', { ident: `group.${exercise.id}.${place + 1}`, title: `${exercise.title} (${place + 1})` }, drawn, ...items);
  });
}

function points(marks: number): string {
  return String(Math.round(marks * 100) / 100);
}

function canvasItem(item: Item, place: number, places: number, marks: number, { words }: Bank): Markup {
  const blank = item.blanks[place];
  const numbered = (index: number) => (places > 1 ? `__(${index + 1})__` : '____');
  const stem = drawContents(item.stem, { ...PLAIN_DRAWING, blank: numbered });
  const asked =
    blank === undefined || places === 1
      ? []
      : [
          tag(
            'p',
            {},
            tag(
              'strong',
              {},
              words['export-blank'].replace('{number}', String(place + 1)).replace('{label}', () => blank.label),
            ),
          ),
        ];
  const digits = blank?.kind === 'number' ? [tag('p', {}, tag('small', {}, words['export-digits']))] : [];
  const material = tag('material', {}, tag('mattext', { texttype: 'text/html' }, joined([stem, ...asked, ...digits]).markup));
  const kind = blank === undefined ? 'essay_question' : KINDS[blank.kind];
  return tag(
    'item',
    { ident: places > 1 ? `${item.id}.blank${place + 1}` : item.id, title: places > 1 ? `${item.title} (${place + 1})` : item.title },
    tag('itemmetadata', {}, tag('qtimetadata', {}, field('question_type', kind), field('points_possible', points(marks)))),
    tag('presentation', {}, material, response(blank)),
    tag(
      'resprocessing',
      {},
      tag('outcomes', {}, tag('decvar', { maxvalue: 100, minvalue: 0, varname: 'SCORE', vartype: 'Decimal' })),
      ...(blank === undefined ? [] : conditions(blank)),
    ),
    ...(blank?.kind === 'choice' ? feedbacks(blank) : []),
  );
}

const KINDS = { number: 'numerical_question', text: 'short_answer_question', choice: 'multiple_choice_question' } as const;

function field(label: string, entry: string): Markup {
  return tag('qtimetadatafield', {}, tag('fieldlabel', {}, label), tag('fieldentry', {}, entry));
}

const RESPONSE = 'response1';

function response(blank: Blank | undefined): Markup {
  if (blank?.kind === 'choice') {
    const labels = blank.options.map(({ id, text }) =>
      tag('response_label', { ident: id }, tag('material', {}, tag('mattext', { texttype: 'text/plain' }, text))),
    );
    return tag('response_lid', { ident: RESPONSE, rcardinality: 'Single' }, tag('render_choice', {}, ...labels));
  }
  const attributes = blank?.kind === 'number' ? { fibtype: 'Decimal' } : {};
  const render = tag(
    'render_fib',
    attributes,
    tag('response_label', { ident: 'answer1', ...(blank === undefined ? { rshuffle: 'No' } : {}) }),
  );
  return tag('response_str', { ident: RESPONSE, rcardinality: 'Single' }, render);
}

/** Both bounds and no middle: with a middle Canvas takes one bound from the other. */
function conditions(blank: Blank): readonly Markup[] {
  switch (blank.kind) {
    case 'number':
      return (blank as NumberBlank).accepted.map(({ low, high }) =>
        scored('No', tag('vargte', { respident: RESPONSE }, low), tag('varlte', { respident: RESPONSE }, high)),
      );
    case 'text':
      return [scored('No', ...(blank as TextBlank).accepted.map(equals))];
    case 'choice': {
      const said = (blank as ChoiceBlank).options.flatMap(({ id, feedback }) =>
        feedback === undefined
          ? []
          : [
              tag(
                'respcondition',
                { continue: 'Yes' },
                tag('conditionvar', {}, equals(id)),
                tag('displayfeedback', { feedbacktype: 'Response', linkrefid: `${id}_fb` }),
              ),
            ],
      );
      return [...said, ...(blank as ChoiceBlank).options.filter(({ right }) => right).map(({ id }) => scored('No', equals(id)))];
    }
  }
}

function equals(text: string): Markup {
  return tag('varequal', { respident: RESPONSE }, text);
}

function scored(more: 'Yes' | 'No', ...tests: readonly Markup[]): Markup {
  return tag(
    'respcondition',
    { continue: more },
    tag('conditionvar', {}, ...tests),
    tag('setvar', { action: 'Set', varname: 'SCORE' }, '100'),
  );
}

function feedbacks({ options }: ChoiceBlank): readonly Markup[] {
  return options.flatMap(({ id, feedback }) => {
    if (feedback === undefined) return [];
    const say = drawContents([{ kind: 'paragraph', pieces: feedback.say }], PLAIN_DRAWING);
    const text = joined([`${feedback.name}: `, say]).markup;
    return [
      tag('itemfeedback', { ident: `${id}_fb` }, tag('flow_mat', {}, tag('material', {}, tag('mattext', { texttype: 'text/html' }, text)))),
    ];
  });
}

function manifest(id: string): Markup {
  const href = `${id}/${id}.xml`;
  return tag(
    'manifest',
    { xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1', identifier: `manifest.${id}` },
    tag('metadata', {}, tag('schema', {}, 'IMS Content'), tag('schemaversion', {}, '1.1.3')),
    tag('organizations'),
    tag('resources', {}, tag('resource', { identifier: id, type: 'imsqti_xmlv1p2', href }, tag('file', { href }))),
  );
}
