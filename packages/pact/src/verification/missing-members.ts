import type { CustomerView } from '@customer-contracts/schemas';
import type * as z from 'zod';

/** The members of a resource that are not as a view says: absent or null in a complete one, not null in a bare one. */
export function missingMembers(
  { shape }: z.ZodObject<Readonly<Record<string, z.ZodType>>>,
  view: CustomerView,
  resource: object,
): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(resource));
  const isAsSaid = ([name, schema]: readonly [string, z.ZodType]): boolean => {
    const value = values.get(name);
    if (view === 'complete') return value !== undefined && value !== null;
    return value === null || !schema.safeParse(null).success;
  };
  return Object.entries(shape)
    .filter((member) => !isAsSaid(member))
    .map(([name]) => name);
}
