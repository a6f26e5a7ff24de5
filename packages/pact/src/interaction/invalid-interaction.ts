import type { InvalidInput } from '@customer-contracts/fixtures';
import type { OperationCall, OperationId, Status } from '@customer-contracts/schemas';

import type { Interaction } from './interaction.ts';

/**
 * The start of an interaction whose body breaks a rule: an entry of `invalidCustomerInputs` of the fixtures as it is, whose
 * `name` becomes part of the description, or a body alone.
 */
export type InvalidInteractionStart<Id extends OperationId> = <Body extends Readonly<Record<string, unknown>>>(
  call: Omit<OperationCall<Id>, 'body'> &
    Partial<Omit<InvalidInput<unknown>, 'body'>> & { readonly body: Body & InvalidBody<Body> },
) => InvalidInteraction<Id>;

/** An interaction whose body breaks a rule: 422 is the only status that it can have. */
export interface InvalidInteraction<Id extends OperationId> {
  /** The answer that says which rules the body breaks. */
  respondsWith(status: 422 & Status<Id>): Interaction<Id, 422 & Status<Id>>;
}

/** A body that TypeScript knows by its members is held to the API's own types; one that it can't know may break them. */
type InvalidBody<Body> = string extends keyof Body ? unknown : MembersKnown;

interface MembersKnown {
  readonly 'A body that breaks a rule is a Record<string, unknown>, as the invalid inputs of the fixtures are': never;
}
