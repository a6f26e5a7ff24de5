// The public API of @customer-contracts/pact, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/pact CredentialKind
export type CredentialKind = keyof typeof credentialSchemes;

// @customer-contracts/pact CredentialKindOf
export type CredentialKindOf<Id extends OperationId> = {
    [Kind in CredentialKind]: (typeof credentialSchemes)[Kind] extends (typeof operations)[Id]['security'][number] ? Kind : never;
}[CredentialKind];

// @customer-contracts/pact CustomersPact
export type CustomersPact = InteractionStarts & {
    flow<const Parts extends readonly FlowPart[]>(...parts: Parts): Flow<Parts>;
};

// @customer-contracts/pact CustomersPactOptions
export interface CustomersPactOptions {
    readonly consumer: string;
    readonly provider?: string;
    readonly directory?: string | URL;
    readonly seed?: number;
    readonly customFields?: Readonly<Record<string, unknown>>;
}

// @customer-contracts/pact DocumentError
export declare class DocumentError extends PactError {
    name: string;
    readonly document: string;
    constructor(document: string, problem: string, options?: ErrorOptions);
}

// @customer-contracts/pact Flow
export interface Flow<Parts extends readonly FlowPart[]> {
    test(run: (test: FlowTest<Parts>) => unknown): TestFunction;
}

// @customer-contracts/pact FlowPart
export interface FlowPart {
    readonly '~types'?: {
        readonly example: unknown;
        readonly response: unknown;
    };
}

// @customer-contracts/pact FlowTest
export interface FlowTest<Parts extends readonly FlowPart[]> {
    readonly baseUrl: string;
    readonly apiKey: string;
    readonly token: string;
    readonly examples: {
        readonly [Index in keyof Parts]: TypesOf<Parts[Index]>['example'];
    };
    readonly responses: {
        readonly [Index in keyof Parts]: TypesOf<Parts[Index]>['response'];
    };
}

// @customer-contracts/pact Interaction
export interface Interaction<Id extends OperationId, S extends Status<Id>, Schema extends ReaderSchema | undefined = undefined, Allowed extends string = never> extends FlowPart {
    readonly '~types'?: {
        readonly example: Example<Id, S, Schema>;
        readonly response: WireBody<Id, S>;
    };
    respondsWith<Next extends Status<Id>>(status: Next): Interaction<Id, Next, Schema, Allowed>;
    auth(kind: CredentialKindOf<Id>): Interaction<Id, S, Schema, Allowed>;
    reads<Read extends ReaderSchema>(schema: Read & Refusal<ReadableBody<Id, S>, ReaderInput<NoInfer<Read>>, Allowed>): Interaction<Id, S, Read, Allowed>;
    readsHeaders(...names: readonly (keyof ResponseHeaders<Id, S> & string)[]): Interaction<Id, S, Schema, Allowed>;
    given<Name extends ProviderStateName>(name: Name, parameters: GivenStateParameters<Name>): Interaction<Id, S, Schema, Allowed>;
    as(description: string): Interaction<Id, S, Schema, Allowed>;
    only(variant: Variant): Interaction<Id, S, Schema, Allowed>;
    allow<Path extends string>(path: Path, example?: unknown): Interaction<Id, S, Schema, Allowed | Path>;
    closed<Path extends string>(path: Path, reason: string): Interaction<Id, S, Schema, Allowed | ClosedList<Path>>;
    strict(): Interaction<Id, S, Schema, Allowed>;
    also<State extends z.ZodObject>(state: OwnState<State>, parameters: z.input<State>): Interaction<Id, S, Schema, Allowed>;
    matches(path: string, ...matchers: readonly (RawMatcher | PactJsMatcher)[]): Interaction<Id, S, Schema, Allowed>;
    pending(): Interaction<Id, S, Schema, Allowed>;
    comment(text: string): Interaction<Id, S, Schema, Allowed>;
    testName(name: string): Interaction<Id, S, Schema, Allowed>;
    test(run: [
        S
    ] extends [
        never
    ] ? StatusMissing : (test: InteractionTest<WireBody<Id, S>, Example<Id, S, Schema>>) => unknown): TestFunction;
}

