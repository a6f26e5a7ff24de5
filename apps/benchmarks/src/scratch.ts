import { readFileSync } from 'node:fs';
import { lint, readPacts } from '@customer-contracts/pact-files';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import * as m from '@pactflow/openapi-pact-comparator';
import { largePacts } from './large-pacts.ts';
using pacts = largePacts(2000);
const C = (m as any).Comparator;
const comp = new C({ oas: openapi });
async function obj(c: any) { let n=0; for (const f of pacts.files) for await (const r of c.compare(JSON.parse(readFileSync(f,'utf8')))) if (r.type!=='info') n++; return n; }
const only = process.argv[2];
const R: Record<string, number[]> = {};
async function cpu(name: string, w: () => Promise<unknown>) { (globalThis as any).gc?.(); const a=process.cpuUsage(), t=performance.now(); const r = await w(); const b=process.cpuUsage(a); (R[name+' cpu']??=[]).push((b.user+b.system)/1000); (R[name+' wall']??=[]).push(performance.now()-t); return r; }
for (let i=0;i<9;i++) {
  const p: any = await cpu('read', () => readPacts(pacts.files)); await cpu('lint', () => lint(p));
  if (only!=='ours') { await cpu('compiled', () => obj(comp)); await cpu('fresh', () => obj(new C({oas:openapi}))); }
}
for (const [k,v] of Object.entries(R)) { const s=v.toSorted((a,b)=>a-b); console.log(k.padEnd(16),'median',s[4]!.toFixed(0),'min',s[0]!.toFixed(0), 'first', v[0]!.toFixed(0)); }
