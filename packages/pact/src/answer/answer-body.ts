import { customerFixtures } from '@customer-contracts/fixtures';
import { operations } from '@customer-contracts/schemas';

import type { InteractionPlan } from '../plan/interaction-plan.ts';
import { collectionSize, providerStateOf } from '../plan/provider-state.ts';
import { isRecord, type Variant } from '@customer-contracts/pact-files/internal';
import { problemBody } from './problem-body.ts';
import { resourceOf } from '../plan/resource-of.ts';
import { writtenCustomer, writtenLeadSource } from './written-body.ts';

type Body = Readonly<Record<string, unknown>>;

/** The whole body that the API answers in a variant's provider state; `undefined` where the answer has none. */
export function answerBody(plan: InteractionPlan, variant: Variant): unknown {
  const resource = resourceOf(plan);
  if (resource === 'none') return undefined;
  if (resource === 'problem') return withAllowed(problemBody(plan), plan);
  const resources = fixturesFor(plan, variant);
  const answerAt = (index: number) => withAllowed(written(plan, resources.at(index)), plan);
  return resource === 'customers'
    ? Array.from({ length: sizeOf(plan, variant) }, (_, index) => answerAt(index))
    : answerAt(0);
}

/** The body of a resource that is simply read, every member present: of a collection, one customer. */
export function typicalBody(plan: InteractionPlan): unknown {
  if (resourceOf(plan) === 'problem') return answerBody(plan, 'complete');
  const { customFields } = plan.identity;
  const isDeclared = resourceOf(plan) !== 'leadSource' && Object.keys(customFields).length > 0;
  return withAllowed({ ...fixturesFor(plan, 'complete').at(0), ...(isDeclared ? { customFields } : {}) }, plan);
}

/** The resources of a variant, as the query asks for them. */
function fixturesFor(plan: InteractionPlan, variant: Variant): { at(index: number): Body } {
  const { identity, call } = plan;
  const views = viewsOf(identity.seed);
  const view = variant === 'bare' ? views.bare : views.complete;
  if (resourceOf(plan) === 'leadSource') return { at: (index) => ({ ...view.leadSources.at(index) }) };
  const customerAt = (index: number) => withId(withMembers(view.responses.at(index), plan, variant), call);
  return { at: (index) => select(customerAt(index), call) };
}

function makeViews(seed: number) {
  const fixtures = customerFixtures({ seed });
  return { complete: fixtures.complete(), bare: fixtures.bare() };
}

const known = new Map<number, ReturnType<typeof makeViews>>();

/** The two views of a seed's customers. A factory builds its word lists once. */
function viewsOf(seed: number): ReturnType<typeof makeViews> {
  const views = known.get(seed) ?? makeViews(seed);
  known.set(seed, views);
  return views;
}

function written(plan: InteractionPlan, resource: Body): Body {
  if (operations[plan.operationId].method === 'GET') return resource;
  return resourceOf(plan) === 'leadSource' ? writtenLeadSource(plan, resource) : writtenCustomer(plan, resource);
}

function sizeOf(plan: InteractionPlan, variant: Variant): number {
  const { limit = collectionSize } = plan.call;
  const { count = collectionSize } = providerStateOf(plan, variant).parameters;
  return variant === 'empty' ? 0 : Math.min(collectionSize, Number(limit), Number(count));
}

/** The members that the API doesn't document and the consumer expects all the same. */
function withAllowed(body: Body, { allowed }: InteractionPlan): Body {
  return [...allowed].reduce(
    (whole, [path, example]) => (example === undefined ? whole : setAt(whole, path, example)),
    body,
  );
}

function setAt(body: Body, path: string, value: unknown): Body {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...body, [name]: value };
  const inner = body[name];
  return { ...body, [name]: setAt(isRecord(inner) ? inner : {}, rest.join('.'), value) };
}

/** The members that the provider state gives instead of the view's own: the organization's fields, or the caller's. */
function withMembers(customer: Body, plan: InteractionPlan, variant: Variant): Body {
  const { members } = providerStateOf(plan, variant).parameters;
  return isRecord(members) ? { ...customer, ...members } : { ...customer };
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
