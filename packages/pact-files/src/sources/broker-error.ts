import { PactError } from '../pact-error.ts';

/** A Pact Broker cannot be reached, refuses, or gives what no broker gives. Credentials stand nowhere in it. */
export class BrokerError extends PactError {
  override name = 'BrokerError';
  /** The address that was asked; empty when there is none. */
  readonly url: string;
  /** The status that it answered; absent where that is not what is wrong. */
  readonly status?: number;

  /** @internal */
  constructor(message: string, url: string, { status, ...options }: ErrorOptions & { readonly status?: number } = {}) {
    super(message, options);
    this.url = url;
    if (status !== undefined) this.status = status;
  }
}
