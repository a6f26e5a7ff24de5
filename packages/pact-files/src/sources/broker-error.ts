import { PactError } from '../pact-error.ts';

/** A Pact Broker cannot be reached, refuses, or gives what no broker gives. Credentials stand nowhere in it. */
export class BrokerError extends PactError {
  override name = 'BrokerError';
  /** The address that was asked; empty when there is none. */
  readonly url: string;

  /** @internal */
  constructor(message: string, url: string, options?: ErrorOptions) {
    super(message, options);
    this.url = url;
  }
}
