import { test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { ready, suites } from './core/suites.ts';
test('x', async () => {
  await ready;
  const out: string[] = [];
  for (const s of suites) {
    const t = performance.now();
    const c = await s.compare(Number(process.env['N'] ?? s.sizes[0]), Number(process.env['SEED'] ?? 1));
    const t2 = performance.now();
    const bad = c.filter((x) => x.core !== x.lint());
    console.log(s.name, c.length, bad.length, (t2 - t) | 0, (performance.now() - t2) | 0);
    out.push(s.name, ...bad.map((x) => `${x.words}: core ${x.core}, lint ${x.lint()}`));
  }
  writeFileSync('/tmp/lab-engine/diff.txt', out.join('\n'));
});
