import { pageAddress } from '@customer-contracts/schemas/internal';

/** The address of a page of the project, as a finding and a rule have it; nothing while the project has no address. */
export function linkTo(path: string): { readonly url?: string } {
  const url = pageAddress(path);
  return url === undefined ? {} : { url };
}
