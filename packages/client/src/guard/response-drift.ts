import type { ChangeKind } from '@customer-contracts/schemas/promised';
import type { OperationId } from '@customer-contracts/types';

/**
 * What is otherwise in an answer, by the names that `customer-pact drift` has for what changed: `type-changed` is another kind of
 * value, or another media type; `header-removed` a header that didn't come; `became-optional` a member that didn't; `member-added` one that nobody documents;
 * `enum-value-added` a value that is not listed.
 */
export type ResponseDriftKind = ChangeKind &
  (
    | 'status-added'
    | 'header-removed'
    | 'type-changed'
    | 'became-nullable'
    | 'became-optional'
    | 'member-added'
    | 'enum-value-added'
    | 'format-changed'
    | 'limit-changed'
  );

/** One thing in which answers are otherwise than the API promises, or than the contract tested. It holds no value of an answer. */
export interface ResponseDrift {
  /** The operation that was called. */
  readonly operation: OperationId;
  /** The status of the answer. */
  readonly status: number;
  /** In which part of it. */
  readonly in: 'header' | 'body';
  /**
   * Where in the body: `primaryAddress.emails[].value`, empty for the whole, `*` for a name that may be somebody's data. Else the
   * name of the header.
   */
  readonly member: string;
  /** What is otherwise. */
  readonly kind: ResponseDriftKind;
  /** What came, in a few words: `null`, `integer`, `nothing`, `another format`. */
  readonly seen: string;
  /** What the API promises there: `string`, `integer or null`, `maxLength 50`. */
  readonly promised: string;
  /** What the contract tested there, where that alone was left; absent where the promise was. */
  readonly tested?: string;
}
