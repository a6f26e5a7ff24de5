/** The environment variable by which tests are told that they run under mutation, and how. */
export const mutationsVariable = 'CUSTOMER_PACT_MUTATIONS';

/** Whether tests run under mutation: nothing is kept for a pact then. */
export function isMutating(): boolean {
  return process.env[mutationsVariable] !== undefined;
}
