import type { Customer, CustomerInput } from '@customer-contracts/schemas';

/**
 * The members that are written and stored otherwise, as dotted paths; none where a write would change nothing. What a
 * server adds doesn't count, and null is the same as absent.
 */
export function differences(written: CustomerInput, stored: Customer): string[] {
  const { defaultPaymentInstrument, _embedded: { leadSource } = {} } = stored;
  // What is write-only is read elsewhere.
  const instrument = defaultPaymentInstrument?.paymentInstrumentId;
  return compare(written, { ...stored, leadSource, defaultPaymentInstrumentId: instrument }, '');
}

function compare(written: unknown, stored: unknown, path: string): string[] {
  if (written === undefined || written === null) return stored === undefined || stored === null ? [] : [path];
  if (Array.isArray(written)) {
    const items: readonly unknown[] = Array.isArray(stored) ? stored : [];
    if (items.length !== written.length) return [path];
    return written.flatMap((item: unknown, position) => compare(item, items[position], `${path}.${position}`));
  }
  if (typeof written === 'object') {
    const members = new Map<string, unknown>(
      typeof stored === 'object' && stored !== null ? Object.entries(stored) : [],
    );
    return Object.entries(written).flatMap(([name, member]: [string, unknown]) =>
      // What isn't written at the top is left to the server; JSON has no undefined.
      member === undefined ? [] : compare(member, members.get(name), path === '' ? name : `${path}.${name}`),
    );
  }
  return written === stored ? [] : [path];
}