// @customer-contracts/pact InteractionError
export declare class InteractionError extends PactError {
    name: string;
    readonly interaction: string;
    constructor(message: string, interaction: string, options?: ErrorOptions);
}

// @customer-contracts/pact InteractionStarts
export type InteractionStarts = {
    readonly [Id in OperationId]: InteractionStart<Id> & (422 extends Status<Id> ? InvalidInteractionStart<Id> : unknown);
};

// @customer-contracts/pact InteractionTest
export interface InteractionTest<Response, Read> {
    readonly baseUrl: string;
    readonly apiKey: string;
    readonly token: string;
    readonly example: Read;
    readonly response: Response;
    readonly variant: Variant;
}

// @customer-contracts/pact InvalidInteraction
export interface InvalidInteraction<Id extends OperationId> {
    respondsWith(status: 422 & Status<Id>): Interaction<Id, 422 & Status<Id>>;
}

// @customer-contracts/pact InvalidInteractionStart
export type InvalidInteractionStart<Id extends OperationId> = <Body extends Readonly<Record<string, unknown>>>(call: Omit<OperationCall<Id>, 'body'> & Partial<Omit<InvalidInput<unknown>, 'body'>> & {
    readonly body: Body & InvalidBody<Body>;
}) => InvalidInteraction<Id>;

// @customer-contracts/pact MergeError
export declare class MergeError extends PactError {
    name: string;
    readonly file: string;
    constructor(message: string, file: string, options?: ErrorOptions);
}

// @customer-contracts/pact MergeShardsOptions
export interface MergeShardsOptions {
    readonly allowRemoval?: boolean;
}

// @customer-contracts/pact MergedPact
export interface MergedPact {
    readonly file: string;
    readonly interactions: number;
    readonly isChanged: boolean;
}

// @customer-contracts/pact Mismatch
export interface Mismatch {
    readonly where: string;
    readonly expected: string;
    readonly received: string;
    readonly hint?: string;
}

// @customer-contracts/pact MismatchError
export declare class MismatchError extends PactError {
    name: string;
    readonly interaction: string;
    readonly mismatches: readonly Mismatch[];
    constructor(interaction: string, mismatches: readonly Mismatch[], options?: ErrorOptions, requests?: string);
    toJSON(): object;
}

// @customer-contracts/pact OwnState
export interface OwnState<Schema extends z.ZodObject = z.ZodObject> {
    readonly sentence: string;
    readonly parameters: Schema;
}

// @customer-contracts/pact PactError
export declare class PactError extends Error {
    name: string;
    constructor(message?: string, options?: ErrorOptions);
    get [brand](): true;
}

// @customer-contracts/pact PactJsDirectoryOptions
export interface PactJsDirectoryOptions {
    readonly directory?: string | URL;
}

// @customer-contracts/pact PactJsMatcher
export interface PactJsMatcher {
    readonly 'pact:matcher:type': string;
}

// @customer-contracts/pact PactOptionError
export declare class PactOptionError extends PactError {
    name: string;
    readonly option: string;
    constructor(work: string, { option, received, advice }: OptionProblem);
}

// @customer-contracts/pact RawFilter
export interface RawFilter {
    readonly '~filter': string;
}

// @customer-contracts/pact RawMatcher
export interface RawMatcher {
    readonly match: string;
    readonly [setting: string]: unknown;
}

// @customer-contracts/pact ReaderError
export declare class ReaderError extends PactError {
    name: string;
    readonly member: string;
    readonly counterexample: unknown;
    constructor(message: string, member?: string, counterexample?: unknown, options?: ErrorOptions);
}

// @customer-contracts/pact ReaderSchema
export interface ReaderSchema<Input = unknown, Output = Input> {
    readonly '~standard': StandardSchemaV1.Props<Input, Output> & StandardJSONSchemaV1.Props<Input, Output>;
}

// @customer-contracts/pact SecretError
export declare class SecretError extends PactError {
    name: string;
    readonly interaction: string;
    constructor(interaction: string);
}

