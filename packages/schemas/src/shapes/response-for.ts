import type { OperationShape, ResponseShape } from './api-shape.ts';

/** What an operation answers with a status: by the status itself, by `2XX`, or by `default`, which is for the statuses that nobody names. */
export function responseFor({ responses }: OperationShape, status: number | string): ResponseShape | undefined {
  const text = String(status);
  const named = own(responses, text) ?? own(responses, `${text.slice(0, 1)}XX`);
  if (named !== undefined) return named;
  // Where success has a name, `default` means errors.
  const isSuccessNamed = Object.keys(responses).some((each) => each.startsWith('2'));
  return Number(text) >= 400 || !isSuccessNamed ? own(responses, 'default') : undefined;
}

function own(responses: OperationShape['responses'], status: string): ResponseShape | undefined {
  return Object.hasOwn(responses, status) ? responses[status] : undefined;
}
