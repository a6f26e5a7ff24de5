import { expect } from 'vitest';

/** The errors of the client that the page has words for. */
const names = {
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  422: 'ValidationError',
  429: 'TooManyRequestsError',
} as const;

/** Expects what the client throws for a status; `details` are what the page reads of it beside. */
export async function expectRefusal(
  call: Promise<unknown>,
  status: keyof typeof names,
  details: object = {},
): Promise<void> {
  await expect(call).rejects.toMatchObject({ name: names[status], status, ...details });
}
