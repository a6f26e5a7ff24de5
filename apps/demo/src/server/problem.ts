import { STATUS_CODES } from 'node:http';

/** An answer that says what is wrong, in the API's own form. */
export function problem(
  status: number,
  about: { readonly detail?: string; readonly headers?: Record<string, string> } = {},
): Response {
  const { detail, headers } = about;
  const title = STATUS_CODES[status];
  return Response.json(
    { type: 'about:blank', title, status, ...(detail !== undefined && { detail }) },
    { status, ...(headers && { headers }) },
  );
}
