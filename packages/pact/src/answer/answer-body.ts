import { customerFixtures } from '@customer-contracts/fixtures';

import type { InteractionPlan } from '../interaction/interaction-plan.ts';
import { collectionSize } from '../interaction/provider-state.ts';
import type { Variant } from '../interaction/variant.ts';
import { isRecord } from '../is-record.ts';
import { problemBody } from './problem-body.ts';
import { writtenCustomer, writtenLeadSource } from './written-body.ts';

type Body = Readonly<Record<string, unknown>>;

/** The whole body that the API answers in a variant's provider state; `undefined` where the answer has none. */
export function answerBody(plan: InteractionPlan, variant: Variant): unknown {
  const { operationId, status = 0, identity, call } = plan;
  if (status === 204) return undefined;
  if (status >= 400) return problemBody(plan, status);
  const fixtures = customerFixtures({ seed: identity.seed });
  const view = variant === 'bare' ? fixtures.bare() : fixtures.complete();
  const customerAt = (index: number) => withCustomFields(view.responses.at(index), plan, variant);
  switch (operationId) {
    case 'getCustomerCollection': {
      const size = variant === 'empty' ? 0 : Math.min(collectionSize, Number(call['limit'] ?? collectionSize));
      return Array.from({ length: size }, (_, index) => select(customerAt(index), call));
    }
    case 'postCustomer':
      return writtenCustomer(plan, customerAt(0));
    case 'putCustomer':
      return withId(writtenCustomer(plan, customerAt(0)), call);
    case 'getCustomerLeadSource':
      return withId({ ...view.leadSources.at(0) }, call);
    case 'putCustomerLeadSource':
      return withId(writtenLeadSource(plan, { ...view.leadSources.at(0) }), call);
    default:
      return select(withId(customerAt(0), call), call);
  }
}

/** The organization's own fields, where the state has every member. */
function withCustomFields(customer: Body, { identity: { customFields } }: InteractionPlan, variant: Variant): Body {
  const own = Object.keys(customFields).length > 0 && variant === 'full';
  return own ? { ...customer, customFields } : { ...customer };
}

/** The body with the id of the call, in links and in the address of the resource too. */
function withId(body: Body, { id }: Body): Body {
  const { id: own } = body;
  if (typeof id !== 'string' || typeof own !== 'string') return body;
  const renamed: unknown = JSON.parse(JSON.stringify(body).replaceAll(JSON.stringify(own).slice(1, -1), id));
  return isRecord(renamed) ? renamed : body;
}

/** What `fields` and `expand` leave of a customer: `id` always comes, `_embedded` only when it was asked for. */
function select({ _embedded, ...customer }: Body, { fields, expand }: Body): Body {
  const expanded = typeof expand === 'string' ? expand.split(',') : [];
  const related = Object.entries(isRecord(_embedded) ? _embedded : {}).filter(([name]) => expanded.includes(name));
  const whole: Body = expanded.length === 0 ? customer : { ...customer, _embedded: Object.fromEntries(related) };
  if (typeof fields !== 'string' || fields === '') return whole;
  const names = new Set(['id', ...fields.split(',')]);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name)));
}
