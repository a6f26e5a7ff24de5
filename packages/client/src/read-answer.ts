import { operations, type Operation } from '@customer-contracts/schemas';
import type * as z from 'zod';

import { readAnswerHeaders, type AnswerHeaders } from './answer-headers.ts';
import type { Connection } from './client-options.ts';
import { UndocumentedAnswerError } from './failures.ts';
import { readProblem } from './read-problem.ts';
import { reader } from './reader.ts';
import { readIssues } from './refusals.ts';
import type { HttpAnswer } from './send-request.ts';

/**
 * Reads an answer: a documented success is what comes back, anything else is thrown.
 *
 * @throws ProblemError, UndocumentedAnswerError
 */
export function readAnswer(
  answer: HttpAnswer,
  { base, secret }: Connection,
): { readonly status: number; readonly body: unknown } & AnswerHeaders {
  const { call, url, status, headers } = answer;
  const operation: Operation = operations[call.operationId];
  const documented = operation.responses[status];
  if (documented === undefined || status >= 300) throw readProblem(answer, secret);
  return {
    status,
    body: documented.body && readBody(answer, documented.body),
    ...readAnswerHeaders(headers, url, base),
  };
}

function readBody({ call, status, text, headers }: HttpAnswer, schema: z.ZodType): unknown {
  const fail = (what: string, issues = readIssues(undefined)) =>
    new UndocumentedAnswerError(
      call,
      { status, issues },
      `the API answered ${status}, but ${what}`,
      'The request was carried out. Check that the server is the Customers API.',
    );
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw fail(`its body is not JSON: ${headers.get('Content-Type') ?? 'no type'}, ${text.length} characters`);
  }
  const { success, data, error } = reader(schema).safeParse(body);
  if (success) return data;
  const issues = readIssues(error);
  const [first] = issues;
  throw fail(`its body can't be read, ${first?.member}: ${first?.message}`, issues);
}
