import type { DateTime } from '../date-time.ts';
import { LeadSource, type LeadSourceInput } from '../lead-source.ts';
import { fillUnset } from './fill-unset.ts';
import { leadSourceLinks } from './resource-links.ts';

/** A PUT of a lead source, or one that comes with a customer: what is sent, what is there, and what only a server knows. */
export interface LeadSourcePut {
  /** The id of the customer. */
  readonly id: string;
  /** The organization that the customer belongs to. */
  readonly organizationId: string;
  /** The newest attribution until now; `undefined` where there is none. */
  readonly previous: LeadSource | undefined;
  /** The body. */
  readonly input: LeadSourceInput;
  /** When it is written. */
  readonly now: DateTime;
}

/** The members that a lead source has and no writer sends. One that has no rule below doesn't compile. */
type ServerMembers = { [Name in Exclude<keyof LeadSource, keyof LeadSourceInput>]: LeadSource[Name] };

/**
 * The lead source that a PUT records, as the API answers it. Each write is a new attribution, of which nothing is kept but
 * `original`, the first one ever (docs/api-decisions.md#q10). One that comes with a customer is recorded likewise
 * (docs/api-decisions.md#q11). The customer changes, too: see `customerAfterLeadSourceChange`.
 */
export function leadSourceAfterPut({ id, organizationId, previous, input, now }: LeadSourcePut): LeadSource {
  const attribution: LeadSourceInput & Omit<ServerMembers, 'original'> = {
    ...input,
    createdTime: now,
    updatedTime: now,
    _links: leadSourceLinks(organizationId, id),
  };
  return fillUnset(LeadSource, { ...attribution, original: previous?.original ?? attribution });
}
