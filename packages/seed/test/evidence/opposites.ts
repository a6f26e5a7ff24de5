import * as z from 'zod';

/** A request on its way to the emulator, and an answer on its way back. */
export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What stands before an API, and decides one thing the other way. */
export type Opposite = (asked: Asked, pass: (asked: Asked) => Promise<Answered>) => Promise<Answered> | Answered;

type Json = z.core.util.JSONType;
type Members = Readonly<Record<string, Json>>;

const asJson = { 'content-type': 'application/json' };

function jsonOf(text: string): Json | undefined {
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isMembers(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problem(status: number): Answered {
  return { status, headers: asJson, body: JSON.stringify({ type: 'about:blank', status }) };
}

/** The same request with another query. */
function withQuery(asked: Asked, change: (query: URLSearchParams) => void): Asked {
  const [path = '', search = ''] = asked.url.split('?');
  const query = new URLSearchParams(search);
  change(query);
  return { ...asked, url: query.size === 0 ? path : `${path}?${query.toString()}` };
}

function queryOf({ url }: Asked): URLSearchParams {
  return new URLSearchParams(url.split('?')[1] ?? '');
}

function pathOf({ url }: Asked): string {
  return url.split('?')[0] ?? '';
}

function without(members: Members, name: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([each]) => each !== name));
}

/** Every object of a body changed, the innermost first. */
function changed(value: Json, change: (members: Members) => Members): Json {
  if (Array.isArray(value)) return value.map((each) => changed(each, change));
  if (!isMembers(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each, change)])));
}

/** Answers with every object changed. */
function answering(change: (members: Members, asked: Asked) => Members): Opposite {
  return async (asked, pass) => {
    const answer = await pass(asked);
    const body = jsonOf(answer.body);
    if (body === undefined) return answer;
    return { ...answer, body: JSON.stringify(changed(body, (members) => change(members, asked))) };
  };
}

/** Sends with the body changed. */
function sending(change: (body: Members, asked: Asked) => Json): Opposite {
  return (asked, pass) => {
    const body = jsonOf(asked.body);
    return pass(isMembers(body) ? { ...asked, body: JSON.stringify(change(body, asked)) } : asked);
  };
}

/** Refuses what it is asked for. */
function refusing(status: number, is: (asked: Asked) => boolean): Opposite {
  return (asked, pass) => (is(asked) ? problem(status) : pass(asked));
}

/** Answers with another status in the place of one. */
function instead(was: number, status: number, is: (asked: Asked) => boolean): Opposite {
  return async (asked, pass) => {
    const answer = await pass(asked);
    return answer.status === was && is(asked) ? { ...answer, status } : answer;
  };
}

const isPut = ({ method }: Asked) => method === 'PUT';
const isLeadSource = (asked: Asked) => pathOf(asked).endsWith('/lead-source');
const filterOf = (asked: Asked) => queryOf(asked).get('filter') ?? '';
const isFilteredBy = (text: string) => (asked: Asked) => filterOf(asked).includes(text);
const customerOf = (asked: Asked): Asked => ({
  ...asked,
  method: 'GET',
  url: pathOf(asked).replace(/\/lead-source$/, ''),
  body: '',
});
const empty: Answered = { status: 200, headers: asJson, body: '[]' };

