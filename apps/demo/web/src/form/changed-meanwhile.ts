/** Somebody else has saved what a form is about since it was read. Nothing was sent. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  /** When, as the API says it; absent where it doesn't. */
  readonly time: string | null | undefined;

  constructor(time: string | null | undefined) {
    super('Failed to save: somebody else has changed this since it was opened. Look at it, and save again.');
    this.time = time;
  }
}
