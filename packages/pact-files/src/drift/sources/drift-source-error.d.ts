import { PactError } from '../../pact-error.ts';
/** What a comparison should be made with can't be read. */
export declare class DriftSourceError extends PactError {
  name: string;
  /** The file or address. */
  readonly source: string;
  /** @internal */
  constructor(source: string, received: string, advice: string, options?: ErrorOptions);
}
//# sourceMappingURL=drift-source-error.d.ts.map
