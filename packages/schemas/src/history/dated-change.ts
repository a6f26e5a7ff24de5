/** One change of the API as it is documented. */
export interface DatedChange {
  /**
   * When: the day (`2022-05-05`), or the month where nobody noted the day (`2017-01`). Where there is no date at all, the
   * last day before it and the first one after it, of which the documents are known (`2022-01-27/2026-08-21`, as ISO 8601 writes
   * an interval): such a change is *undated*.
   */
  readonly date: string;
  /** What changed, as a sentence without a full stop: `A customer has a locale`. */
  readonly title: string;
  /**
   * What the document said before, by place. Places are components and their members (`Customer.locale`, `Customer._links[].rel`), values
   * of their lists (`Tag.type=aml-check`), operations, answers and headers (`postCustomer 201 Location`), parameters
   * (`getCustomerCollection query offset`), and the `document` itself. `Customer` means `CustomerInput`, too, where that has the member.
   *
   * `null` where there was nothing: the place is there *since* then. Else a JSON Merge Patch (RFC 7396) of what is said after; of a place
   * that was there *until* then, all of it. A value that was listed is `{}`.
   */
  readonly before: Readonly<Record<string, Before>>;
  /** Who breaks, where no request and no body of an answer is another: `whoever calls a path with /v2.1`. */
  readonly breaks?: string;
}

/** What a document said of a place before a change: nothing, or otherwise. */
export type Before = Readonly<Record<string, unknown>> | null;

/** Whether no day and no month is known of a change. */
export function isUndated({ date }: Pick<DatedChange, 'date'>): boolean {
  return date.includes('/');
}

/** The first day on which a change may have been made, of a day or a month. */
export function startOf(date: string): string {
  const [from = ''] = date.split('/');
  return from.padEnd(10, '-01');
}
