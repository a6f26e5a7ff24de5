import { spawnSync } from 'node:child_process';
import { lint, parsePact } from '@customer-contracts/pact-files';
function timeit(f: () => Promise<unknown>) { return (async () => { const a = process.cpuUsage(); await f(); const b = process.cpuUsage(a); return (b.user + b.system) / 1000; })(); }
const base = (interactions: unknown[]) => JSON.stringify({ consumer: { name: 'bench' }, provider: { name: 'rebilly-customers-api' }, interactions, metadata: { pactSpecification: { version: '4.0' } } }, null, 2);
const one = (d: string, extra: object = {}, body: unknown = { email: 'a@example.com' }, rules: object = { '$.email': { combine: 'AND', matchers: [{ match: 'type' }] } }) => ({ type: 'Synchronous/HTTP', description: d, providerStates: [{ name: 'a customer exists', params: { id: 'cus_01', view: 'complete' } }], request: { method: 'GET', path: '/customers/cus_01', headers: { 'REB-APIKEY': ['placeholder'] } }, response: { status: 200, body: { content: body, contentType: 'application/json', encoded: false }, matchingRules: { body: rules } }, ...extra });
const kinds: Record<string, (n: number) => string> = {
  oneRequest: (n) => base(Array.from({ length: n }, (_, i) => one(`d ${i}`))),
  differentValues: (n) => base(Array.from({ length: n }, (_, i) => one(`d ${i}`, {}, { email: `a${i}@example.com` }))),
  clash: (n) => base(Array.from({ length: n }, (_, i) => one(`d ${i}`, {}, { email: `a${i}@example.com` }, {}))),
  sameName: (n) => base(Array.from({ length: n }, (_, i) => one(`d`, {}, { email: `a${i}@example.com` }))),
  escapes: (n) => base(Array.from({ length: n }, (_, i) => one(`d é \u0001 "${i}"`, {}, { emial: 'x' }))).replaceAll('é', '\\u00e9'),
  nesting: (n) => base([one('d', {}, { customFields: { deep: JSON.parse('['.repeat(100) + ']'.repeat(100)) } })]).replace('"deep": [', '"deep": ' + '['.repeat(n) + ']'.repeat(n) + ', "x": ['),
};
const only = process.argv[2];
for (const [k, make] of Object.entries(kinds)) { if (only && k !== only) continue;
  for (const n of [1000, 1000, 10000, 100000]) { const text = make(n); let findings = 0; let err='';
    const ms = await timeit(async () => { try { const f = await lint([parsePact(text, 'x.json')]); findings = f.length; } catch (e) { err = String(e).slice(0, 120); } });
    console.log(k, n, ms.toFixed(0), 'us/unit', (ms * 1000 / n).toFixed(1), 'findings', findings, err); } }
