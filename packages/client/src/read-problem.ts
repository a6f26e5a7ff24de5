import {
  BadRequestProblem,
  ConflictProblem,
  ForbiddenProblem,
  NotFoundProblem,
  Problem,
  TooManyRequestsProblem,
  UnauthorizedProblem,
  ValidationProblem,
} from '@customer-contracts/schemas';
import type { OperationId } from '@customer-contracts/types';
import type * as z from 'zod';

import { adviseServer, adviseUnanswered, type CallError } from './call-error.ts';
import { documentedProblem } from './documented-problem.ts';
import { UndocumentedAnswerError } from './failures.ts';
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  TooManyRequestsError,
  UnauthorizedError,
  ValidationError,
} from './problem-errors.ts';
import { reader } from './reader.ts';
import { readRetryAfter } from './retry-after.ts';
import type { HttpAnswer } from './send-request.ts';
import { jsonWithoutSecret } from './without-secret.ts';

/** The error of an answer that is not a documented success. */
export function readProblem({ call, status, headers, text }: HttpAnswer, secret: string): CallError {
  const body = documentedProblem(readJson(text, secret));
  const received = `the API answered ${status}${describe(body)}`;
  switch (status) {
    case 400:
      return new ValidationError(call, { status, problem: readAs(BadRequestProblem, body), received });
    case 401:
      return new UnauthorizedError(call, { status, problem: readAs(UnauthorizedProblem, body), received });
    case 403:
      return new ForbiddenError(call, { status, problem: readAs(ForbiddenProblem, body), received });
    case 404:
    case 410:
      return new NotFoundError(call, { status, problem: readAs(NotFoundProblem, body), received });
    case 409:
      return new ConflictError(call, { status, problem: readAs(ConflictProblem, body), received });
    case 422:
      return new ValidationError(call, { status, problem: readAs(ValidationProblem, body), received });
    case 429: {
      const problem = readAs(TooManyRequestsProblem, body);
      return new TooManyRequestsError(call, { status, problem, received }, readRetryAfter(headers));
    }
    default: {
      const problem = body === undefined ? undefined : readAs(Problem, body);
      const answer = { status, problem, retryAfter: readRetryAfter(headers) };
      return new UndocumentedAnswerError(
        call,
        answer,
        `${received}, which ${call.operationId} does not document`,
        advise(call.operationId, status),
      );
    }
  }
}

function readAs<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const { data = reader(schema).parse({}) } = reader(schema).safeParse(body);
  return data;
}

/** `undefined` where the text is no JSON that can be handled. */
function readJson(text: string, secret: string): unknown {
  try {
    return jsonWithoutSecret(JSON.parse(text), secret);
  } catch {
    return undefined;
  }
}

/** So many fields make a message that somebody still reads. The error's `problem` has all. */
const mostFields = 20;

/**
 * What the answer says in words: the `error` of 2022, or the detail, or the title, or the `message` that a gateway before the
 * API writes; and the fields that it names.
 */
function describe(body: unknown): string {
  const problem = readAs(ValidationProblem, body);
  const invalidFields = problem.invalidFields ?? [];
  const fields = invalidFields
    .slice(0, mostFields)
    .map(({ field, message }) => `${field ?? 'request'}: ${message ?? 'invalid'}`);
  const more = invalidFields.length - fields.length;
  if (more > 0) fields.push(`and ${more} more`);
  // What it says often ends with a full stop: the sentence around it has its own.
  const words = [
    textOf(problem, 'error') ?? problem.detail ?? problem.title ?? textOf(problem, 'message') ?? [],
    fields,
  ]
    .flat()
    .map((word) => word.replace(/\.$/, ''));
  return words.length === 0 ? '' : ` (${words.join('; ')})`;
}

/** A member that no document has, where it is a text. */
function textOf(problem: object, name: string): string | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(problem, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

function advise(operationId: OperationId, status: number): string {
  if (status === 0 || (status >= 300 && status < 400)) {
    return 'Redirects are not followed, since they would carry the key along. Check the URL of the server.';
  }
  return status >= 500 ? adviseUnanswered(operationId) : adviseServer;
}
