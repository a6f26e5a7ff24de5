import { operationIds, operations } from '@customer-contracts/schemas/plain';
import {
  type ApiShape,
  type HeaderShape,
  responseFor,
  type ResponseShape,
  seen,
  shapeOfTable,
} from '@customer-contracts/schemas/shapes';

import { type Answer, bodyOf } from './answer.ts';
import type { Observed } from './observe.ts';

const table = shapeOfTable();

/** The headers of the API. Others are HTTP's, or a network's. */
const headers: ReadonlyMap<string, HeaderShape> = new Map(
  Object.values(table.operations).flatMap(({ responses }) =>
    Object.values(responses).flatMap((response) => Object.entries(response.headers)),
  ),
);

/** The shapes of the documented answers that were brought about; without a value. */
export function cellShapes(
  observed: readonly Observed[],
  days: { readonly from: string; readonly to: string },
): ApiShape {
  const shapes = operationIds.flatMap((id) => {
    const { method, path } = operations[id];
    const responses: Record<string, ResponseShape> = {};
    for (const { observation, answers } of observed) {
      const [operation, status = ''] = observation.about.split(' ');
      if (operation !== id || observation.observed !== 'as-decided') continue;
      const base = table.operations[id] && responseFor(table.operations[id], status);
      const own = answers.filter((answer) => String(answer.status) === status);
      const shape = own.reduce<ResponseShape | undefined>((before, each) => answerSeen(before, each, base), undefined);
      if (shape) responses[status] = shape;
    }
    return Object.keys(responses).length === 0 ? [] : [[id, { method, path, parameters: [], responses }] as const];
  });
  return { source: { kind: 'traffic', place: 'the API', ...days }, operations: Object.fromEntries(shapes) };
}

function answerSeen(before: ResponseShape | undefined, answer: Answer, base?: ResponseShape): ResponseShape {
  const found = [...headers].flatMap(([key, { name, kinds: known }]) => {
    const value = answer.headers.get(key);
    if (value === undefined) return [];
    const promised = base?.headers[key]?.kinds ?? known;
    const meant = promised.number && /^-?\d+$/.test(value) ? Number(value) : value;
    return [
      [key, { name, kinds: seen(before?.headers[key]?.kinds, meant, { base: promised, keepsCodes: false }) }] as const,
    ];
  });
  const body = bodyOf(answer);
  const kinds = body === undefined ? before?.body : seen(before?.body, body, { base: base?.body, keepsCodes: false });
  return { headers: { ...before?.headers, ...Object.fromEntries(found) }, ...(kinds && { body: kinds }) };
}
