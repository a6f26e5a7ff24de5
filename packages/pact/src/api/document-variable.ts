import { harmless } from '@customer-contracts/schemas/internal';

/** The environment variable that names another OpenAPI document of the API: the tests of a run are tried on it. */
export const documentVariable = 'CUSTOMERS_API_DOCUMENT';

/** The document that this process tries its tests on, as it was named; `undefined` where none is. An empty name is none. */
export function namedDocument(): string | undefined {
  return process.env[documentVariable] || undefined;
}

/** Why a run writes no pact file: the contract is with the API that everybody has. */
export function triedOn(document: string): string {
  return `the tests were tried on ${harmless(document)}, which ${documentVariable} names`;
}
