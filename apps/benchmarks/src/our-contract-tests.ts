import { customersPact } from '@customer-contracts/pact';

import { Page, type It, loadPage } from './consumer.ts';

/** A contract test for each id, as a team writes it with our harness. */
export function contractTests(it: It, ids: readonly string[]): void {
  const pact = customersPact({ consumer: 'benchmark' });
  for (const id of ids) {
    const customer = pact.getCustomer({ id }).reads(Page).only('complete');
    it(
      `shows ${id}`,
      customer.test(({ baseUrl, apiKey }) => loadPage(baseUrl, apiKey, id)),
    );
  }
}
