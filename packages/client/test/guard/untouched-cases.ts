// Runs in Node and, without its types, in a page.

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What the server answers with, by the customer's id. */
const ids = ['whole', 'empty', 'chunked', 'cut', 'big', 'packed', 'nobody', 'page', 'moved', 'other'];

const size = (buffer: ArrayBuffer): number => buffer.byteLength;

/** What may be done with a response. */
const acts: Readonly<Record<string, (response: Response) => unknown>> = {
  json: (response) => response.json(),
  text: (response) => response.text(),
  arrayBuffer: async (response) => size(await response.arrayBuffer()),
  blob: async (response) => (await response.blob()).size,
  nothing: () => 'nothing',
  stream: async (response) => {
    let bytes = 0;
    const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) bytes += part.value.length;
    return bytes;
  },
  cancel: async (response) => String(await response.body?.cancel('Enough.')),
  clone: async (response) => {
    const copy = response.clone();
    return [copy.bodyUsed, (await copy.text()).length, response.bodyUsed, (await response.text()).length];
  },
  twice: async (response) => [(await response.text()).length, await response.text()],
  passedOn: async (response) => (await new Response(response.body, response).text()).length,
  locked: async (response) => {
    const reader = response.body?.getReader();
    return response.text().finally(() => reader?.releaseLock());
  },
};

async function observed(fetch: Fetch, url: string, act: (response: Response) => unknown): Promise<unknown> {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  const { status, ok, redirected, type, bodyUsed, headers } = response;
  const before = {
    status,
    ok,
    redirected,
    type,
    bodyUsed,
    isLocked: response.body?.locked,
    to: new URL(response.url).pathname,
  };
  const made = [
    response instanceof Response,
    Object.keys(response),
    'text' in response,
    response.body === response.body,
  ];
  const result = await Promise.resolve(act(response)).catch(({ name, message }: Error) => {
    // Of an empty body, Chromium says this or not, by chance.
    return `${name}: ${message.replace(/^Failed to execute '\w+' on 'Response': /, '')}`;
  });
  const after = [response.bodyUsed, response.body?.locked];
  return { before, made, mediaType: headers.get('content-type'), result: JSON.stringify(result), after };
}

/** What can be done with a body that doesn't end. */
const stalled: Readonly<Record<string, (fetch: Fetch, url: string) => Promise<unknown>>> = {
  cancelled: async (fetch, url) => String(await (await fetch(url)).body?.cancel()),
  'cancelled by its reader': async (fetch, url) => {
    const reader = (await fetch(url)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    return (await reader?.read())?.done;
  },
  'aborted before it is read': async (fetch, url) => {
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    controller.abort();
    return response.text();
  },
  'aborted while it is read': async (fetch, url) => {
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    const text = response.text();
    controller.abort(new RangeError('Too long.'));
    return text;
  },
  'aborted while a clone is read': async (fetch, url) => {
    const controller = new AbortController();
    const response = await fetch(url, { signal: controller.signal });
    const texts = [response.clone().text(), response.text()];
    controller.abort();
    return Promise.allSettled(texts).then((all) =>
      all.map((each) => (each.status === 'rejected' ? String(each.reason) : each.value)),
    );
  },
  'aborted before it is asked for': (fetch, url) => fetch(url, { signal: AbortSignal.abort() }),
};

/** What can be seen of each case, by its name. `base` is where the API is. */
export async function observeAll(fetch: Fetch, base: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const id of ids)
    for (const [name, act] of Object.entries(acts))
      all[`${id}, ${name}`] = await observed(fetch, `${base}/customers/${id}`, act).catch(String);
  for (const [name, act] of Object.entries(stalled))
    all[`stalled, ${name}`] = await act(fetch, `${base}/customers/stalled`).catch(String);
  all['HEAD'] = await fetch(`${base}/customers/whole`, { method: 'HEAD' }).then((head) => head.text());
  all['a redirect that is not followed'] = await fetch(`${base}/customers/moved`, { redirect: 'manual' }).then(
    ({ status, type }) => [status, type],
  );
  all['204'] = await fetch(`${base}/customers/whole?targetCustomerId=a`, { method: 'DELETE' }).then(
    async (response) => [response.status, response.body, await response.text()],
  );
  all['no server'] = await fetch('http://127.0.0.1:1/customers/whole').catch(({ name, message }: Error) => [
    name,
    message,
  ]);
  all['no URL'] = await fetch('http://').catch(({ name }: Error) => name);
  return all;
}
