import { customerFixtures } from '@customer-contracts/fixtures';
import { isList, isRecord } from '@customer-contracts/pact-files/internal';
import {
  contentOf,
  isOperationId,
  isSafe,
  isWritingOperationId,
  problems,
  type ProblemStatus,
  type ProviderState,
  providerStates,
  type ResourceName,
  resourceAfterWrite,
  resources,
} from '@customer-contracts/schemas';

import { exampleOf } from '../api/example-of.ts';
import type { FittedBody } from '../api/fit-body.ts';
import { invalidFieldsOf } from '../plan/check-call.ts';
import { listSize, type PlannedVariant, type ResolvedInteraction } from '../plan/resolve-interaction.ts';

type Body = Readonly<Record<string, unknown>>;

/** The whole body that the API answers in a variant, by the table or by the document that the run is tried on. */
export function answerOf(interaction: ResolvedInteraction, planned: PlannedVariant): FittedBody {
  const { tried, cell, call } = interaction;
  const body = responseBody(interaction, planned);
  const isPart = planned.variant !== 'complete' || call['fields'] !== undefined;
  return tried === undefined ? { body, changes: [] } : tried.fit(cell, body, isPart);
}

/** The body of a resource that is simply read, every member present, by the table or by the document: of a list, one of its elements. */
export function typicalAnswer(interaction: ResolvedInteraction): unknown {
  const { tried, cell, call, content } = interaction;
  const typical = typicalBody(interaction);
  if (tried === undefined) return typical;
  const { body } = tried.fit(cell, content.kind === 'list' ? [typical] : typical, call['fields'] !== undefined);
  return content.kind === 'list' && isList(body) ? body[0] : body;
}

/** By the table; `undefined` where the answer has none. */
function responseBody(interaction: ResolvedInteraction, planned: PlannedVariant): unknown {
  const { content } = interaction;
  switch (content.kind) {
    case 'none':
      return undefined;
    case 'problem':
      return withAllowed(problemBody(interaction, content.status), interaction);
    case 'one':
      return withAllowed(resourceAt(0, content.resource, interaction, planned), interaction);
    case 'list':
      return Array.from({ length: sizeOf(interaction, planned) }, (_, index) =>
        withAllowed(resourceAt(index, content.resource, interaction, planned), interaction),
      );
    default:
      return content satisfies never;
  }
}

/** By the table. */
function typicalBody(interaction: ResolvedInteraction): unknown {
  const { content, identity, complete } = interaction;
  if (content.kind === 'none' || content.kind === 'problem') return responseBody(interaction, complete);
  const resource = storedAt(0, content.resource, interaction, complete);
  const hasCustomFields = 'customFields' in resources[content.resource].schema.shape;
  const { customFields } = identity;
  const declared = hasCustomFields && Object.keys(customFields).length > 0 ? { customFields } : {};
  return withAllowed({ ...select(resource, interaction.call), ...declared }, interaction);
}

/** A resource as an answer has it: as it is stored, or as a write leaves it, with the members that the query asks for. */
function resourceAt(
  index: number,
  name: ResourceName,
  interaction: ResolvedInteraction,
  planned: PlannedVariant,
): Body {
  const stored = storedAt(index, name, interaction, planned);
  const { operationId, call, status } = interaction;
  if (!isWritingOperationId(operationId)) return select(stored, call);
  const written = resourceAfterWrite(operationId, {
    id: textOf(call['id'] ?? stored['id'], 'cus_0YV7DDSDD1C8DA64KHH2W33CPF'),
    organizationId: textOf(stored['organizationId'], 'org_0YV7DDSDD1C8DA64KHH2W33CPF'),
    previous: status === 200 || isThere(name, planned) ? stored : undefined,
    input: call['body'],
    now: textOf(stored['updatedTime'], '2026-03-08T12:57:32Z'),
    makeId: (prefix) => `${prefix}_0YVB8KPKNXCBR9EDX7JHSED75N`,
    contactHash: () => '056ae6d97c788b9e98b049ebafd7b229bf852221',
  });
  return { ...written };
}

/** A bare resource has no such text, and gets one that is the same each time. */
function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

/**
 * Whether the provider state has a resource of this name, so that a write is one over it: whether a GET gets it there. What
 * is complete has all that belongs to it.
 */
function isThere(name: ResourceName, { state }: PlannedVariant): boolean {
  if (state.parameters['view'] === 'complete') return true;
  const { cells }: ProviderState = providerStates[state.name];
  return cells.some((cell) => {
    const [operationId = ''] = cell.split(' ');
    const content = contentOf(cell);
    const isRead = isOperationId(operationId) && isSafe(operationId);
    return isRead && content.kind === 'one' && content.resource === name;
  });
}

/** A resource of a variant as the provider has it: the fixtures' own, or, of one that they don't know, made from its schema. */
function storedAt(
  index: number,
  name: ResourceName,
  { identity, call, operation, documented }: ResolvedInteraction,
  { variant, state }: PlannedVariant,
): Body {
  const views = viewsOf(identity.seed);
  const view = variant === 'bare' ? views.bare : views.complete;
  const known: Body | undefined = fromFixtures[name]?.(view, index);
  const resource = known ?? exampleOf(documented?.resource ?? {}, variant === 'bare' ? 'bare' : 'complete', index);
  const { members } = state.parameters;
  const changed = isRecord(members) ? { ...resource, ...members } : resource;
  return operation.path === resources[name].path ? withId(changed, call) : changed;
}

type View = ReturnType<typeof makeViews>['complete' | 'bare'];

/** The resources that the fixtures know. */
const fromFixtures: { readonly [Name in ResourceName]?: (view: View, index: number) => Body } = {
  customer: (view, index) => ({ ...view.responses.at(index) }),
  leadSource: (view, index) => ({ ...view.leadSources.at(index) }),
};

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

function sizeOf({ call }: ResolvedInteraction, { variant, state }: PlannedVariant): number {
  const { limit = listSize } = call;
  const { count = listSize } = state.parameters;
  return variant === 'empty' ? 0 : Math.min(listSize, Number(limit), Number(count));
}

/** The problem that the API answers an error status with. That of a 422 names the members of the body that break a rule. */
function problemBody(interaction: ResolvedInteraction, status: ProblemStatus): Body {
  const { title } = problems[status];
  const problem = { type: 'about:blank', title, status, detail: `${title}.` };
  return status === 422 ? { ...problem, invalidFields: invalidFieldsOf(interaction) } : problem;
}

/** The members that the API doesn't document and the consumer expects all the same. */
function withAllowed(body: Body, { allowed }: ResolvedInteraction): Body {
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

/** The body with the id of the call, in links and in the address of the resource too. */
function withId(body: Body, { id }: Body): Body {
  const { id: own } = body;
  if (typeof id !== 'string' || typeof own !== 'string') return body;
  const renamed: unknown = JSON.parse(JSON.stringify(body).replaceAll(JSON.stringify(own).slice(1, -1), id));
  return isRecord(renamed) ? renamed : body;
}

/** What `fields` and `expand` leave of a resource: `id` always comes, `_embedded` only when it was asked for. */
function select({ _embedded, ...resource }: Body, { fields, expand }: Body): Body {
  const expanded = typeof expand === 'string' ? expand.split(',') : [];
  const related = Object.entries(isRecord(_embedded) ? _embedded : {}).filter(([name]) => expanded.includes(name));
  const whole: Body = expanded.length === 0 ? resource : { ...resource, _embedded: Object.fromEntries(related) };
  if (typeof fields !== 'string' || fields === '') return whole;
  const names = new Set(['id', ...fields.split(',')]);
  return Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name)));
}