// @customer-contracts/pact Shard
export interface Shard {
    readonly directory: string;
    readonly pact: WrittenPact;
    readonly test: string | undefined;
}

// @customer-contracts/pact TestFunction
export type TestFunction = (context?: unknown) => Promise<void>;

// @customer-contracts/pact Variant
export type Variant = (typeof variants)[number];

// @customer-contracts/pact customersPact
export declare function customersPact(options: CustomersPactOptions): CustomersPact;

// @customer-contracts/pact isPactError
export declare function isPactError(value: unknown): value is PactError;

// @customer-contracts/pact mergeShards
export declare function mergeShards(shards: readonly Shard[], options?: MergeShardsOptions): readonly MergedPact[];

// @customer-contracts/pact ownState
export declare function ownState<Schema extends z.ZodObject>(sentence: string, parameters: Schema): OwnState<Schema>;

// @customer-contracts/pact pactJsDirectory
export declare function pactJsDirectory(options?: PactJsDirectoryOptions): string;

// @customer-contracts/pact rawFilter
export declare function rawFilter(text: string): RawFilter;

// @customer-contracts/pact readShards
export declare function readShards(directory: string): readonly Shard[];

// @customer-contracts/pact/vitest CustomerPactPlugin
export interface CustomerPactPlugin {
    readonly name: string;
    config(config: object): void;
    configureVitest(context: {
        readonly vitest: VitestLike;
        readonly project: ProjectLike;
    }): Promise<void>;
}

// @customer-contracts/pact/vitest CustomerPactPluginOptions
export interface CustomerPactPluginOptions {
    readonly directory?: string;
    readonly allowRemoval?: boolean;
    readonly mutations?: boolean | MutationOptions;
}

// @customer-contracts/pact/vitest MutationOptions
export interface MutationOptions {
    readonly max?: number;
    readonly seed?: number;
}

// @customer-contracts/pact/vitest ProjectLike
export interface ProjectLike {
    readonly name: string;
    readonly config: {
        readonly root: string;
        env?: Record<string, string>;
        testTimeout?: number;
    };
}

// @customer-contracts/pact/vitest TestCaseLike
export interface TestCaseLike {
    meta(): object;
    result(): {
        readonly state: string;
    };
}

// @customer-contracts/pact/vitest TestModuleLike
export interface TestModuleLike extends TestSpecificationLike {
    state(): string;
    readonly children: {
        allTests(): Iterable<TestCaseLike>;
    };
}

// @customer-contracts/pact/vitest TestSpecificationLike
export interface TestSpecificationLike {
    readonly moduleId: string;
    readonly project: {
        readonly name: string;
    };
}

// @customer-contracts/pact/vitest VitestCommandLine
export interface VitestCommandLine {
    readonly exclude?: unknown;
    readonly dir?: unknown;
    readonly lastFailed?: unknown;
}

// @customer-contracts/pact/vitest VitestLike
export interface VitestLike {
    readonly config: {
        readonly watch: boolean;
        readonly shard?: {
            readonly index: number;
            readonly count: number;
        } | undefined;
        readonly testNamePattern?: RegExp | undefined;
        readonly project?: readonly string[] | undefined;
        readonly cliExclude?: readonly string[] | undefined;
        readonly changed?: unknown;
        readonly related?: unknown;
        readonly mergeReports?: string | undefined;
        readonly cliOptions?: VitestCommandLine | undefined;
        readonly reporters: unknown[];
    };
    readonly _cliOptions?: VitestCommandLine | undefined;
    readonly filenamePattern?: readonly string[] | undefined;
    readonly logger: {
        log(...message: readonly unknown[]): void;
    };
    globTestSpecifications(): Promise<readonly TestSpecificationLike[]>;
}

// @customer-contracts/pact/vitest customerPactPlugin
export declare function customerPactPlugin(options?: CustomerPactPluginOptions): CustomerPactPlugin;

// @customer-contracts/pact/jest CustomerPactReporterOptions
export interface CustomerPactReporterOptions {
    readonly directory?: string;
    readonly allowRemoval?: boolean;
}

