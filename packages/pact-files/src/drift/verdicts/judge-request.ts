import {
  type ApiShape,
  type Change,
  type ChangeKind,
  type Credential,
  type Kinds,
  misfits,
} from '@customer-contracts/schemas/shapes';

import { headerOf } from '../../document/header-of.ts';
import { valuesAt } from '../../document/values-at.ts';
import { isRecord } from '../../json/json-value.ts';
import { maskHeader, placeholders } from '../../secrets.ts';
import type { OperationCall } from './called-operations.ts';
import { stepsOf } from './changed-body.ts';
import type { Judged } from './judge-answer.ts';
import { isMisfitOf } from './new-values.ts';
import { plainReadings } from './plain-readings.ts';
import type { RequestExample } from './verdict.ts';

/**
 * What a change of requests means for the interactions of a consumer that call the operation: one whose request is refused breaks.
 * Traffic shows what else is taken, and refuses nothing.
 */
export function judgeRequest(
  change: Change,
  calls: readonly OperationCall[],
  base: ApiShape,
  source: ApiShape,
): Judged {
  if (source.source.kind === 'traffic') return { pinned: [] };
  const broken = calls.find((call) => isMeant(change, call) && isRefused(change, call, base, source));
  return broken === undefined
    ? { pinned: [] }
    : { verdict: 'breaks', call: broken, counterexample: requestOf(broken), pinned: [] };
}

/** Whether the request of an interaction is meant to be taken: one that expects to be refused for its credentials, or for what it sends, is not. */
function isMeant({ kind }: Change, { response: { status } }: OperationCall): boolean {
  if (kind === 'operation-removed') return true;
  return status !== 401 && status !== 403 && (kind === 'security-changed' || (status !== 400 && status !== 422));
}

function isRefused(change: Change, call: OperationCall, base: ApiShape, source: ApiShape): boolean {
  const { kind } = change;
  switch (kind) {
    case 'operation-removed':
      return true;
    case 'security-changed': {
      const { operation } = change;
      return (
        isLetIn(base.operations[operation]?.security, call) && !isLetIn(source.operations[operation]?.security, call)
      );
    }
    case 'parameter-removed':
      return sent(change, call).length > 0;
    case 'parameter-required':
      return sent(change, call).length === 0;
    case 'member-removed':
      return change.in === 'body' ? sent(change, call).length > 0 : false;
    case 'member-added':
    case 'became-required':
    case 'parameter-added':
      return change.source?.isOptional === false && lacks(change, call);
    case 'enum-value-added':
    case 'enum-value-removed':
    case 'became-nullable':
    case 'no-longer-nullable':
    case 'became-optional':
    case 'type-changed':
    case 'format-changed':
    case 'limit-changed':
      return sent(change, call).some((readings) => isRefusedNow(kind, wholeParameter(change, base, source), readings));
    case 'operation-added':
    case 'status-added':
    case 'status-removed':
    case 'header-added':
    case 'header-removed':
      return false;
    default:
      return kind satisfies never;
  }
}

/** A change inside of a parameter as one of the parameter: its values are read as a whole. */
function wholeParameter({ in: part, member, operation, ...places }: Change, base: ApiShape, source: ApiShape): Sides {
  if (part === 'body') return places;
  const kindsIn = ({ operations }: ApiShape) =>
    operations[operation]?.parameters.find(({ in: where, name }) => where === part && name === member)?.kinds;
  return { base: kindsIn(base) ?? places.base, source: kindsIn(source) ?? places.source };
}

/** Whether the source takes none of the readings of a value, because of this change, and the base took one. */
function isRefusedNow(kind: ChangeKind, { base, source }: Sides, readings: readonly unknown[]): boolean {
  if (source === undefined) return true;
  const refused = readings.map((each) => misfits(source, each));
  const wasTaken = base === undefined || readings.some((each) => misfits(base, each).length === 0);
  return wasTaken && refused.every((found) => found.length > 0) && refused.some((found) => isMisfitOf(kind, found));
}

/** What both sides say of a place. */
interface Sides {
  readonly base?: Kinds | undefined;
  readonly source?: Kinds | undefined;
}

/** What a request has at the place of a change: each value as all that it may be read as. */
function sent(change: Change, { request, pathParameters }: OperationCall): readonly (readonly unknown[])[] {
  const { in: part, member } = change;
  switch (part) {
    case 'body':
      return request.body === undefined ? [] : valuesAt(request.body, stepsOf(member)).map(({ value }) => [value]);
    case 'path': {
      const value = pathParameters[member];
      return value === undefined ? [] : [readingsOf([value])];
    }
    case 'query': {
      const values = Object.hasOwn(request.query, member) ? request.query[member] : undefined;
      return values === undefined ? [] : [readingsOf(values)];
    }
    case 'header': {
      const value = headerOf(request.headers, member);
      return value === undefined ? [] : [readingsOf([value])];
    }
    case 'cookie': {
      const pairs = (headerOf(request.headers, 'cookie') ?? '').split(/;\s*/).map((pair) => pair.split('='));
      return pairs.filter(([name]) => name === member).map(([, ...rest]) => readingsOf([rest.join('=')]));
    }
    case 'operation':
      return [];
    default:
      return part satisfies never;
  }
}

/** A parameter is a text, or what the text says: a number, a boolean, a list. */
function readingsOf(values: readonly string[]): readonly unknown[] {
  const elements = values.flatMap((value) => value.split(','));
  const one = values.length === 1 ? values.flatMap(plainReadings) : [];
  const lists = elements.some((each) => plainReadings(each).length > 1)
    ? [elements, elements.map((each) => plainReadings(each).at(-1))]
    : [elements];
  return [...one, ...lists];
}

/** Whether a request has nothing where something must stand now. */
function lacks(change: Change, call: OperationCall): boolean {
  if (change.in !== 'body') return sent(change, call).length === 0;
  const steps = stepsOf(change.member);
  const { body } = call.request;
  const name = steps.at(-1);
  if (name === undefined) return body === undefined;
  return valuesAt(body, steps.slice(0, -1)).some(({ value }) => isRecord(value) && !Object.hasOwn(value, name));
}

/** Whether the credentials of a request are enough. It is not asked where a source says nothing of them. */
function isLetIn(security: readonly (readonly Credential[])[] | undefined, { request }: OperationCall): boolean {
  if (security === undefined || security.length === 0) return true;
  return security.some((needed) => needed.every((credential) => hasCredential(credential, request.headers)));
}

function hasCredential({ name, wire }: Credential, headers: Readonly<Record<string, string>>): boolean {
  const [where = '', header = ''] = wire.split(' ');
  if (where === 'header') return (headerOf(headers, header) ?? '') !== '';
  const [scheme = '', token = ''] = (headerOf(headers, 'authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== where.toLowerCase() || token === '') return false;
  // Two kinds of tokens look the same on the wire; the harness says which it means.
  const { jwt, applicationJwt } = placeholders;
  if (token === jwt) return name !== 'ApplicationJWT';
  return token !== applicationJwt || name === 'ApplicationJWT';
}

/** The request of an interaction, without its credentials. */
function requestOf({ request: { method, path, query, headers, body } }: OperationCall): RequestExample {
  const shown = Object.entries(headers).map(([name, value]): [string, string] => [name, maskHeader(name, value)]);
  return {
    method,
    path,
    ...(Object.keys(query).length > 0 && { query }),
    ...(shown.length > 0 && { headers: Object.fromEntries(shown) }),
    ...(body !== undefined && { body }),
  };
}
