import { PactError } from '@customer-contracts/pact-files/internal';

/** The consumer's schema can't be a contract with the API. `member` says where, `counterexample` what the API may answer. */
export class ReaderError extends PactError {
  override name = 'ReaderError';
  /** The path of the member that is wrong, such as `primaryAddress.city`; empty for the whole body. */
  readonly member: string;
  /** What the API may answer there, and the schema refuses; absent where there is none. */
  readonly counterexample: unknown;

  /** @internal */
  constructor(message: string, member = '', counterexample?: unknown, options?: ErrorOptions) {
    super(message, options);
    this.member = member;
    this.counterexample = counterexample;
  }
}
