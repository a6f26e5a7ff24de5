import { type OperationId, operations } from '@customer-contracts/schemas';

/** Where a request goes, and with which key. */
export interface Address {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** Sends the request of a call by hand, as any client would. */
export async function send(
  operationId: OperationId,
  { body, ...call }: Readonly<Record<string, unknown>>,
  { baseUrl, apiKey }: Address,
): Promise<Answer> {
  const { method, path, query } = operations[operationId];
  const url = new URL(`${baseUrl}${path.replace('{id}', String(call['id']))}`);
  for (const name of Object.keys(query.shape)) {
    const value = call[name];
    if (Array.isArray(value)) url.searchParams.set(name, value.map(String).join(','));
    else if (typeof value === 'string' || typeof value === 'number') url.searchParams.set(name, String(value));
  }
  const response = await fetch(url, {
    method,
    headers: { 'REB-APIKEY': apiKey, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
}
