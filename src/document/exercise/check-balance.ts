import { directivesNamed } from '../../chapter/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { DerivationStep } from '../../evaluate/index.js';
import type { Exercise } from '../../exercises/index.js';
import { balancedStep } from '../wording/balanced-step.js';
import { unitInShort } from '../wording/figures.js';
import type { Voice } from '../wording/voice.js';
import { statementWorking } from './reason.js';

/**
 * Reports each line of a working with slips, and each comparison of a checked statement, that balances only if one unit counts as another:
 * there is no room to show the conversion, which other workings print as a line of its own.
 */
export function checkBalance(voice: Voice): readonly Diagnostic[] {
  return voice.content.exercises.flatMap((exercise) =>
    displayedLines(exercise, voice).flatMap(({ what, step }) => {
      const { before, after } = balancedStep(step, [], () => false);
      const conversion = before[0] ?? after;
      if (conversion === undefined) return [];
      const units = [conversion.from, conversion.to].map((unit) => unitInShort(unit, undefined, voice) || '1');
      return [unbalanced(exercise, what, units, voice)];
    }),
  );
}

interface DisplayedLine {
  readonly what: string;
  readonly step: DerivationStep;
}

function displayedLines({ form }: Exercise, voice: Voice): readonly DisplayedLine[] {
  switch (form.kind) {
    case 'hunt':
      // A slip may well mix units.
      return form.lines.flatMap(({ name, formula, values, value, slip }): readonly DisplayedLine[] =>
        slip === undefined ? [{ what: `line \`${name}\``, step: { role: 'step', formula, values, value } }] : [],
      );
    case 'check':
      return form.claims.flatMap(({ example, claim }) => {
        const audited = voice.content.audit.figures.find((one) => one.example === example && one.claim.name === claim);
        const step = audited === undefined ? undefined : statementWorking(audited, voice)?.steps.at(-1);
        return step === undefined ? [] : [{ what: `statement \`${claim}\``, step }];
      });
    default:
      return [];
  }
}

function unbalanced({ name, form }: Exercise, what: string, [from = '', to = '']: readonly string[], voice: Voice): Diagnostic {
  const prompt = directivesNamed(voice.words, 'exercise', name)[0];
  const hint =
    form.kind === 'hunt' ? 'Take a line that does not convert, or convert in a step of its own.' : 'Compare figures of one unit.';
  return {
    code: 'displayed-units-balance',
    severity: 'error',
    message: `The ${what} of exercise \`${name}\` counts ${from} as ${to}, and no line shows it.`,
    ...(prompt === undefined ? {} : { span: prompt.arguments[0]?.span ?? prompt.span }),
    hint,
  };
}
