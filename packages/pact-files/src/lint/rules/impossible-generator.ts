import { shown } from '@customer-contracts/schemas/internal';
import { matchOperation, type Place } from '@customer-contracts/schemas/plain';

import type { PactGenerator } from '../../document/pact-document.ts';
import { parsePlace } from '../../document/parse-place.ts';
import { documentedValues, placeAt } from '../../documented/documented-place.ts';
import { judge } from '../../documented/judge.ts';
import { accepts } from '../../matching/accepts.ts';
import type { ExaminedInteraction } from '../examined-interaction.ts';
import type { CheckedRule, Objection } from '../lint-rule.ts';
import { madeValues } from '../made-values.ts';
import { reading } from '../pact-example.ts';
import { filterGrammar } from './filter-grammar.ts';
import { queryParameter } from './query-parameter.ts';
import { requestContentType } from './request-content-type.ts';
import { responseHeader } from './response-header.ts';
import { unknownField } from './unknown-field.ts';

const ofState = (expression: string) =>
  reading({ request: { generators: { path: { type: 'ProviderState', expression } } } });

export const impossibleGenerator: CheckedRule = {
  id: 'impossible-generator',
  severity: 'error',
  explanation:
    'What a generator puts into the place of an example is what the API documents there: a path of the same operation, a value that the member, the parameter or the header can have.',
  good: [ofState('/customers/${id}')],
  bad: [ofState('/invoices/${id}')],
  check(interaction) {
    return [...impossibleIn(interaction, 'request'), ...impossibleIn(interaction, 'response')];
  },
};

type Direction = 'request' | 'response';

function impossibleIn(interaction: ExaminedInteraction, direction: Direction): readonly Objection[] {
  return interaction[direction].generators.flatMap((generator) => {
    const { part, name, type } = generator;
    const wrong = wrongFrom(generator, interaction, direction);
    if (wrong === undefined) return [];
    const path = `${direction}.generators.${part}${name === '' ? '' : `["${name}"]`}`;
    return [{ path, message: `${type} makes ${wrong}, which the API doesn't have there. Generate what it documents.` }];
  });
}

/** Something that a generator makes, in words, and that can't be there; `undefined` where all may be. */
function wrongFrom(
  generator: PactGenerator,
  interaction: ExaminedInteraction,
  direction: Direction,
): string | undefined {
  const { operation, answer } = interaction;
  const { part, name } = generator;
  // Tools write `limit`, `limit[0]` and `$.limit[0]`.
  const [plain = name] = /[^$.[\]']+/.exec(name) ?? [];
  switch (part) {
    case 'path':
      return pathsOf(generator).find((path) => !isOfOperation(path, interaction));
    case 'query':
      return textsOf(generator).find((value) => isAgainst(interaction, ofQuery, withQuery(interaction, plain, value)));
    case 'headers':
      return textsOf(generator).find((value) =>
        isAgainst(interaction, ofHeaders, withHeader(interaction, direction, plain, value)),
      );
    case 'body': {
      const body = direction === 'request' ? operation?.body : answer?.body;
      const place = body && placeAt(body, parsePlace(name) ?? [name]);
      return place && wrongInBody(generator, place);
    }
    case 'status':
      return undefined;
    default:
      return part satisfies never;
  }
}

/** The paths that a generator makes. What stands in `${}` is known to the provider state alone. */
function pathsOf(generator: PactGenerator): readonly string[] {
  const { type, settings } = generator;
  if (type !== 'ProviderState') return textsOf(generator);
  const { expression } = settings;
  if (typeof expression !== 'string' || !expression.includes('${')) return [];
  const path = expression.replace(/^\$\{[^}]*\}/, '').replaceAll(/\$\{[^}]*\}/g, 'any');
  return path === '' ? [] : [path];
}

function isOfOperation(path: string, { operation, request }: ExaminedInteraction): boolean {
  const match = matchOperation(request.method, path);
  return (
    operation === undefined || (match !== undefined && 'operationId' in match && match.operationId === operation.id)
  );
}

function textsOf(generator: PactGenerator): readonly string[] {
  return madeValues(generator).map(String);
}

const ofQuery = [queryParameter, filterGrammar, unknownField];
const ofHeaders = [requestContentType, responseHeader];

/** Whether rules have more against an interaction once the generator has put its value into it. */
function isAgainst(before: ExaminedInteraction, rules: readonly CheckedRule[], after: ExaminedInteraction): boolean {
  const count = (interaction: ExaminedInteraction) => rules.flatMap(({ check }) => check(interaction)).length;
  return count(after) > count(before);
}

function withQuery(interaction: ExaminedInteraction, name: string, value: string): ExaminedInteraction {
  const { request } = interaction;
  return { ...interaction, request: { ...request, query: { ...request.query, [name]: [value] } } };
}

function withHeader(
  interaction: ExaminedInteraction,
  direction: Direction,
  name: string,
  value: string,
): ExaminedInteraction {
  const { headers } = interaction[direction];
  const others = Object.entries(headers).filter(([each]) => each.toLowerCase() !== name.toLowerCase());
  return {
    ...interaction,
    [direction]: { ...interaction[direction], headers: { ...Object.fromEntries(others), [name]: value } },
  };
}

/** The matchers that tell which texts a generator makes by a format of its own. */
const formats: ReadonlyMap<string, string> = new Map([
  ['Date', 'date'],
  ['Time', 'time'],
  ['DateTime', 'datetime'],
]);

/** Moments as RFC 3339 has them, with every fraction that formats ask for. */
const moments = ['', '.1', '.12', '.123', '.123456', '.123456789'].flatMap((fraction) => [
  `2026-03-08T12:57:32${fraction}Z`,
  `2026-03-08T12:57:32${fraction}+00:00`,
]);

function wrongInBody(generator: PactGenerator, place: Place): string | undefined {
  const { type, settings } = generator;
  const { values, isOpen } = documentedValues(place.shape);
  if (values.length === 0) return undefined;
  const texts = [...values, ...moments, '2026-03-08'].filter(
    (value) => typeof value === 'string' && mayBe(place, value),
  );
  // Which of the texts a pattern makes, the example says, and its rule.
  if (type === 'Regex') return texts.length > 0 ? undefined : `texts like ${shown(settings['regex'])}`;
  const match = formats.get(type);
  if (match === undefined || settings['format'] === undefined) {
    const wrong = madeValues(generator).find((value) => !mayBe(place, value));
    return wrong === undefined ? undefined : shown(wrong);
  }
  const rule = { part: 'body', name: '$', place: [], combine: 'AND', matchers: [{ ...settings, match }] } as const;
  // A text that is not told by its own format may be any date.
  const isFree = isOpen && mayBe(place, '2026-03-08') && mayBe(place, '08.03.2026');
  const fits = isFree || texts.some((value) => accepts(rule, value, value));
  return fits ? undefined : `texts like ${shown(settings['format'])}`;
}

function mayBe(place: Place, value: unknown): boolean {
  return judge(place, value).length === 0;
}
