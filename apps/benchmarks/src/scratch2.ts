import { lint, readPacts } from '@customer-contracts/pact-files';
import { largePacts } from './large-pacts.ts';
using pacts = largePacts(2000);
const p = await readPacts(pacts.files);
for (let i=0;i<3;i++) { await readPacts(pacts.files); await lint(p); }
let a=process.cpuUsage(); const N=20;
for (let i=0;i<N;i++) await readPacts(pacts.files);
let b=process.cpuUsage(a); console.log('read', ((b.user+b.system)/1000/N).toFixed(1));
a=process.cpuUsage();
for (let i=0;i<N;i++) await lint(p);
b=process.cpuUsage(a); console.log('lint', ((b.user+b.system)/1000/N).toFixed(1));
