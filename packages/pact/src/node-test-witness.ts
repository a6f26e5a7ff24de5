// A reporter for node:test that customer-pact merge adds: it counts what was left out, which nobody else can say.

/** The part of a reporter's events that says whether a test was left out. */
interface TestEvent {
  readonly type: string;
  readonly data: { readonly skip?: unknown; readonly todo?: unknown };
}

/** Gives the number of tests that were skipped or are still to do. */
// oxlint-disable-next-line import/no-default-export -- Node takes no other
export default async function* countLeftOut(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let leftOut = 0;
  for await (const { type, data } of events) {
    const isLeftOut = data.skip !== undefined || data.todo !== undefined;
    if (type === 'test:pass' && isLeftOut) leftOut += 1;
  }
  yield `${leftOut}\n`;
}
