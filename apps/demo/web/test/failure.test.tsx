// @vitest-environment happy-dom
import { createCustomersClient, type CustomersApiError } from '@customer-contracts/client';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';

import { Failure } from '../src/parts/failure.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The error of a client whose API gives one answer. */
async function errorOf(status: number, headers: Record<string, string> = {}): Promise<unknown> {
  const client = createCustomersClient({
    server: 'http://api.example',
    apiKey: null,
    maxRetries: 0,
    fetch: () => Promise.resolve(Response.json({ detail: `Answer ${status}` }, { status, headers })),
  });
  return client.deleteCustomer({ id: 'one', targetCustomerId: 'other' }).catch((error: CustomersApiError) => error);
}

test.each([
  [401, 'Lead Desk’s API key is not valid', true],
  [403, 'Lead Desk’s API key may not do this', false],
  [404, 'This customer is not there', false],
  [409, 'The API refuses this as it is now', true],
  [422, 'The API does not take this', false],
  [429, 'Too many changes in a short time', true],
  [500, 'The API is in trouble', true],
])('a %i has words of its own, and what the API said', async (status, title, mayRetry) => {
  const onRetry = vi.fn<() => void>();
  render(<Failure error={await errorOf(status)} onRetry={onRetry} />);
  const failure = screen.getByRole('alert', { name: title });
  expect(failure.textContent).toContain(`the API answered ${status} (Answer ${status})`);
  const button = screen.queryByRole('button', { name: 'Try again' });
  expect(button !== null).toBe(mayRetry);
  if (button) fireEvent.click(button);
  expect(onRetry).toHaveBeenCalledTimes(mayRetry ? 1 : 0);
});

test('after a 429 one can try again when the API says so, and sees how long that is', async () => {
  vi.useFakeTimers({ now: 0 });
  const error = await errorOf(429, { 'X-RateLimit-Retry-After': '75' });
  render(<Failure error={error} onRetry={() => {}} />);
  const button = screen.getByRole('button');
  expect([button.textContent, button.getAttribute('aria-disabled')]).toEqual(['Try again in 1:15', 'true']);
  await act(async () => void (await vi.advanceTimersByTimeAsync(74_000)));
  expect(button.textContent).toBe('Try again in 0:01');
  await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
  expect([button.textContent, button.getAttribute('aria-disabled')]).toEqual(['Try again', 'false']);
});

test('an error of the page itself is not blamed on the API', () => {
  render(<Failure error={new TypeError('x is not a function')} />);
  expect(screen.getByRole('alert', { name: 'Lead Desk made a mistake' }).textContent).toContain('x is not a function');
});