// @customer-contracts/pact/jest JestConfigLike
export interface JestConfigLike {
    readonly rootDir: string;
    readonly watch?: boolean;
    readonly watchAll?: boolean;
    readonly testNamePattern?: string | undefined;
    readonly testPathPatterns?: {
        readonly patterns?: readonly string[];
    };
    readonly nonFlagArgs?: readonly string[];
    readonly onlyChanged?: boolean;
    readonly onlyFailures?: boolean;
    readonly findRelatedTests?: boolean;
    readonly changedSince?: string | undefined;
    readonly lastCommit?: boolean;
    readonly shard?: {
        readonly shardIndex: number;
        readonly shardCount: number;
    } | undefined;
}

// @customer-contracts/pact/jest JestResultsLike
export interface JestResultsLike {
    readonly numFailedTests: number;
    readonly numFailedTestSuites: number;
    readonly snapshot?: {
        readonly failure?: boolean;
    };
    readonly wasInterrupted?: boolean;
    readonly numPendingTests: number;
    readonly numTodoTests: number;
}

// @customer-contracts/pact/jest default
export default class CustomerPactReporter {
    #private;
    constructor(config: JestConfigLike, options?: CustomerPactReporterOptions);
    onRunStart(): Promise<void>;
    onRunComplete(_: unknown, results: JestResultsLike): void;
    getLastError(): Error | undefined;
}

// @customer-contracts/pact/verify Answerer
export declare const Answerer: z.ZodDiscriminatedUnion<[
    z.ZodObject<{
        kind: z.ZodLiteral<"emulator">;
        version: z.ZodExactOptional<z.ZodString>;
    }, z.core.$strip>,
    z.ZodObject<{
        kind: z.ZodLiteral<"sandbox">;
        date: z.ZodString;
    }, z.core.$strip>,
    z.ZodObject<{
        kind: z.ZodLiteral<"document">;
        version: z.ZodString;
    }, z.core.$strip>,
    z.ZodObject<{
        kind: z.ZodLiteral<"provider">;
        url: z.ZodExactOptional<z.ZodString>;
    }, z.core.$strip>
], "kind">;
export type Answerer = z.infer<typeof Answerer>;

// @customer-contracts/pact/verify BrokerError
export declare class BrokerError extends PactError {
    name: string;
    readonly url: string;
    readonly status?: number;
    constructor(message: string, url: string, { status, ...options }?: ErrorOptions & {
        readonly status?: number;
    });
}

// @customer-contracts/pact/verify BrokerOptions
export interface BrokerOptions extends BrokerAddress {
    readonly consumerVersionSelectors?: NonNullable<VerifierOptions['consumerVersionSelectors']>;
    readonly isPendingEnabled?: boolean;
    readonly includeWipPactsSince?: string;
    readonly version?: string;
    readonly branch?: string;
    readonly buildUrl?: string;
}

// @customer-contracts/pact/verify LeftOut
export interface LeftOut {
    readonly pacts: number;
    readonly messages: number;
}

// @customer-contracts/pact/verify OwnStateHandler
export interface OwnStateHandler {
    readonly sentence: string;
    readonly arrange: StateArranger;
}

// @customer-contracts/pact/verify PactFileError
export declare class PactFileError extends PactError {
    name: string;
    readonly files: readonly string[];
    constructor(message: string, files: readonly string[], options?: ErrorOptions);
}

// @customer-contracts/pact/verify Shard
export interface Shard {
    readonly index: number;
    readonly count: number;
}

// @customer-contracts/pact/verify StateArranger
export type StateArranger = (change: StateChange) => Promise<StateValues>;

// @customer-contracts/pact/verify StateChange
export interface StateChange {
    readonly sentence: string;
    readonly action: 'setup' | 'teardown';
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly earlier: StateValues;
    readonly reportMissing: (members: readonly string[]) => void;
}

// @customer-contracts/pact/verify StateHandlers
export type StateHandlers = {
    readonly [Name in ProviderStateName]?: (parameters: ProviderStateParameters<Name>) => StateValues | undefined | Promise<StateValues | undefined>;
};

