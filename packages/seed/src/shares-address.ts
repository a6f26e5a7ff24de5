import type { Customer, CustomerInput } from '@customer-contracts/schemas';

/** Whether a stored customer has one of the e-mail addresses of what was written; `undefined` where that has none. */
export function sharesAddress(written: CustomerInput, stored: Customer): boolean | undefined {
  const addresses = addressesOf(written);
  if (addresses.length === 0) return undefined;
  const there = addressesOf(stored);
  return addresses.some((address) => there.includes(address));
}

function addressesOf({ primaryAddress }: CustomerInput | Customer): readonly string[] {
  return (primaryAddress?.emails ?? []).map(({ value }) => value.toLowerCase());
}
