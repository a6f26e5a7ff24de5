import { type Customer, customerAfterPut, type CustomerInput } from '@customer-contracts/schemas';

import { sha256 } from '#platform';

import { dateTime } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import { makeId } from '../make-id.ts';
import { contactHash } from './contact-hash.ts';
import { recordLeadSource } from './record-lead-source.ts';
import type { Writer } from './writer.ts';

/**
 * Creates the customer, or replaces what is there. A lead source in the input is recorded with it.
 *
 * @returns the answer's JSON text.
 */
export function writeCustomer(
  writer: Writer,
  id: string,
  input: CustomerInput,
  previous: Customer | undefined,
): string {
  const { store, organizationId, events, clock, random } = writer;
  const now = clock();
  if (input.paymentToken !== undefined) useToken(writer, input.paymentToken);
  const customer = customerAfterPut({
    id,
    organizationId,
    previous,
    input,
    now: dateTime(now),
    makeId: (prefix) => makeId(prefix, now, random),
    contactHash,
  });
  const text = store.putCustomer(organizationId, customer);
  const eventType = previous === undefined ? 'customer-created' : 'customer-updated';
  events?.add(eventType, { organizationId, customerId: id, time: dateTime(now) });
  if (input.leadSource !== undefined) recordLeadSource(writer, id, input.leadSource);
  return text;
}

/** @throws {Refusal} with 422 when a token was used before (docs/api-decisions.md#payment-instrument). */
function useToken({ store, organizationId }: Writer, token: string): void {
  if (store.usePaymentToken(organizationId, sha256(token))) return;
  const message = 'The token was used before; it works once.';
  throw new Refusal(422, 'The body breaks a rule of the API.', { invalidFields: [{ field: 'paymentToken', message }] });
}
