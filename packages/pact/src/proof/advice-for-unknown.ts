import type { JsonSchema } from '@customer-contracts/pact-files/internal';
import { nearest } from '@customer-contracts/schemas/internal';

/** Members that a reader may look for in the wrong place, and where they are. */
const elsewhere: Readonly<Record<string, string>> = {
  leadSource: "An answer has it as _embedded.leadSource, with expand: 'leadSource'.",
  paymentToken: 'It is only written.',
  defaultPaymentInstrumentId: 'An answer has it as defaultPaymentInstrument.paymentInstrumentId.',
};

/** What to do about a member that the API doesn't document. */
export function adviceForUnknown(member: string, documented: JsonSchema): string {
  const field = /^customFields\.(.+)$/.exec(member)?.[1];
  if (field !== undefined) return `Declare it: customersPact({ customFields: { ${field}: ... } }).`;
  const known = nearest(member, Object.keys(documented.properties ?? {}));
  return elsewhere[member] ?? (known && `Did you mean ${known}?`) ?? `Leave it out, or say allow('${member}').`;
}
