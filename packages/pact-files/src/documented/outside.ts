import { nearest } from '@customer-contracts/schemas/internal';
import { matchOperation, operationIds, operations } from '@customer-contracts/schemas/plain';

/** What tells whether an interaction is about one of the operations. */
interface Calling {
  readonly request: { readonly method: string; readonly path: string };
}

/** What has interactions: a pact, or what is left of one. */
interface WithInteractions<Interaction extends Calling> {
  readonly interactions: readonly Interaction[];
}

/**
 * The interactions of a pact that are about other endpoints of the provider than the operations of the table: nobody here
 * knows what those document. What nearly is one of the operations is one that was misspelt. A pact that has nothing else
 * has none: it is about another API, or all its paths are wrong.
 */
export function interactionsOutside<Interaction extends Calling>({
  interactions,
}: WithInteractions<Interaction>): readonly Interaction[] {
  const outside = interactions.filter(isOutside);
  return outside.length === interactions.length ? [] : outside;
}

/** Whether a pact has nothing about the operations of the table, not even misspelt. */
export function isOfAnotherApi({ interactions }: WithInteractions<Calling>): boolean {
  return interactions.every(isOutside);
}

function isOutside({ request: { method, path: written } }: Calling): boolean {
  const [path = ''] = written.split('?');
  return matchOperation(method, path) === undefined && !isMisspelt(path);
}

const templates = [...new Set(operationIds.map((id) => operations[id].path))].map(stepsOf);

/** What stands before a path by mistake: a host, a version, an organization that is misspelt. */
const before = /^(?:https?:\/\/[^/]+|\/[^/]*[.:][^/]*|\/api|\/v\d[^/]*|\/organi[sz]ations?\/[^/]+)+(?=\/)/i;

/** What stands before it, a slash too many, a letter too few. */
function isMisspelt(path: string): boolean {
  const steps = stepsOf(path.replace(before, ''));
  return templates.some((template) => steps.length === template.length && isNear(steps, template));
}

function stepsOf(path: string): readonly string[] {
  return path.split('/').filter((step) => step !== '');
}

function isNear(steps: readonly string[], template: readonly string[]): boolean {
  return template.every((name, index) => name.startsWith('{') || nearest(steps[index] ?? '', [name]) === name);
}
