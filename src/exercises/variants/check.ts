import type { ChapterAudit } from '../../audit/index.js';
import { type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';
import { makeExercises } from '../kinds/make-exercises.js';
import { combinations } from './combinations.js';
import { variantGroups } from './groups.js';
import { judgeVariants, type Refusal, refusalText, type VariantScope } from './judge.js';

/** Combinations that are tried before a group is given up. */
const MOST_TRIED = 500;

/** Groups of which no combination can be handed out, each with what refuses most of them. What has other mistakes stays silent. */
export function checkVariants(chapter: EvaluatedChapter, audit: ChapterAudit): readonly Diagnostic[] {
  return variantGroups(chapter).flatMap((group) => {
    const made = makeExercises(chapter, audit, undefined, new Set(group.exercises));
    return made.value.length < group.exercises.length || hasErrors(made.diagnostics)
      ? []
      : checkGroup({ chapter, audit, group, exercises: made.value });
  });
}

function checkGroup(scope: VariantScope): readonly Diagnostic[] {
  const { group } = scope;
  const all = combinations(group);
  const judge = judgeVariants(scope);
  const tried = Math.min(all.count, MOST_TRIED);
  // Spread over the whole space: neighbours fail together.
  const stride = Math.floor(all.count / tried);
  const refused = new Map<string, { readonly refusal: Refusal; count: number }>();
  for (let index = 0; index < tried; index += 1) {
    const judgement = judge(all.at(index * stride));
    if ('exercises' in judgement) return [];
    const { refusal } = judgement;
    const entry = refused.get(refusalText(refusal)) ?? { refusal, count: 0 };
    entry.count += 1;
    refused.set(refusalText(refusal), entry);
  }
  const [[text, worst] = ['nothing', undefined]] = [...refused].sort(([, a], [, b]) => b.count - a.count);
  const first = group.examples[0];
  const span = worst?.refusal.kind === 'condition' ? worst.refusal.condition.span : first?.vary[0]?.span;
  return [
    {
      code: 'vary-leaves-variants',
      severity: 'error',
      message: `None of ${tried} combinations of \`vary:\` in ${group.name} can be handed out; most (${worst?.count ?? 0}) are refused by ${text}.`,
      ...(span === undefined ? {} : { span }),
      hint: 'Widen the range, take a finer or coarser step, or loosen the condition.',
    },
  ];
}
