import * as z from 'zod';

import { mutationsVariable } from './mutations-variable.ts';

/** How a run under mutation goes, as the command or the plugin tells the processes of the tests. */
const Settings = z.object({
  /** The directory in which each process leaves what came of its tests. */
  directory: z.string(),
  /** Of the records and of the rows of changes. */
  seed: z.number(),
  /** How many mutations a test has at most. */
  max: z.number(),
  /** Which part of the mutations runs, from 1. */
  part: z.object({ index: z.number(), count: z.number() }).optional(),
  /** The id of the only mutation that runs. */
  only: z.string().optional(),
});
export type Settings = z.infer<typeof Settings>;

/** The settings of this process. */
export function readSettings(): Settings {
  return Settings.parse(JSON.parse(process.env[mutationsVariable] ?? ''));
}

/** The settings as the processes of the tests get them. */
export function formatSettings(settings: Settings): Readonly<Record<string, string>> {
  return { [mutationsVariable]: JSON.stringify(settings) };
}
