const sizes = {
  pullRequest: {
    emulatorKillRounds: 1,
    snapshotKillRounds: 1,
    seedKillRounds: 1,
    evidenceKills: 2,
    evidenceOpposites: 0,
    pages: 'some of a kind',
    projects: 'each value',
    vitest: [5],
    properties: 1,
  },
  // 100 kills of the emulator, 100 more with snapshots and 100 while one is restored, and 1,000 of the seeder.
  nightly: {
    emulatorKillRounds: 34,
    snapshotKillRounds: 100,
    seedKillRounds: 17,
    evidenceKills: 50,
    evidenceOpposites: 100,
    pages: 'all',
    projects: 'each pair',
    vitest: [4, 5],
    properties: 20,
  },
} as const;

/** How much the long tests do: little for every pull request, and more in the night, with `TEST_SIZE=nightly`. */
export const testSizes: {
  /** How often the emulator is killed three times in the middle of writes. */
  readonly emulatorKillRounds: number;
  /** How often the emulator is killed in the middle of snapshots, and in the middle of restoring one. */
  readonly snapshotKillRounds: number;
  /** How often the command that seeds is killed 59 times. */
  readonly seedKillRounds: number;
  /** How often the command that records evidence is killed. */
  readonly evidenceKills: number;
  /** How many of the servers that decide one thing otherwise are tried, at the most, beside the one of each run. */
  readonly evidenceOpposites: number;
  /** Which pages of the site are looked at by axe. All are opened. */
  readonly pages: 'some of a kind' | 'all';
  /** Which of the projects of users are made: as few as have each value of each kind, or all, where the values meet in pairs. */
  readonly projects: 'each value' | 'each pair';
  /** The versions of vitest that long runs are tried in. The short ones are always tried in both. */
  readonly vitest: readonly (4 | 5)[];
  /** How many times as many inputs as a property names. */
  readonly properties: number;
} = process.env['TEST_SIZE'] === 'nightly' ? sizes.nightly : sizes.pullRequest;
