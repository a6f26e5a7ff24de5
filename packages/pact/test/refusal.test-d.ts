// Compiled by `npm run types`: what must compile compiles, and what TypeScript must refuse is marked so.
import { invalidCustomerInputs, invalidLeadSourceInputs } from '@customer-contracts/fixtures';
import { customersPact, rawFilter } from '@customer-contracts/pact';
import { Customer, openEnum, tolerant, ValidationProblem } from '@customer-contracts/schemas';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import * as z from 'zod';

const pact = customersPact({ consumer: 'types' });
const getCustomer = pact.getCustomer({ id: 'cus_01' });
const putCustomer = pact.putCustomer({ id: 'cus_01', body: {} });

// What reads accepts, of each of the three libraries
getCustomer.reads(Customer);
getCustomer.reads(tolerant(Customer));
getCustomer.reads(z.object({ id: z.string(), email: z.email().nullable() }));
getCustomer.reads(z.looseObject({ id: z.string() }));
getCustomer.reads(z.object({ createdTime: z.coerce.date() }));
getCustomer.reads(z.object({ customFields: z.object({ vip: z.boolean() }) }));
getCustomer.reads(z.object({ id: z.union([z.string(), z.number()]) }));
getCustomer.reads(type({ id: 'string', email: 'string | null' }));
getCustomer.reads(toStandardJsonSchema(v.object({ id: v.string(), email: v.nullable(v.string()) })));
getCustomer.respondsWith(404).reads(z.object({ title: z.string().optional() }));
getCustomer.allow('referredBy').reads(z.object({ referredBy: z.string() }));
pact.getCustomerCollection().reads(z.object({ id: z.string() }));
putCustomer.reads(z.object({ id: z.string() }));

// What it refuses
// @ts-expect-error email may be null
getCustomer.reads(z.object({ email: z.email() }));
// @ts-expect-error email may be null
getCustomer.reads(type({ email: 'string' }));
// @ts-expect-error email may be null
getCustomer.reads(toStandardJsonSchema(v.object({ email: v.string() })));
// @ts-expect-error the API documents no emial
getCustomer.reads(z.object({ emial: z.string().optional() }));
// @ts-expect-error paymentCount is a number
getCustomer.reads(z.object({ paymentCount: z.string() }));
// @ts-expect-error tags[].type may have a value that the API does not document yet
getCustomer.reads(z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document']) })) }));
getCustomer.reads(z.object({ tags: z.array(z.object({ type: openEnum(['customer']) })) }));
getCustomer.reads(
  Customer.pick({ id: true, tags: true, defaultPaymentInstrument: true, taxNumbers: true, _links: true }),
);
getCustomer
  .closed('tags[].type', 'the tags are ours')
  .reads(z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document', 'aml-check']) })) }));
// @ts-expect-error a list is read one by one
pact.getCustomerCollection().reads(z.array(z.object({ id: z.string() })));
// @ts-expect-error createdTime is a string
getCustomer.reads(z.object({ createdTime: z.date() }));
// @ts-expect-error primaryAddress.city may be null
getCustomer.reads(z.object({ primaryAddress: z.object({ city: z.string() }).nullable() }));
// @ts-expect-error the answer has no body
pact.deleteCustomer({ id: 'a', targetCustomerId: 'b' }).reads(z.object({}));
// @ts-expect-error bare valibot has no JSON Schema
getCustomer.reads(v.object({ id: v.string() }));

// Only what the operation documents compiles
// @ts-expect-error the API documents no 418
getCustomer.respondsWith(418);
// @ts-expect-error no 429 for a read
getCustomer.respondsWith(429);
// @ts-expect-error no header of that answer
getCustomer.readsHeaders('Location');
// @ts-expect-error no parameter of the operation
pact.getCustomer({ id: 'a', limit: 3 });
// @ts-expect-error the id is required
pact.getCustomer();
// @ts-expect-error customers can't be sorted by that
pact.getCustomerCollection({ sort: ['-createdAt'] });
pact.getCustomerCollection({ filter: [{ field: 'email', terms: [{ kind: 'literal', negated: false, value: 'a' }] }] });
pact.getCustomerCollection({
  // @ts-expect-error customers have no such field
  filter: [{ field: 'shoeSize', terms: [{ kind: 'literal', negated: false, value: '42' }] }],
});
pact.getCustomerCollection({ filter: rawFilter('shoeSize:42') });
// @ts-expect-error no such state
getCustomer.given('customerIsHappy', {});

// PUT customer must say whether it replaces or creates
// @ts-expect-error respondsWith is missing
putCustomer.test(() => {});
putCustomer.respondsWith(200).test(() => {});

// A body that breaks a rule is one of the fixtures', and is answered with 422
for (const { body } of invalidCustomerInputs()) {
  pact.putCustomer({ id: 'a', body }).respondsWith(422).reads(ValidationProblem);
  pact
    .postCustomer({ body })
    .respondsWith(422)
    .test(({ example }) => example.invalidFields?.length);
  // @ts-expect-error the API doesn't take it
  pact.putCustomer({ id: 'a', body }).respondsWith(200);
  // @ts-expect-error the id is required
  pact.putCustomer({ body });
}
for (const { body } of invalidLeadSourceInputs()) pact.putCustomerLeadSource({ id: 'a', body }).respondsWith(422);
// @ts-expect-error no member of a customer
pact.postCustomer({ body: { locael: 'fr-FR' } });
// @ts-expect-error a locale is text
pact.postCustomer({ body: { locale: 5 } });

// Only credentials that the operation accepts
getCustomer.auth('applicationJwt');
putCustomer.auth('jwt').respondsWith(200);
// @ts-expect-error applications only read customers
putCustomer.auth('applicationJwt');
// @ts-expect-error applications read no lead sources
pact.getCustomerLeadSource({ id: 'a' }).auth('applicationJwt');

// The test's own types
getCustomer.reads(z.object({ createdTime: z.coerce.date() })).test(({ example, response }) => {
  const read: Date = example.createdTime;
  const wire: string | undefined = response.createdTime;
  return [read, wire];
});
pact
  .getCustomerCollection()
  .reads(z.object({ id: z.string() }))
  .test(({ example }) => example.map(({ id }) => id.length));
pact
  .flow(getCustomer.respondsWith(404), putCustomer.respondsWith(201).reads(z.object({ id: z.string() })))
  .test(({ examples: [problem, created] }) => [problem.title?.length, created.id.length]);
