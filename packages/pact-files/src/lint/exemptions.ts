import { shown } from '@customer-contracts/schemas/internal';

import { maskSecrets } from '../secrets.ts';
import type { ExemptionRule } from './exemption-rules.ts';
import { expiredExemption, unusedExemption } from './exemption-rules.ts';
import type { Exemption } from './lint-options.ts';

/** What an exemption goes by. */
export interface Exemptible {
  readonly rule: string;
  readonly consumer: string;
  readonly interaction: string;
  readonly path: string;
}

/** What is wrong with an exemption. */
export interface ExemptionObjection {
  /** Its position in the list. */
  readonly index: number;
  readonly rule: ExemptionRule;
  /** Which one it is, in words. */
  readonly name: string;
  readonly message: string;
}

/** Leaves out findings, pact by pact. */
export interface Exempting {
  /** The findings in pacts of a consumer that no exemption leaves out. */
  leave<Found extends Exemptible>(found: readonly Found[], consumer: string): readonly Found[];
  /** What is wrong with exemptions, once all pacts are through. */
  objections(): readonly ExemptionObjection[];
}

/**
 * Starts to leave out findings. `today` is a day as `until` is one. Nothing is said about exemptions of rules that are not
 * `own`: they are another command's.
 */
export function startExempting(
  exemptions: readonly Exemption[],
  today: string,
  own: (rule: string) => boolean,
): Exempting {
  const used = new Set<Exemption>();
  const consumers = new Set<string>();
  const byRule = Map.groupBy(exemptions, ({ rule }) => rule);
  return {
    leave(found, consumer) {
      consumers.add(consumer);
      return found.filter((each) => {
        const fitting = (byRule.get(each.rule) ?? []).filter((exemption) => isAbout(exemption, each));
        for (const exemption of fitting) used.add(exemption);
        return !fitting.some((exemption) => !isOver(exemption, today));
      });
    },
    objections: () => objectionsTo(exemptions, used, consumers, today, own),
  };
}

function objectionsTo(
  exemptions: readonly Exemption[],
  used: ReadonlySet<Exemption>,
  consumers: ReadonlySet<string>,
  today: string,
  own: (rule: string) => boolean,
): readonly ExemptionObjection[] {
  return exemptions.flatMap((exemption, index) => {
    const { consumer, rule, interaction, reason, until } = exemption;
    if (!own(rule)) return [];
    const name = `exemption of ${rule}${interaction === undefined ? '' : ` in ${interaction}`}`;
    if (used.has(exemption)) {
      if (!isOver(exemption, today)) return [];
      const message = `It ended on ${until}, and its reason was ${shown(reason)}. Mend what it is about, or give another day.`;
      return [{ index, rule: expiredExemption, name, message: maskSecrets(message) }];
    }
    // Its pact may be judged elsewhere.
    if (consumer !== undefined && !consumers.has(consumer)) return [];
    const message = 'It matches nothing that is found. Correct it, or take it out.';
    return [{ index, rule: unusedExemption, name, message }];
  });
}

function isOver({ until }: Exemption, today: string): boolean {
  return until !== undefined && until < today;
}

function isAbout({ consumer, interaction, member }: Exemption, found: Exemptible): boolean {
  return (
    (consumer === undefined || consumer === found.consumer) &&
    (interaction === undefined || interaction === found.interaction) &&
    (member === undefined ||
      isIn(found.path, member) ||
      isIn(found.path.replace(/^(request|response)\.body\.?/, ''), member))
  );
}

/** Whether a path is a place, or in it. */
function isIn(path: string, place: string): boolean {
  const [steps, wanted] = [stepsOf(path), stepsOf(place)];
  return wanted.length <= steps.length && wanted.every((step, index) => isStep(steps[index] ?? '', step));
}

function stepsOf(path: string): readonly string[] {
  return path.split(/(?=[.[])/);
}

function isStep(step: string, wanted: string): boolean {
  return step === wanted || (wanted === '[*]' && /^\[\d+\]$/.test(step));
}
