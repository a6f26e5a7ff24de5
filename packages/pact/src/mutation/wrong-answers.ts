import { isList, isRecord } from '@customer-contracts/pact-files/internal';
import { type Cell, contentOf, isCell, statusesOf } from '@customer-contracts/schemas';

import { answerOf as documentedAnswer, typicalAnswer } from '../contract/response-body.ts';
import { type Answer, answerWith } from './answer.ts';
import { replaceAt } from './change.ts';
import { type MutatedPart, readAnswer } from './mutated-part.ts';

/** An answer that must not pass for the one that the test is about. */
export interface WrongAnswer {
  readonly member: string;
  readonly claim: string;
  readonly answer: Answer;
}

/**
 * Answers that must not pass as success: every other documented status with its problem, and, where the body is read, what the
 * API never gives. In a test of a problem only the statuses of success, since code may ignore the body of an error.
 */
export async function wrongAnswers(part: MutatedPart): Promise<readonly WrongAnswer[]> {
  const { interaction, definition } = part;
  const { operationId, status } = interaction;
  const isSuccess = status < 300;
  const statuses = statusesOf(operationId).filter((other) => other < 300 !== isSuccess);
  const documented = statuses.flatMap((other): readonly WrongAnswer[] => {
    const cell = `${operationId} ${other}`;
    return isCell(cell)
      ? [
          {
            member: 'status',
            claim: isSuccess ? `is ${other}, with its problem` : `is ${other}`,
            answer: answerOf(part, cell, other),
          },
        ]
      : [];
  });
  const isRead = interaction.schema !== undefined && definition.response.served !== undefined;
  return isSuccess && isRead ? [...documented, ...(await neverGiven(part))] : documented;
}

/** What the operation answers with another status. */
function answerOf(part: MutatedPart, cell: Cell, status: number): Answer {
  const { interaction } = part;
  const other = { ...interaction, cell, status, content: contentOf(cell), allowed: new Map(), headers: [] };
  // A body that breaks a rule leaves nothing behind, so that a 2xx has a resource as it is simply read.
  const documented =
    other.content.kind === 'one' ? typicalAnswer(other) : documentedAnswer(other, interaction.complete).body;
  const body = withInvalidField(documented);
  const answer = answerWith({ ...part, interaction: other }, body);
  // A client that waits as it is told has nothing to wait for.
  const now = status === 429 ? { 'X-RateLimit-Retry-After': String(Math.floor(Date.now() / 1000)) } : {};
  return { ...answer, headers: { ...answer.headers, ...now } };
}

/** A valid body breaks no rule, so that its 422 would name none. */
function withInvalidField(body: unknown): unknown {
  if (!isRecord(body) || !isList(body['invalidFields']) || body['invalidFields'].length > 0) return body;
  return { ...body, invalidFields: [{ field: 'email', message: 'The value is not valid.' }] };
}

async function neverGiven(part: MutatedPart): Promise<readonly WrongAnswer[]> {
  const { status } = part.interaction;
  const body = part.definition.response.served;
  const right = answerWith(part, body);
  const text = right.body ?? '';
  const typed = (type: string, other: string): Answer => ({
    ...right,
    headers: { ...right.headers, 'Content-Type': type },
    body: other,
  });
  const [resource] = isList(body) ? body : [body];
  const withoutId = isList(body)
    ? body.map((element) => replaceAt(element, ['id'], () => undefined))
    : replaceAt(body, ['id'], () => undefined);
  const hasId = isRecord(resource) && Object.hasOwn(resource, 'id');
  const notFound = answerOf(part, 'getCustomer 404', 404);
  return [
    { member: 'body', claim: `is HTML, with ${status}`, answer: typed('text/html; charset=utf-8', page) },
    // A reader that does without an id says so.
    ...(hasId && (await readAnswer(part, withoutId)) === undefined
      ? [{ member: 'id', claim: 'is missing', answer: { ...right, body: JSON.stringify(withoutId) } }]
      : []),
    {
      member: 'body',
      claim: 'ends in the middle',
      answer: { ...right, body: text.slice(0, Math.floor(text.length / 2)) },
    },
    {
      member: 'Content-Type',
      claim: 'is text/csv, and so is the body',
      answer: typed('text/csv; charset=utf-8', csvOf(resource)),
    },
    { member: 'body', claim: `is that of a 404, with ${status}`, answer: { ...right, body: notFound.body } },
  ];
}

const page = '<!doctype html>\n<html lang="en"><title>Maintenance</title><p>We will be back soon.</p></html>\n';

/** A resource as the table that the API gave until 2020 to who asked for one. */
function csvOf(resource: unknown): string {
  const members = Object.entries(isRecord(resource) ? resource : {});
  const rows = [members.map(([name]) => name), members.map(([, value]) => JSON.stringify(value) ?? '')];
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}
