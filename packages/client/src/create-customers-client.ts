import { operationIds } from '@customer-contracts/schemas';
import type { OperationId } from '@customer-contracts/types';

import { allCustomers } from './all-customers.ts';
import { checkCallOptions } from './call-options.ts';
import { connect, type CustomersClientOptions } from './client-options.ts';
import type { CallOptions, CustomersClient, OperationMethods } from './customers-client.ts';
import { writeRequest } from './http-request.ts';
import { readAnswer } from './read-answer.ts';
import { sendRequest } from './send-request.ts';

/**
 * Makes a client of the Customers API: one method for each operation, named like it, and `customers` for all customers
 * one by one. Nothing is sent until a method is called. The client keeps no state between calls.
 *
 * @example
 * const client = createCustomersClient({ server: 'sandbox', organizationId: 'org_01', apiKey });
 * const { body: customer } = await client.getCustomer({ id: 'cus_01' });
 *
 * @throws {InvalidOptionsError} when an option is unknown or can't be used.
 */
export function createCustomersClient(options: CustomersClientOptions): CustomersClient {
  const connection = connect(options);
  const method =
    (operationId: OperationId) => async (call?: Readonly<Record<string, unknown>>, options?: CallOptions) => {
      const request = writeRequest(operationId, call, connection.secret);
      return readAnswer(await sendRequest(request, connection, checkCallOptions(operationId, options)), connection);
    };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Calls and answers are checked against the table.
  const methods = Object.fromEntries(operationIds.map((id) => [id, method(id)])) as unknown as OperationMethods;
  return {
    ...methods,
    customers: (query, options) => allCustomers(methods.getCustomerCollection, query, options),
  };
}
