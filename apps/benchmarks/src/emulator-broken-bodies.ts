import { createEmulator, type Emulator } from '@customer-contracts/emulator';

import { inTurn, type Row, row } from './row.ts';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
const sizes = [24_000, 999_000];

/** How often both are tried before: what takes some ms is measured when it is compiled. */
const warmUp = 20;

/** Where a list stands in a body, an item that is valid there, and one that isn't. */
const kinds = [
  { inBody: (list: string) => `{"taxNumbers":${list}}`, valid: '{"type":"other","value":"x"}', broken: '{}' },
  { inBody: (list: string) => `{"notificationEmails":${list}}`, valid: '"ada@example.com"', broken: '1' },
  {
    inBody: (list: string) => `{"primaryAddress":{"phoneNumbers":${list}}}`,
    valid: '{"label":"main","value":"+15550100"}',
    broken: '{}',
  },
];

/** A body with as many broken items as fit into it, beside a valid one of its size: the worst of the kinds, for each size. */
export async function brokenBodies(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const bytes of sizes) {
    const ofKinds: Row[] = [];
    for (const { inBody, valid, broken } of kinds) {
      using emulator = createEmulator({ credentials, rateLimit: false });
      const put = (item: string) => () => timeOf(emulator, 'ada', inBody(listOf(item, bytes)));
      for (let round = 0; round < warmUp; round += 1) await Promise.all([put(valid)(), put(broken)()]);
      const work = `PUT of ${bytes / 1000} kB of broken rules | of a valid body`;
      ofKinds.push(row(work, 'ms', await inTurn(11, put(broken), put(valid)), { atMost: 20 }));
    }
    rows.push(...ofKinds.toSorted((a, b) => b.ratio - a.ratio).slice(0, 1));
  }
  rows.push(await overItself());
  return rows;
}

/** A long list is compared with what is there. */
async function overItself(): Promise<Row> {
  using emulator = createEmulator({ credentials, rateLimit: false });
  const different = Array.from({ length: 20_000 }, (_, index) => `{"type":"other","value":"${index}"}`);
  const body = `{"taxNumbers":[${different.join(',')}]}`;
  let count = 0;
  const rounds = await inTurn(
    11,
    () => timeOf(emulator, 'c1', body),
    () => timeOf(emulator, `c${(count += 1)}`, body),
  );
  return row('PUT of 20,000 tax numbers over themselves | of a new customer', 'ms', rounds, { atMost: 2 });
}

/** As many of the items as fit into a list of so many bytes. */
function listOf(item: string, bytes: number): string {
  return `[${Array.from({ length: Math.floor((bytes - 60) / (item.length + 1)) }, () => item).join(',')}]`;
}

/** In ms. */
async function timeOf(emulator: Emulator, id: string, body: string): Promise<number> {
  const headers = { 'REB-APIKEY': 'key', 'Content-Type': 'application/json' };
  const request = new Request(`http://emulator/customers/${id}`, { method: 'PUT', headers, body });
  const start = performance.now();
  const response = await emulator.fetch(request);
  await response.arrayBuffer();
  return performance.now() - start;
}
