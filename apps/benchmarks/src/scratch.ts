import { readFileSync } from 'node:fs';
import { lint, readPacts } from '@customer-contracts/pact-files';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import * as m from '@pactflow/openapi-pact-comparator';
import { largePacts } from './large-pacts.ts';
import { withCleanHeap } from './with-clean-heap.ts';
import { inTurn, median } from './row.ts';
using pacts = largePacts(2000);
const C = (m as any).Comparator; const comp = new C({ oas: openapi });
async function obj(c: any) { let n=0; for (const f of pacts.files) for await (const r of c.compare(JSON.parse(readFileSync(f,'utf8')))) if (r.type!=='info') n++; return n; }
const cpu = (w: () => Promise<unknown>) => withCleanHeap(async () => { const a = process.cpuUsage(); await w(); const b = process.cpuUsage(a); return (b.user+b.system)/1000; });
async function* each() { for (const f of pacts.files) yield* await readPacts([f]); }
const ours = cpu(async () => lint(each())); const compiled = cpu(() => obj(comp)); const fresh = cpu(() => obj(new C({ oas: openapi })));
await ours(); await compiled();
for (const [n, p] of [['fresh', fresh], ['compiled', compiled]] as const) { const f = await inTurn(11, ours, p); console.log(n, median(f.ours).toFixed(0), median(f.peer).toFixed(0), (median(f.ours)/median(f.peer)).toFixed(2), f.ours.map(x=>x.toFixed(0)).join(' '), '|', f.peer.map(x=>x.toFixed(0)).join(' ')); }
