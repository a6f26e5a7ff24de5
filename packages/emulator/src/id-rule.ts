import { PathId } from '@customer-contracts/schemas';

/** What an id may be, for whoever gave another: as `PathId` has it (docs/api-decisions.md#q27). */
export const idRule = 'An id is 1 to 50 ASCII letters, digits, dots and _ @ ~ -';

/** Whether it may be the id of a customer or an organization. */
export function isId(value: unknown): value is PathId {
  return PathId.safeParse(value).success;
}
