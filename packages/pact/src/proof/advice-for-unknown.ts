import type { JsonSchema } from '../reader/json-schema.ts';

/** Members that a reader may look for in the wrong place, and where they are. */
const elsewhere: Readonly<Record<string, string>> = {
  leadSource: "An answer has it as _embedded.leadSource, with expand: 'leadSource'.",
  paymentToken: 'It is only written.',
  defaultPaymentInstrumentId: 'An answer has it as defaultPaymentInstrument.paymentInstrumentId.',
};

/** What to do about a member that the API doesn't document. */
export function adviceForUnknown(member: string, promise: JsonSchema): string {
  const field = /^customFields\.(.+)$/.exec(member)?.[1];
  if (field !== undefined) return `Declare it: customersPact({ customFields: { ${field}: ... } }).`;
  const known = elsewhere[member] ?? nearest(member, Object.keys(promise.properties ?? {}));
  return known ?? `Leave it out, or say allow('${member}').`;
}

function nearest(member: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: distance(member.toLowerCase(), name.toLowerCase()) }))
    .filter((each) => each.distance <= 2)
    .toSorted((one, other) => one.distance - other.distance);
  return best && `Did you mean ${best.name}?`;
}

/** How many letters must be added, taken away or replaced (Levenshtein). */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of one.split('').entries()) {
    const next = [row + 1];
    for (const [column, each] of other.split('').entries()) {
      const replaced = (previous[column] ?? 0) + (letter === each ? 0 : 1);
      next.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    previous = next;
  }
  return previous.at(-1) ?? 0;
}
