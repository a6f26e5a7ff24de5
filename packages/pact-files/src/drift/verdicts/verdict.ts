/** What a change means for a consumer; one that it means nothing for has none. */
export interface ConsumerVerdict {
  /** The consumer's name. */
  readonly consumer: string;
  /**
   * `breaks`: what the base doesn't allow, and the source does, is refused by every interaction of the consumer for that request,
   * or what the consumer needs or sends is gone. `untested`: it may be answered now, and no interaction tried it.
   */
  readonly verdict: 'breaks' | 'untested';
  /** The description of the interaction that breaks; of an untested one, the first that may meet it. */
  readonly interaction: string;
  /**
   * What breaks it: a whole body that the source allows and the interaction refuses; an {@link AnswerExample} where the body is
   * not what is wrong; of a request, the consumer's {@link RequestExample}, which the source refuses. Keys are masked.
   */
  readonly counterexample?: unknown;
}

/** An answer that breaks a consumer by its status or a header. */
export interface AnswerExample {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A request of a consumer. */
export interface RequestExample {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
