import { type CredentialKind, credentialKinds } from '@customer-contracts/schemas';
import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import type { Shard } from './file-source.ts';
import type { BrokerOptions } from './pact-source.ts';
import {
  kindOfArranger,
  type OwnStateHandler,
  type StateArranger,
  type StateHandlers,
} from './provider-state-handlers.ts';
import { VerificationError } from './verification-error.ts';

/** What `verifyProvider` takes: where the provider is, which pacts, and who brings the states about. */
export type VerifyProviderOptions = VerifyFilesOptions | VerifyBrokerOptions;

/** What `verifyProvider` takes wherever the pacts come from. */
export interface VerifyProviderCommonOptions {
  /** The provider's address. An organization may be part of its path. */
  readonly baseUrl: string;
  /** The provider's name. `rebilly-customers-api` by default. */
  readonly provider?: string;
  /** Who brings the provider states about: `emulatorStates({ url })`, `apiStates(client)`, or your own handlers by the name of the state. */
  readonly states: StateArranger | StateHandlers;
  /** Who brings states of your own about, those of `also`: `stateHandler(state, handle)` for each. */
  readonly ownStates?: readonly OwnStateHandler[];
  /** The key or token, by kind, of every interaction whose state gives none. */
  readonly credentials?: Readonly<Partial<Record<CredentialKind, string>>>;
  /** How long a request to the provider, and a handler of a state, may take, in milliseconds. 30,000 by default. */
  readonly timeout?: number;
  /** Headers of every request to the provider: what a gateway asks for. None by default. */
  readonly customProviderHeaders?: Readonly<Record<string, string>>;
  /** Whether any certificate of the provider will do. `false` by default. */
  readonly disableSslVerification?: boolean;
  /** Whether it is an error that there is no pact with the provider, not yet. `true` by default. */
  readonly failIfNoPactsFound?: boolean;
}

/** What `verifyProvider` takes where the pacts are files. */
export interface VerifyFilesOptions extends VerifyProviderCommonOptions {
  /** Paths of pact files, and of directories of them. */
  readonly pacts: readonly string[];
  readonly broker?: undefined;
  /**
   * How many files are verified side by side, each in a process of its own. The handlers of states meet then; those of
   * `emulatorStates` don't mind, as each makes an organization, and `apiStates` can't. 1 by default.
   */
  readonly concurrency?: number;
  /** Which part of the files, for one machine of several: `{ index: 1, count: 4 }` to `{ index: 4, count: 4 }`. All by default. */
  readonly shard?: Shard;
}

/** What `verifyProvider` takes where a broker has the pacts. */
export interface VerifyBrokerOptions extends VerifyProviderCommonOptions {
  readonly pacts?: undefined;
  /** The broker that has the pacts. */
  readonly broker: BrokerOptions;
  readonly concurrency?: undefined;
  readonly shard?: undefined;
}

const text = (advice: string) => z.string(advice).min(1, advice).optional();
const aFunction = (advice: string) => z.custom<() => unknown>((value) => typeof value === 'function', advice);
const flag = z.boolean('Give true or false').optional();
const url = 'Give a URL that starts with http:// or https://';
const anArranger = 'Give emulatorStates({ url }), apiStates(client), or handlers of your own';
const aHeader = "Give headers by name: { 'X-Gateway-Key': '...' }";
const aShard = 'Give { index, count }, with an index from 1 to count';
const wholeNumber = z.int('Give a whole number from 1').min(1, 'Give a whole number from 1');
const kinds: readonly string[] = credentialKinds;

const Options = z.strictObject({
  baseUrl: z.custom<string>(isAddress, url),
  provider: text('Give the name that the broker knows'),
  pacts: z.array(z.string("Give a list of paths: ['pacts']"), "Give a list of paths: ['pacts']").optional(),
  broker: z
    .strictObject(
      {
        url: text(url),
        token: text('Give a token'),
        username: text('Give a user name'),
        password: text('Give a password'),
        consumerVersionSelectors: z.array(z.unknown(), 'Give a list of selectors').optional(),
        isPendingEnabled: flag,
        includeWipPactsSince: z.iso.date("Give a date: '2026-11-30'").optional(),
        version: text("Give the provider's version"),
        branch: text("Give the branch of the provider's version"),
        buildUrl: text(url),
      },
      "Give an object: { url: 'https://broker.example' }",
    )
    .optional(),
  states: z.custom<StateArranger | StateHandlers>(
    (value) => typeof value === 'function' || (typeof value === 'object' && value !== null),
    anArranger,
  ),
  ownStates: z
    .array(
      z.looseObject({ arrange: aFunction('Give stateHandler(state, handle)') }),
      'Give a list of stateHandler(...)',
    )
    .optional(),
  credentials: z
    .strictObject(
      Object.fromEntries(kinds.map((kind) => [kind, text('Give a key or token')])),
      `Give { ${kinds.join(', ')} }`,
    )
    .optional(),
  timeout: z.number('Give milliseconds').positive('Give milliseconds').optional(),
  customProviderHeaders: z.record(z.string(), z.string(aHeader), aHeader).optional(),
  disableSslVerification: flag,
  failIfNoPactsFound: flag,
  concurrency: wholeNumber.optional(),
  shard: z
    .strictObject({ index: wholeNumber, count: wholeNumber }, aShard)
    .refine(({ index, count }) => index <= count, aShard)
    .optional(),
});

/** Refuses what only a caller without types can hand in. @throws {VerificationError} with the option that is wrong. */
export function checkVerifyOptions(options: unknown): void {
  const named: unknown = Reflect.get(Object(options), 'provider');
  const provider = typeof named === 'string' ? named : 'rebilly-customers-api';
  const refuse = (received: string, advice: string) =>
    new VerificationError(`Failed to verify ${provider}: ${received}. ${advice}`);
  const { pacts, broker, states, concurrency, shard, failIfNoPactsFound } = checkOptions(
    Options,
    options,
    ({ received, advice }) => refuse(received, advice),
    ['broker', 'credentials', 'customProviderHeaders'],
  );
  if (broker === undefined && (pacts === undefined || (pacts.length === 0 && failIfNoPactsFound !== false)))
    throw refuse('there are no pacts', "Give pacts: ['pacts'], or a broker.");
  if (pacts === undefined && concurrency !== undefined)
    throw refuse('concurrency is for pact files, and these are in a broker', 'Leave it out.');
  if (pacts === undefined && shard !== undefined)
    throw refuse('shard is for pact files, and these are in a broker', 'Select a part with consumerVersionSelectors.');
  if (kindOfArranger(states) === 'api' && (concurrency ?? 1) > 1)
    throw refuse(
      `concurrency is ${concurrency}, and apiStates arranges one organization for all`,
      'Leave it out, or verify with shards that have an organization each.',
    );
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}
