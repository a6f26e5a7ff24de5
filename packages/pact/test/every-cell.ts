import type { CustomersPact } from '@customer-contracts/pact';
import {
  type Cell,
  ConflictProblem,
  Customer,
  ForbiddenProblem,
  LeadSource,
  NotFoundProblem,
  type OperationCall,
  TooManyRequestsProblem,
  UnauthorizedProblem,
  ValidationProblem,
} from '@customer-contracts/schemas';

import { send } from './send.ts';

const one = { id: 'cus_01' };
const list: OperationCall<'getCustomerCollection'> = { limit: 5, sort: ['-createdTime', 'lastName'] };
const merge = { id: 'cus_01', targetCustomerId: 'cus_02' };
const body = {
  primaryAddress: { firstName: 'Ada', emails: [{ label: 'main', value: 'ada@example.com' }] },
  customFields: { vip: true },
};
const badBody = { primaryAddress: { country: 'Germany' } };
const post = { body };
const badPost = { body: badBody };
const put = { ...one, body };
const badPut = { ...one, body: badBody };
const lead = { ...one, body: { medium: 'cpc', referrer: 'https://www.example.com' } };
const badLead = { ...one, body: { referrer: 'no address' } };

/** A contract about every documented answer, each read to the last member. */
export function everyCell(pact: CustomersPact): Readonly<Record<Cell, () => Promise<void>>> {
  return {
    'getCustomerCollection 200': pact
      .getCustomerCollection(list)
      .reads(Customer)
      .readsHeaders('Pagination-Total')
      .test((mock) => send('getCustomerCollection', list, mock)),
    'getCustomerCollection 401': pact
      .getCustomerCollection(list)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('getCustomerCollection', list, mock)),
    'getCustomerCollection 403': pact
      .getCustomerCollection(list)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('getCustomerCollection', list, mock)),
    'postCustomer 201': pact
      .postCustomer(post)
      .reads(Customer)
      .readsHeaders('Location', 'X-RateLimit-Remaining')
      .test((mock) => send('postCustomer', post, mock)),
    'postCustomer 401': pact
      .postCustomer(post)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('postCustomer', post, mock)),
    'postCustomer 403': pact
      .postCustomer(post)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('postCustomer', post, mock)),
    'postCustomer 409': pact
      .postCustomer(post)
      .respondsWith(409)
      .reads(ConflictProblem)
      .test((mock) => send('postCustomer', post, mock)),
    'postCustomer 422': pact
      .postCustomer(badPost)
      .respondsWith(422)
      .reads(ValidationProblem)
      .test((mock) => send('postCustomer', badPost, mock)),
    'postCustomer 429': pact
      .postCustomer(post)
      .respondsWith(429)
      .reads(TooManyRequestsProblem)
      .readsHeaders('X-RateLimit-Retry-After')
      .test((mock) => send('postCustomer', post, mock)),
    'getCustomer 200': pact
      .getCustomer(one)
      .reads(Customer)
      .test((mock) => send('getCustomer', one, mock)),
    'getCustomer 401': pact
      .getCustomer(one)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('getCustomer', one, mock)),
    'getCustomer 403': pact
      .getCustomer(one)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('getCustomer', one, mock)),
    'getCustomer 404': pact
      .getCustomer(one)
      .respondsWith(404)
      .reads(NotFoundProblem)
      .test((mock) => send('getCustomer', one, mock)),
    'putCustomer 200': pact
      .putCustomer(put)
      .respondsWith(200)
      .reads(Customer)
      .test((mock) => send('putCustomer', put, mock)),
    'putCustomer 201': pact
      .putCustomer(put)
      .respondsWith(201)
      .reads(Customer)
      .readsHeaders('Location')
      .test((mock) => send('putCustomer', put, mock)),
    'putCustomer 401': pact
      .putCustomer(put)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('putCustomer', put, mock)),
    'putCustomer 403': pact
      .putCustomer(put)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('putCustomer', put, mock)),
    'putCustomer 409': pact
      .putCustomer(put)
      .respondsWith(409)
      .reads(ConflictProblem)
      .test((mock) => send('putCustomer', put, mock)),
    'putCustomer 422': pact
      .putCustomer(badPut)
      .respondsWith(422)
      .reads(ValidationProblem)
      .test((mock) => send('putCustomer', badPut, mock)),
    'putCustomer 429': pact
      .putCustomer(put)
      .respondsWith(429)
      .reads(TooManyRequestsProblem)
      .readsHeaders('X-RateLimit-Retry-After')
      .test((mock) => send('putCustomer', put, mock)),
    'deleteCustomer 204': pact
      .deleteCustomer(merge)
      .readsHeaders('X-RateLimit-Remaining')
      .test((mock) => send('deleteCustomer', merge, mock)),
    'deleteCustomer 401': pact
      .deleteCustomer(merge)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('deleteCustomer', merge, mock)),
    'deleteCustomer 403': pact
      .deleteCustomer(merge)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('deleteCustomer', merge, mock)),
    'deleteCustomer 404': pact
      .deleteCustomer(merge)
      .respondsWith(404)
      .reads(NotFoundProblem)
      .test((mock) => send('deleteCustomer', merge, mock)),
    'deleteCustomer 429': pact
      .deleteCustomer(merge)
      .respondsWith(429)
      .reads(TooManyRequestsProblem)
      .readsHeaders('X-RateLimit-Retry-After')
      .test((mock) => send('deleteCustomer', merge, mock)),
    'getCustomerLeadSource 200': pact
      .getCustomerLeadSource(one)
      .reads(LeadSource)
      .test((mock) => send('getCustomerLeadSource', one, mock)),
    'getCustomerLeadSource 401': pact
      .getCustomerLeadSource(one)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('getCustomerLeadSource', one, mock)),
    'getCustomerLeadSource 403': pact
      .getCustomerLeadSource(one)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('getCustomerLeadSource', one, mock)),
    'getCustomerLeadSource 404': pact
      .getCustomerLeadSource(one)
      .respondsWith(404)
      .reads(NotFoundProblem)
      .test((mock) => send('getCustomerLeadSource', one, mock)),
    'putCustomerLeadSource 201': pact
      .putCustomerLeadSource(lead)
      .reads(LeadSource)
      .test((mock) => send('putCustomerLeadSource', lead, mock)),
    'putCustomerLeadSource 401': pact
      .putCustomerLeadSource(lead)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('putCustomerLeadSource', lead, mock)),
    'putCustomerLeadSource 403': pact
      .putCustomerLeadSource(lead)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('putCustomerLeadSource', lead, mock)),
    'putCustomerLeadSource 422': pact
      .putCustomerLeadSource(badLead)
      .respondsWith(422)
      .reads(ValidationProblem)
      .test((mock) => send('putCustomerLeadSource', badLead, mock)),
    'putCustomerLeadSource 429': pact
      .putCustomerLeadSource(lead)
      .respondsWith(429)
      .reads(TooManyRequestsProblem)
      .readsHeaders('X-RateLimit-Retry-After')
      .test((mock) => send('putCustomerLeadSource', lead, mock)),
    'deleteCustomerLeadSource 204': pact
      .deleteCustomerLeadSource(one)
      .test((mock) => send('deleteCustomerLeadSource', one, mock)),
    'deleteCustomerLeadSource 401': pact
      .deleteCustomerLeadSource(one)
      .respondsWith(401)
      .reads(UnauthorizedProblem)
      .test((mock) => send('deleteCustomerLeadSource', one, mock)),
    'deleteCustomerLeadSource 403': pact
      .deleteCustomerLeadSource(one)
      .respondsWith(403)
      .reads(ForbiddenProblem)
      .test((mock) => send('deleteCustomerLeadSource', one, mock)),
    'deleteCustomerLeadSource 404': pact
      .deleteCustomerLeadSource(one)
      .respondsWith(404)
      .reads(NotFoundProblem)
      .test((mock) => send('deleteCustomerLeadSource', one, mock)),
    'deleteCustomerLeadSource 409': pact
      .deleteCustomerLeadSource(one)
      .respondsWith(409)
      .reads(ConflictProblem)
      .test((mock) => send('deleteCustomerLeadSource', one, mock)),
    'deleteCustomerLeadSource 429': pact
      .deleteCustomerLeadSource(one)
      .respondsWith(429)
      .reads(TooManyRequestsProblem)
      .readsHeaders('X-RateLimit-Retry-After')
      .test((mock) => send('deleteCustomerLeadSource', one, mock)),
  };
}