// @customer-contracts/pact/verify StateValues
export type StateValues = Readonly<Record<string, unknown>>;

// @customer-contracts/pact/verify UnarrangeableStateError
export declare class UnarrangeableStateError extends PactError {
    name: string;
    get [brand](): true;
}

// @customer-contracts/pact/verify Verification
export interface Verification {
    readonly interactions: readonly VerifiedInteraction[];
    readonly answeredBy?: Answerer;
    readonly leftOut?: LeftOut;
}

// @customer-contracts/pact/verify VerificationError
export declare class VerificationError extends PactError {
    name: string;
    readonly verification: Verification;
    constructor(message: string, verification?: Verification, options?: ErrorOptions);
}

// @customer-contracts/pact/verify VerifiedInteraction
export interface VerifiedInteraction {
    readonly consumer: string;
    readonly description: string;
    readonly cell?: Cell;
    readonly variant?: Variant;
    readonly states: readonly string[];
    readonly isPassed: boolean;
    readonly isVerifiable: boolean;
    readonly isPending: boolean;
    readonly duration: number;
    readonly reasons: readonly string[];
}

// @customer-contracts/pact/verify VerifyBrokerOptions
export interface VerifyBrokerOptions extends VerifyProviderCommonOptions {
    readonly pacts?: undefined;
    readonly broker: BrokerOptions;
    readonly concurrency?: undefined;
    readonly shard?: undefined;
}

// @customer-contracts/pact/verify VerifyFilesOptions
export interface VerifyFilesOptions extends VerifyProviderCommonOptions {
    readonly pacts: readonly string[];
    readonly broker?: undefined;
    readonly concurrency?: number;
    readonly shard?: Shard;
}

// @customer-contracts/pact/verify VerifyProviderCommonOptions
export interface VerifyProviderCommonOptions {
    readonly baseUrl: string;
    readonly provider?: string;
    readonly states: StateArranger | StateHandlers;
    readonly ownStates?: readonly OwnStateHandler[];
    readonly credentials?: Readonly<Partial<Record<CredentialKind, string>>>;
    readonly timeout?: number;
    readonly customProviderHeaders?: Readonly<Record<string, string>>;
    readonly disableSslVerification?: boolean;
    readonly failIfNoPactsFound?: boolean;
}

// @customer-contracts/pact/verify VerifyProviderOptions
export type VerifyProviderOptions = VerifyFilesOptions | VerifyBrokerOptions;

// @customer-contracts/pact/verify apiStates
export declare function apiStates(client: CustomersClient): StateArranger;

// @customer-contracts/pact/verify emulatorStates
export declare function emulatorStates({ url }: {
    readonly url: string;
}): StateArranger;

// @customer-contracts/pact/verify stateHandler
export declare function stateHandler<Schema extends z.ZodObject>({ sentence, parameters: schema }: OwnState<Schema>, handle: (parameters: z.output<Schema>) => StateValues | undefined | Promise<StateValues | undefined>): OwnStateHandler;

// @customer-contracts/pact/verify verificationJUnit
export declare function verificationJUnit({ interactions, answeredBy }: Verification): string;

// @customer-contracts/pact/verify verificationTable
export declare function verificationTable({ interactions, leftOut }: Verification): string;

// @customer-contracts/pact/verify verifyProvider
export declare function verifyProvider(options: VerifyProviderOptions): Promise<Verification>;

// @customer-contracts/pact/commands commands
export declare const commands: PactCommands;

// interaction/customers-pact InteractionStart
type InteractionStart<Id extends OperationId> = (...call: Partial<OperationCall<Id>> extends OperationCall<Id> ? [
    call?: OperationCall<Id>
] : [
    call: OperationCall<Id>
]) => Interaction<Id, DefaultStatus<Id>>;

// interaction/flow-types TypesOf
type TypesOf<Part> = Part extends {
    readonly '~types'?: infer Types;
} ? NonNullable<Types> : never;

