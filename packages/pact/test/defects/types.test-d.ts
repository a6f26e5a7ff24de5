// Defect 12, compiled by `npm run types`: what plain pact-js lets through, and what the harness refuses.
import { customersPact } from '@customer-contracts/pact';
import { PactV4 } from '@pact-foundation/pact';

// A state that nobody knows, a path and a status that the API doesn't have: all of that compiles
const plain = new PactV4({ consumer: 'types', provider: 'customers' });
plain
  .addInteraction()
  .given('any typo')
  .uponReceiving('a request')
  .withRequest('GET', '/custmers')
  .willRespondWith(9999);
const request = plain.addInteraction().uponReceiving('a request');
// @ts-expect-error and what is right does not: a limit is a number
request.withRequest('GET', '/customers', (builder) => builder.query({ limit: 10 }));

const pact = customersPact({ consumer: 'types' });
pact.getCustomerCollection({ limit: 10 });
// @ts-expect-error no such state
pact.getCustomer({ id: 'cus_01' }).given('any typo', {});
// @ts-expect-error no such parameter of the path, which is the operation's own
pact.getCustomer({ customerId: 'cus_01' });
// @ts-expect-error no such status
pact.getCustomer({ id: 'cus_01' }).respondsWith(9999);
