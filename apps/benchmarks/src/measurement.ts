import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

import * as z from 'zod';

/** One run of a command, and where it ran. */
export type Measurement = z.infer<typeof Measurement>;
const Measurement = z.strictObject({
  /** What was typed. */
  command: z.string(),
  /** The day, in UTC. */
  date: z.iso.date(),
  /** The commit that was measured. Of figures older than these files: the one that wrote them down. */
  commit: z.string().regex(/^[0-9a-f]{7,40}$/),
  machine: z.string(),
  rows: z.array(
    z.strictObject({
      work: z.string(),
      ours: z.number(),
      /** None where a bound stands for it, in `goal`. */
      peer: z.number().optional(),
      unit: z.string(),
      ratio: z.number().optional(),
      goal: z
        .string()
        .regex(/^[<>]= [\d.]+$/)
        .optional(),
      met: z.boolean().optional(),
    }),
  ),
});

/** The files of the measurements: what a command measures stands in one, newer and older runs beside each other. */
const folder = join(import.meta.dirname, '../results');

/** What stands in the files, by their names. */
export function readMeasurements(): readonly Measurement[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((file) => z.array(Measurement).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

/** Replaces what `results/NAME.json` says by rows that were measured here and now. */
export function saveMeasurement(name: string, command: string, rows: Measurement['rows']): void {
  const measurement: Measurement = {
    command,
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: thisMachine(),
    rows,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify([measurement], null, 2)}\n`);
}

function thisMachine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${processors.length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}