// interaction/interaction StatusMissing
export interface StatusMissing {
    readonly 'Say respondsWith(200), the customer exists, or respondsWith(201), it does not, before test': never;
}

// interaction/interaction-types DefaultStatus
export type DefaultStatus<Id extends OperationId> = IsUnion<SuccessStatus<Id>> extends true ? never : SuccessStatus<Id>;

// interaction/interaction-types Example
export type Example<Id extends OperationId, S extends Status<Id>, Schema> = Schema extends ReaderSchema ? WireBody<Id, S> extends readonly unknown[] ? ReaderOutput<Schema>[] : ReaderOutput<Schema> : WireBody<Id, S>;

// interaction/interaction-types IsUnion
type IsUnion<Type, Each = Type> = Type extends unknown ? ([
    Each
] extends [
    Type
] ? false : true) : never;

// interaction/interaction-types ReadableBody
export type ReadableBody<Id extends OperationId, S extends Status<Id>> = [
    S
] extends [
    never
] ? ResponseBody<Id, SuccessStatus<Id>> : ResponseBody<Id, S>;

// interaction/interaction-types SuccessStatus
export type SuccessStatus<Id extends OperationId> = Extract<Status<Id>, 200 | 201 | 204>;

// interaction/interaction-types WireBody
export type WireBody<Id extends OperationId, S extends Status<Id>> = ResponseBody<Id, S>;

// interaction/invalid-interaction InvalidBody
type InvalidBody<Body> = string extends keyof Body ? unknown : MembersKnown;

// interaction/invalid-interaction MembersKnown
interface MembersKnown {
    readonly 'A body that breaks a rule is a Record<string, unknown>, as the invalid inputs of the fixtures are': never;
}

// reader/reader-schema ReaderInput
export type ReaderInput<Schema extends ReaderSchema> = StandardSchemaV1.InferInput<Schema>;

// reader/reader-schema ReaderOutput
export type ReaderOutput<Schema extends ReaderSchema> = StandardSchemaV1.InferOutput<Schema>;

// reader/refusal ClosedList
export type ClosedList<Path extends string> = `${Path}: closed`;

// reader/refusal Guess
type Guess<Name extends string, Known> = [
    NearestName<Name, Known>
] extends [
    never
] ? '' : `: did you mean ${NearestName<Name, Known>}?`;

// reader/refusal IsNear
type IsNear<One extends string, Other extends string> = One extends `${infer Letter}${infer Rest}` ? Other extends `${Letter}${infer OtherRest}` ? IsNear<Rest, OtherRest> : IsOneSlip<One, Other> : IsOneSlip<One, Other>;

// reader/refusal IsOneSlip
type IsOneSlip<One extends string, Other extends string> = Other extends WithoutFirst<One> ? true : One extends WithoutFirst<Other> ? true : WithoutFirst<One> extends WithoutFirst<Other> ? true : Other extends Swapped<One> ? true : false;

// reader/refusal IsOpen
type IsOpen<Api> = unknown extends Api ? true : string extends keyof NonNullable<Api> ? true : false;

// reader/refusal IsUnion
type IsUnion<Type, Each = Type> = [
    Type
] extends [
    boolean
] ? false : Type extends unknown ? [
    Each
] extends [
    Type
] ? false : true : never;

// reader/refusal Joined
type Joined<Path extends string, Name extends string> = Path extends '' ? Name : `${Path}.${Name}`;

// reader/refusal KnownKeys
type KnownKeys<Type> = keyof {
    [Key in keyof Type as string extends Key ? never : Key & string]-?: true;
};

// reader/refusal KnownValue
type KnownValue<Api> = string extends Api ? (Api extends unknown ? (string extends Api ? never : Api) : never) : never;

// reader/refusal ListRead
type ListRead<Body> = unknown extends Body ? never : Body extends readonly unknown[] ? 'a list is read one by one: hand in the schema of one' : 'the answer is no list';

