import { isRecord } from '@customer-contracts/pact-files/internal';

/** The members as a pact file has them: JSON leaves out what is `undefined`, at any depth. */
export function withoutUndefined(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, present(value)]])),
  );
}

function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  return isRecord(value) ? withoutUndefined(value) : value;
}
