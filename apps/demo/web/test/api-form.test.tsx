// @vitest-environment happy-dom
import { createCustomersClient } from '@customer-contracts/client';
import { invalidCustomerInputs } from '@customer-contracts/fixtures';
import { CustomerInput } from '@customer-contracts/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';

import { customerBody } from '../src/customer/customer-body.ts';
import { CustomerFields } from '../src/customer/customer-fields.tsx';
import { ApiForm } from '../src/form/api-form.tsx';

afterEach(cleanup);

/** The form of a new customer, before an API that has something against some fields. */
function show(invalidFields: readonly { readonly field: string; readonly message: string }[]) {
  const client = createCustomersClient({
    server: 'http://api.example',
    apiKey: null,
    fetch: () => Promise.resolve(Response.json({ invalidFields }, { status: 422 })),
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ApiForm
        name="new customer"
        schema={CustomerInput}
        action="Create"
        send={(fields) => client.postCustomer({ body: customerBody(fields) })}
        onDone={() => {}}
        onClose={() => {}}
      >
        <CustomerFields customer={undefined} />
      </ApiForm>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Create' }));
}

/** What the fields of the form are called in the API. */
const fields = new Map([
  ['primaryAddress.emails.0.value', 'E-mail'],
  ['primaryAddress.city', 'City'],
  ['primaryAddress.country', 'Country'],
  ['primaryAddress.postalCode', 'Postal code'],
]);

test('what the API has against a field is said at the field that has the name', async () => {
  const shown = [...invalidCustomerInputs()]
    .flatMap(({ invalidFields }) => invalidFields)
    .flatMap(({ field }) => (fields.has(field) ? [{ field, message: `Not this ${field}` }] : []));
  expect(new Set(shown.map(({ field }) => field)).size).toBeGreaterThan(1);
  show(shown);
  await screen.findByRole('alert');
  for (const { field, message } of shown) {
    const input = screen.getByLabelText(fields.get(field) ?? '');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const about = input.getAttribute('aria-describedby') ?? '';
    expect(document.querySelector(`[id="${about}"]`)?.textContent).toContain(message);
  }
});

test('what the form has no field for is said beneath it', async () => {
  show([{ field: 'customFields.vip', message: 'Is not declared' }]);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('The API does not take one field; it says why there.customFields.vip Is not declared');
});

test('a field cuts off nothing, and says at once that a text is too long', () => {
  show([]);
  const postalCode = screen.getByLabelText('Postal code');
  expect(postalCode.getAttribute('maxlength')).toBeNull();
  fireEvent.input(postalCode, { target: { value: '64112-64112' } });
  const about = postalCode.getAttribute('aria-describedby') ?? '';
  expect(document.querySelector(`[id="${about}"]`)?.textContent).toBe(
    'Too big: expected string to have <=10 characters',
  );
  expect(postalCode.getAttribute('aria-invalid')).toBe('true');
});