// reader/refusal MemberProblem
type MemberProblem<Api, Input, Path extends string, Allowed extends string> = {
    [Name in KnownKeys<Input>]-?: Joined<Path, Name> extends Allowed ? never : Name extends keyof Api ? Problem<Exclude<Api[Name], undefined>, Exclude<Input[Name & keyof Input], undefined>, Joined<Path, Name>, Allowed> : `the API documents no ${Joined<Path, Name>}${Guess<Name, keyof Api>}`;
}[KnownKeys<Input>];

// reader/refusal NameOf
type NameOf<Api> = [
    Api
] extends [
    string
] ? 'string' : [
    Api
] extends [
    number
] ? 'number' : 'boolean';

// reader/refusal NearestName
type NearestName<Name extends string, Known> = Known extends string ? IsNear<Lowercase<Name>, Lowercase<Known>> extends true ? Known : never : never;

// reader/refusal Plain
type Plain = string | number | boolean;

// reader/refusal Present
type Present<Type> = Exclude<Type, null | undefined>;

// reader/refusal Problem
type Problem<Api, Input, Path extends string, Allowed extends string> = IsOpen<Api> extends true ? never : unknown extends Input ? never : (null extends Api ? (null extends Input ? never : `${Path} may be null`) : never) | ProblemInside<Present<Api>, Present<Input>, Path, Allowed>;

// reader/refusal ProblemInside
type ProblemInside<Api, Input, Path extends string, Allowed extends string> = IsUnion<Input> extends true ? ScalarProblem<Api, Input, Path, Allowed> : [
    Api
] extends [
    readonly (infer ApiElement)[]
] ? [
    Input
] extends [
    readonly (infer InputElement)[]
] ? Problem<ApiElement, InputElement, `${Path}[]`, Allowed> : `${Path} is a list` : [
    Api
] extends [
    object
] ? [
    Input
] extends [
    readonly unknown[]
] ? `${Path} is an object` : [
    Input
] extends [
    object
] ? MemberProblem<Api, Input, Path, Allowed> : `${Path} is an object` : ScalarProblem<Api, Input, Path, Allowed>;

// reader/refusal Problems
type Problems<Body, Input, Allowed extends string> = [
    Body
] extends [
    undefined
] ? 'the answer has no body' : [
    Input
] extends [
    readonly unknown[]
] ? ListRead<Body> : Problem<Body extends readonly (infer Each)[] ? Each : Body, Input, '', Allowed>;

// reader/refusal Refusal
export type Refusal<Body, Input, Allowed extends string> = Told<Problems<Body, Input, Allowed>>;

// reader/refusal ScalarProblem
type ScalarProblem<Api, Input, Path extends string, Allowed extends string> = [
    Api
] extends [
    object
] ? never : [
    KnownValue<Api>
] extends [
    never
] ? ValueProblem<Api, Input, Path> : [
    Api
] extends [
    Input
] ? never : [
    Input
] extends [
    Api
] ? ClosedList<Path> extends Allowed ? ValueProblem<KnownValue<Api>, Input, Path> : `${Path} may have a value that the API does not document yet: read it with openEnum` : `${Path} is a string`;

// reader/refusal Swapped
type Swapped<Text extends string> = Text extends `${infer First}${infer Second}${infer Rest}` ? `${Second}${First}${Rest}` : never;

// reader/refusal Told
type Told<Sentences> = [
    Sentences
] extends [
    never
] ? unknown : [
    Extract<Sentences, Undocumented>
] extends [
    never
] ? {
    readonly 'The schema refuses what the API may answer': Sentences;
} : {
    readonly 'The schema names a member that the API does not document': Extract<Sentences, Undocumented>;
};

// reader/refusal Undocumented
type Undocumented = `the API documents no ${string}`;

// reader/refusal ValueProblem
type ValueProblem<Api, Input, Path extends string> = [
    Api
] extends [
    Input
] ? never : [
    Input
] extends [
    Api
] ? `${Path} may be ${Exclude<Api, Input> & Plain}` : `${Path} is a ${NameOf<Api>}`;

// reader/refusal WithoutFirst
type WithoutFirst<Text extends string> = Text extends `${string}${infer Rest}` ? Rest : '';

// verification/unarrangeable-state-error brand
declare const brand: unique symbol;
