import { expect } from 'vitest';

/** The class of error that the SDK makes of each status. Only some have a class of their own. */
const names = {
  401: 'RebillyForbiddenError',
  403: 'RebillyRequestError',
  404: 'RebillyNotFoundError',
  409: 'RebillyConflictError',
  422: 'RebillyValidationError',
  429: 'RebillyRequestError',
} as const;

/** Expects that the SDK throws what it throws for a status. */
export async function expectRefusal(call: Promise<unknown>, status: keyof typeof names): Promise<void> {
  await expect(call).rejects.toMatchObject({ name: names[status], status });
}
