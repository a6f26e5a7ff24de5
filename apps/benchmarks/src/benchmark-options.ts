/** What the command line says of a run. */
export interface BenchmarkOptions {
  /** How many customers the largest emulator has. */
  readonly customers: number;
  /** Another commit, which the emulator is measured beside. */
  readonly against?: string;
}