/** Each decision that can be seen from outside, the other way round; made anew for each API. */
export const opposites: Readonly<Record<string, () => Opposite>> = {
  q2: () => (asked, pass) => {
    const target = queryOf(asked).get('targetCustomerId');
    const own = pathOf(asked).split('/').at(-1);
    if (asked.method !== 'DELETE' || isLeadSource(asked) || !target || !own || target === own) return pass(asked);
    return pass({ ...asked, url: `${pathOf(asked).replace(/[^/]+$/, target)}?targetCustomerId=${own}` });
  },
  q4: () =>
    instead(
      422,
      204,
      (asked) => asked.method === 'DELETE' && pathOf(asked).endsWith(`/${queryOf(asked).get('targetCustomerId')}`),
    ),
  q5: () => {
    const merged = new Set<string>();
    return async (asked, pass) => {
      const answer = await pass(asked);
      if (asked.method === 'DELETE' && answer.status === 204 && !isLeadSource(asked)) merged.add(pathOf(asked));
      return asked.method === 'GET' && merged.has(pathOf(asked)) ? problem(410) : answer;
    };
  },
  q6: () => {
    const moved = new Map<string, Json>();
    return async (asked, pass) => {
      const isMerge = asked.method === 'DELETE' && !isLeadSource(asked);
      const duplicate = isMerge ? jsonOf((await pass(customerOf(asked))).body) : undefined;
      const answer = await pass(asked);
      if (isMerge && answer.status === 204 && isMembers(duplicate) && duplicate['primaryAddress'])
        moved.set(
          pathOf(asked).replace(/[^/]+$/, queryOf(asked).get('targetCustomerId') ?? ''),
          duplicate['primaryAddress'],
        );
      const address = moved.get(pathOf(asked));
      const body = jsonOf(answer.body);
      if (asked.method !== 'GET' || address === undefined || !isMembers(body)) return answer;
      return { ...answer, body: JSON.stringify({ ...body, primaryAddress: address }) };
    };
  },
  q3: () => async (asked, pass) => {
    const body = jsonOf(asked.body);
    if (!isPut(asked) || isLeadSource(asked) || !isMembers(body) || 'locale' in body) return pass(asked);
    const stored = jsonOf((await pass(customerOf(asked))).body);
    const locale = isMembers(stored) ? (stored['locale'] ?? null) : null;
    return pass({ ...asked, body: JSON.stringify({ ...body, locale }) });
  },
  q21: () =>
    answering((members, { body }) => {
      const sent = jsonOf(body);
      return isMembers(sent) && 'revision' in sent && 'revision' in members
        ? { ...members, revision: sent['revision'] ?? null }
        : members;
    }),
  q22: () => refusing(422, ({ body }) => body.includes('shoeSize')),
  q24: () => refusing(422, ({ method, headers }) => method === 'POST' && headers['reb-apikey'] !== undefined),
  q25: () => answering((members) => without(members, 'personId')),
  'payment-instrument': () => refusing(422, ({ body }) => body.includes('defaultPaymentInstrumentId')),
  q46: () => refusing(422, ({ body }) => body.includes('\u{1F600}')),
  formats: () => (asked, pass) => pass({ ...asked, body: asked.body.replace('@localhost', '@example.org') }),
  q39: () => refusing(422, ({ body }) => body === '[]'),
  q40: () => refusing(422, ({ body }) => body.includes('"emails":{')),
  q29: () =>
    answering((members) => {
      const { primaryAddress: address } = members;
      const emails = isMembers(address) ? address['emails'] : undefined;
      const last = Array.isArray(emails) ? emails.at(-1) : undefined;
      return isMembers(last) && 'email' in members ? { ...members, email: last['value'] ?? null } : members;
    }),
  q23: () =>
    answering((members) =>
      typeof members['revision'] === 'number' ? { ...members, revision: members['revision'] - 1 } : members,
    ),
  q30: () =>
    answering((members) =>
      typeof members['hash'] === 'string' ? { ...members, hash: members['hash'] + '0'.repeat(24) } : members,
    ),
  ids: () => async (asked, pass) => {
    const answer = await pass(asked);
    const body = jsonOf(answer.body);
    if (asked.method !== 'POST' || !isMembers(body) || !('id' in body)) return answer;
    return { ...answer, body: JSON.stringify({ ...body, id: '4f6cf35a-2c4a-483a-a0a9-158621f77a21' }) };
  },
  times: () => async (asked, pass) => {
    const answer = await pass(asked);
    return { ...answer, body: answer.body.replaceAll(/(T\d\d:\d\d:\d\d)Z/g, '$1+00:00') };
  },
  money: () => answering((members) => ('averageValue' in members ? { ...members, averageValue: null } : members)),
  q10: () => async (asked, pass) => {
    const isSecond =
      isPut(asked) && isLeadSource(asked) && (await pass({ ...asked, method: 'GET', body: '' })).status === 200;
    const answer = await pass(asked);
    return isSecond && answer.status === 201 ? { ...answer, status: 200 } : answer;
  },
  q11: () => sending((members) => without(members, 'leadSource')),
  q12: () => instead(404, 422, (asked) => isPut(asked) && isLeadSource(asked)),
  q13: () => async (asked, pass) => {
    const answer = await pass(asked);
    const isAgain = asked.method === 'DELETE' && isLeadSource(asked) && answer.status === 404;
    if (!isAgain || (await pass(customerOf(asked))).status !== 200) return answer;
    return { status: 204, headers: {}, body: '' };
  },
  q14: () => async (asked, pass) => {
    const answer = await pass(asked);
    const isNone = asked.method === 'GET' && isLeadSource(asked) && answer.status === 404;
    if (!isNone || (await pass(customerOf(asked))).status !== 200) return answer;
    return { status: 200, headers: asJson, body: '{}' };
  },
  q35: () => answering((members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))),
  q1: () =>
    answering((members) =>
      isMembers(members['_embedded']) ? { ...members, _embedded: [members['_embedded']] } : members,
    ),
  links: () =>
    answering((members) =>
      Array.isArray(members['_links'])
        ? { ...members, _links: members['_links'].filter((link) => !isMembers(link) || link['rel'] === 'self') }
        : members,
    ),
  fields: () => (asked, pass) =>
    pass(queryOf(asked).get('fields') ? withQuery(asked, (query) => query.delete('fields')) : asked),
  expand: () => (asked, pass) => pass(isPut(asked) ? withQuery(asked, (query) => query.delete('expand')) : asked),
  q32: () => async (asked, pass) => {
    const answer = await pass(asked);
    return answer.status === 204 ? { ...answer, headers: { ...answer.headers, ...asJson } } : answer;
  },
  q31: () => async (asked, pass) => {
    const { headers, ...answer } = await pass(asked);
    const { location, ...others } = headers;
    return { ...answer, headers: { ...others, ...(location && { location: new URL(location).pathname }) } };
  },
  q17: () => (asked, pass) =>
    pass(
      asked.method === 'GET' && /\/customers\/?$/.test(pathOf(asked)) && !queryOf(asked).has('limit')
        ? withQuery(asked, (query) => query.set('limit', '10'))
        : asked,
    ),
  q18: () => refusing(400, (asked) => queryOf(asked).get('limit') === '1001'),
  sort: () => (asked, pass) =>
    pass(queryOf(asked).get('sort') === 'firstName' ? withQuery(asked, (query) => query.delete('sort')) : asked),
  search: () => (asked, pass) => pass(queryOf(asked).get('q') ? withQuery(asked, (query) => query.delete('q')) : asked),
  q38: () => refusing(400, (asked) => queryOf(asked).get('sort') === ''),
  filter: () => (asked, pass) =>
    pass(
      withQuery(asked, (query) => query.has('filter') && query.set('filter', filterOf(asked).replace('3..7', '3..6'))),
    ),
  q9: () => instead(400, 422, isFilteredBy('shoeSize')),
  q42: () => (asked, pass) => (/\s[:;,]|[:;,]\s/.test(filterOf(asked)) ? empty : pass(asked)),
  q43: () => (asked, pass) => (isFilteredBy('lastName:true')(asked) ? empty : pass(asked)),
  q47: () => (asked, pass) =>
    pass(withQuery(asked, (query) => query.has('filter') && query.set('filter', filterOf(asked).replaceAll('"', '')))),
  q33: () => refusing(404, ({ headers }) => headers['organization-id'] !== undefined),
  credentials: () => instead(401, 403, ({ headers }) => headers['reb-apikey'] !== undefined),
  q27: () => instead(404, 400, (asked) => pathOf(asked).includes('%20')),
  q19: () => refusing(404, (asked) => pathOf(asked).endsWith('/customers/')),
  q45: () => refusing(404, ({ url }) => url.startsWith('//')),
  q20: () => refusing(415, ({ headers, body }) => body === '{}' && headers['content-type'] === undefined),
  q26: () => refusing(422, ({ body }) => body === '{"locale":'),
  q37: () => refusing(404, ({ method }) => method === 'PATCH'),
  q15: () => async (asked, pass) => {
    const answer = await pass(asked);
    if (answer.status < 400) return answer;
    return { ...answer, headers: { ...answer.headers, 'content-type': 'application/problem+json' } };
  },
  q28: () =>
    answering((members) => (members['type'] === 'about:blank' ? { ...members, type: '/errors/404' } : members)),
  q36: () =>
    answering((members) =>
      typeof members['field'] === 'string'
        ? { ...members, field: members['field'].replaceAll(/\.(\d+)/g, '[$1]') }
        : members,
    ),
  q41: () =>
    answering((members) =>
      Array.isArray(members['invalidFields'])
        ? {
            ...members,
            invalidFields: Object.fromEntries(
              members['invalidFields']
                .filter(isMembers)
                .map(({ field, message = '' }) => [typeof field === 'string' ? field : '', [message]]),
            ),
          }
        : members,
    ),
  q16: () => async (asked, pass) => {
    const answer = await pass(asked);
    if (!isPut(asked) || answer.status !== 200) return answer;
    const headers = Object.entries(answer.headers).filter(([name]) => !name.startsWith('x-ratelimit'));
    return { ...answer, headers: Object.fromEntries(headers) };
  },
};
