import { responseOf } from '@customer-contracts/schemas';
import type * as z from 'zod';

import { readAnswerHeaders, type AnswerHeaders } from './answer-headers.ts';
import { adviseServer } from './call-error.ts';
import type { Connection } from './client-options.ts';
import { UndocumentedAnswerError } from './failures.ts';
import { readProblem } from './read-problem.ts';
import { reader } from './reader.ts';
import { formatIssues, readIssues, type CallIssue } from './refusals.ts';
import type { HttpAnswer } from './send-request.ts';

/**
 * Reads an answer: a documented success is what comes back, anything else is thrown.
 *
 * @throws {ProblemError} when the answer is a documented problem.
 * @throws {UndocumentedAnswerError} when it is none that is documented.
 */
export function readAnswer(
  answer: HttpAnswer,
  { base, secret }: Connection,
): { readonly status: number; readonly body: unknown } & AnswerHeaders {
  const { call, url, status, headers } = answer;
  const documented = responseOf(call.operationId, status);
  if (documented === undefined || documented.content.kind === 'problem') throw readProblem(answer, secret);
  return {
    status,
    body: documented.body && readBody(answer, documented.body),
    ...readAnswerHeaders(headers, url, base),
  };
}

function readBody({ call, status, text, headers }: HttpAnswer, schema: z.ZodType): unknown {
  const fail = (what: string, issues: readonly CallIssue[] = []) =>
    new UndocumentedAnswerError(
      call,
      { status, issues },
      `the API answered ${status}, but its body ${what}`,
      adviseServer,
    );
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw fail(`is not JSON: ${headers.get('Content-Type') ?? 'no type'}, ${text.length} characters`);
  }
  const { success, data, error } = reader(schema).safeParse(body);
  if (success) return data;
  const issues = readIssues(error);
  // One may be repeated for each of a thousand customers: the message shows enough of them.
  throw fail(`cannot be read: ${formatIssues(issues.slice(0, 3))}`, issues);
}
