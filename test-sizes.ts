const sizes = {
  pullRequest: { emulatorKillRounds: 1, seedKillRounds: 2, properties: 1 },
  // 100 kills of the emulator, and 1,000 of the seeder.
  nightly: { emulatorKillRounds: 34, seedKillRounds: 17, properties: 20 },
};

/** How much the long tests do: little for every pull request, and more in the night, with `TEST_SIZE=nightly`. */
export const testSizes: {
  /** How often the emulator is killed three times in the middle of writes. */
  readonly emulatorKillRounds: number;
  /** How often the command that seeds is killed 59 times. */
  readonly seedKillRounds: number;
  /** How many times as many inputs as a property names. */
  readonly properties: number;
} = process.env['TEST_SIZE'] === 'nightly' ? sizes.nightly : sizes.pullRequest;
