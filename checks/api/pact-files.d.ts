// The public API of @customer-contracts/pact-files, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/pact-files AnswerExample
export interface AnswerExample {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
}

// @customer-contracts/pact-files Answerer
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

// @customer-contracts/pact-files BodyPath
export type BodyPath = readonly (string | number)[];

// @customer-contracts/pact-files BrokerError
export declare class BrokerError extends PactError {
    name: string;
    readonly url: string;
    readonly status?: number;
    constructor(message: string, url: string, { status, ...options }?: ErrorOptions & {
        readonly status?: number;
    });
}

// @customer-contracts/pact-files CellCoverage
export interface CellCoverage {
    readonly cell: Cell;
    readonly operationId: OperationId;
    readonly status: number;
    readonly interactions: number;
    readonly isVerified: boolean;
    readonly honouredBy: readonly Answerer[];
    readonly evidence?: Standing;
}

// @customer-contracts/pact-files ChangedInteraction
export interface ChangedInteraction extends DiffedInteraction {
    readonly isAskedOtherwise: boolean;
    readonly asked: readonly Requirement[];
    readonly dropped: readonly Requirement[];
}

// @customer-contracts/pact-files ConsumerUsage
export interface ConsumerUsage {
    readonly consumer: string;
    readonly interactions: number;
}

// @customer-contracts/pact-files ConsumerVerdict
export interface ConsumerVerdict {
    readonly consumer: string;
    readonly verdict: 'breaks' | 'untested';
    readonly interaction: string;
    readonly counterexample?: unknown;
}

// @customer-contracts/pact-files DiffedInteraction
export interface DiffedInteraction {
    readonly consumer: string;
    readonly description: string;
    readonly answer: string;
    readonly variant: Variant | undefined;
}

// @customer-contracts/pact-files Drift
export interface Drift {
    readonly base: ShapeSource;
    readonly source: ShapeSource;
    readonly changes: readonly DriftChange[];
    readonly paymentMethods: {
        readonly methods: readonly string[];
        readonly changes: readonly DriftChange[];
    };
    readonly pinned: readonly PinnedInteraction[];
    readonly exempted: number;
    readonly objections: readonly string[];
}

// @customer-contracts/pact-files DriftChange
export interface DriftChange extends Pick<Change, 'operation' | 'status' | 'direction' | 'in' | 'member' | 'kind' | 'what'> {
    readonly consumers: readonly ConsumerVerdict[];
}

// @customer-contracts/pact-files DriftOptions
export interface DriftOptions {
    readonly base?: ApiShape | undefined;
    readonly exemptions?: readonly Exemption[] | undefined;
    readonly today?: string | undefined;
}

// @customer-contracts/pact-files DriftSourceError
export declare class DriftSourceError extends PactError {
    name: string;
    readonly source: string;
    constructor(source: string, received: string, advice: string, options?: ErrorOptions);
}

// @customer-contracts/pact-files Exemption
export interface Exemption {
    readonly rule: string;
    readonly consumer?: string | undefined;
    readonly interaction?: string | undefined;
    readonly member?: string | undefined;
    readonly reason: string;
    readonly until?: string | undefined;
}

// @customer-contracts/pact-files ExemptionRule
export interface ExemptionRule {
    readonly id: string;
    readonly severity: Severity;
    readonly explanation: string;
    readonly good: Exemption;
    readonly bad: Exemption;
}

// @customer-contracts/pact-files ExplainedPlace
export interface ExplainedPlace {
    readonly place: string;
    readonly fits: string;
}

// @customer-contracts/pact-files Explanation
export interface Explanation {
    readonly file: string;
    readonly consumer: string;
    readonly provider: string;
    readonly description: string;
    readonly states: readonly string[];
    readonly isPending: boolean;
    readonly request: ExplainedMessage & {
        readonly method: string;
        readonly path: string;
    };
    readonly response: ExplainedMessage & {
        readonly status: number;
    };
    readonly ignored: readonly string[];
}

// @customer-contracts/pact-files Finding
export interface Finding {
    readonly file: string;
    readonly line: number;
    readonly interaction: string;
    readonly path: string;
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly url?: string;
}

// @customer-contracts/pact-files HttpInteraction
export interface HttpInteraction {
    readonly description: string;
    readonly key?: string | undefined;
    readonly id?: string | undefined;
    readonly position: number;
    readonly states: readonly InteractionState[];
    readonly isPending: boolean;
    readonly variant: Variant | undefined;
    readonly request: InteractionRequest;
    readonly response: InteractionResponse;
}

// @customer-contracts/pact-files InteractionMessage
export interface InteractionMessage {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
    readonly rules: readonly PactRule[];
    readonly unreadRules: readonly UnreadRule[];
    readonly generators: readonly PactGenerator[];
}

// @customer-contracts/pact-files InteractionRequest
export interface InteractionRequest extends InteractionMessage {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, readonly string[]>>;
}

// @customer-contracts/pact-files InteractionResponse
export interface InteractionResponse extends InteractionMessage {
    readonly status: number;
}

// @customer-contracts/pact-files InteractionState
export interface InteractionState {
    readonly name: string;
    readonly parameters: Readonly<Record<string, unknown>>;
}

// @customer-contracts/pact-files LeftOut
export interface LeftOut {
    readonly pacts: number;
    readonly messages: number;
}

// @customer-contracts/pact-files LintOptions
export interface LintOptions {
    readonly rules?: Readonly<Record<string, RuleSetting | undefined>> | undefined;
    readonly exemptions?: readonly Exemption[] | undefined;
    readonly source?: {
        readonly file: string;
        readonly text?: string | undefined;
    } | undefined;
    readonly today?: string | undefined;
}

// @customer-contracts/pact-files LintRule
export interface LintRule {
    readonly id: string;
    readonly severity: Severity;
    readonly explanation: string;
    readonly good: PactExample;
    readonly bad: PactExample;
}

// @customer-contracts/pact-files MemberUsage
export interface MemberUsage {
    readonly schema: string;
    readonly member: string;
    readonly consumers: readonly ConsumerUsage[];
}

// @customer-contracts/pact-files MessagePart
export type MessagePart = 'path' | 'query' | 'headers' | 'body' | 'status';

// @customer-contracts/pact-files PactConfig
export interface PactConfig extends Pick<LintOptions, 'rules' | 'exemptions'> {
    readonly source: {
        readonly file: string;
        readonly text: string;
    };
}

// @customer-contracts/pact-files PactDiff
export interface PactDiff {
    readonly added: readonly DiffedInteraction[];
    readonly removed: readonly DiffedInteraction[];
    readonly changed: readonly ChangedInteraction[];
    readonly newlyAsked: readonly Requirement[];
    readonly noLongerAsked: readonly Requirement[];
}

// @customer-contracts/pact-files PactDocument
export interface PactDocument {
    readonly file: string;
    readonly text?: string | undefined;
    readonly consumer: string;
    readonly provider: string;
    readonly interactions: readonly HttpInteraction[];
    readonly messages: number;
}

// @customer-contracts/pact-files PactError
export declare class PactError extends Error {
    name: string;
    constructor(message?: string, options?: ErrorOptions);
    get [brand](): true;
}

// @customer-contracts/pact-files PactExample
export type PactExample = readonly Readonly<Record<string, unknown>>[];

// @customer-contracts/pact-files PactFileError
export declare class PactFileError extends PactError {
    name: string;
    readonly files: readonly string[];
    constructor(message: string, files: readonly string[], options?: ErrorOptions);
}

// @customer-contracts/pact-files PactGenerator
export interface PactGenerator {
    readonly part: MessagePart;
    readonly name: string;
    readonly type: string;
    readonly settings: Readonly<Record<string, unknown>>;
}

// @customer-contracts/pact-files PactOptionError
export declare class PactOptionError extends PactError {
    name: string;
    readonly option: string;
    constructor(work: string, { option, received, advice }: OptionProblem);
}

// @customer-contracts/pact-files PactRule
export interface PactRule {
    readonly part: MessagePart;
    readonly name: string;
    readonly place: BodyPath;
    readonly combine: 'AND' | 'OR';
    readonly matchers: readonly RawMatcher[];
}

// @customer-contracts/pact-files PastChange
export interface PastChange {
    readonly date: string;
    readonly title: string;
    readonly isUndated: boolean;
    readonly changes: readonly DriftChange[];
    readonly breaks?: string;
}

// @customer-contracts/pact-files PinnedInteraction
export interface PinnedInteraction {
    readonly consumer: string;
    readonly interaction: string;
    readonly member: string;
}

// @customer-contracts/pact-files RawMatcher
export interface RawMatcher {
    readonly match: string;
    readonly [setting: string]: unknown;
}

// @customer-contracts/pact-files ReadPactsOptions
export interface ReadPactsOptions {
    readonly provider?: string;
}

// @customer-contracts/pact-files ReportOptions
export interface ReportOptions {
    readonly width?: number | undefined;
}

// @customer-contracts/pact-files RequestExample
export interface RequestExample {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, readonly string[]>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
}

// @customer-contracts/pact-files Requirement
export interface Requirement {
    readonly consumer: string;
    readonly answer: string;
    readonly place: string;
    readonly demand: string;
}

// @customer-contracts/pact-files RuleSetting
export type RuleSetting = 'off' | 'warn' | 'error';

// @customer-contracts/pact-files Severity
export type Severity = 'error' | 'warning';

// @customer-contracts/pact-files Variant
export type Variant = (typeof variants)[number];

// @customer-contracts/pact-files Verification
export interface Verification {
    readonly interactions: readonly VerifiedInteraction[];
    readonly answeredBy?: Answerer;
    readonly leftOut?: LeftOut;
}

// @customer-contracts/pact-files VerifiedInteraction
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

// @customer-contracts/pact-files WhatIf
export interface WhatIf extends WhatIfOptions {
    readonly changes: readonly PastChange[];
}

// @customer-contracts/pact-files WhatIfOptions
export interface WhatIfOptions {
    readonly since?: string | undefined;
    readonly until?: string | undefined;
}

// @customer-contracts/pact-files coverage
export declare function coverage(pacts: readonly PactDocument[], verifications?: readonly Verification[], evidence?: (cell: Cell) => Standing): readonly CellCoverage[];

// @customer-contracts/pact-files coverageMarkdown
export declare function coverageMarkdown(cells: readonly CellCoverage[]): string;

// @customer-contracts/pact-files coverageTable
export declare function coverageTable(cells: readonly CellCoverage[]): string;

// @customer-contracts/pact-files diff
export declare function diff(before: readonly PactDocument[], after: readonly PactDocument[]): Promise<PactDiff>;

// @customer-contracts/pact-files diffReport
export declare function diffReport({ added, removed, changed, newlyAsked, noLongerAsked }: PactDiff): string;

// @customer-contracts/pact-files drift
export declare function drift(source: ApiShape, pacts: readonly PactDocument[], options?: DriftOptions): Promise<Drift>;

// @customer-contracts/pact-files driftMarkdown
export declare function driftMarkdown(drift: Drift): string;

// @customer-contracts/pact-files driftReport
export declare function driftReport(drift: Drift, { width }?: ReportOptions): string;

// @customer-contracts/pact-files exemptionRules
export declare const exemptionRules: readonly ExemptionRule[];

// @customer-contracts/pact-files explain
export declare function explain({ file, consumer, provider, interactions }: PactDocument): readonly Explanation[];

// @customer-contracts/pact-files explainReport
export declare function explainReport(explanations: readonly Explanation[], { width }?: ReportOptions): string;

// @customer-contracts/pact-files githubAnnotations
export declare function githubAnnotations(findings: readonly Finding[]): string;

// @customer-contracts/pact-files interactionsOutside
export declare function interactionsOutside<Interaction extends Calling>({ interactions, }: WithInteractions<Interaction>): readonly Interaction[];

// @customer-contracts/pact-files isPactError
export declare function isPactError(value: unknown): value is PactError;

// @customer-contracts/pact-files lint
export declare function lint(pacts: Iterable<PactDocument> | AsyncIterable<PactDocument>, options?: LintOptions): Promise<readonly Finding[]>;

// @customer-contracts/pact-files lintJunit
export declare function lintJunit(findings: readonly Finding[], pacts: readonly JudgedPact[], errors?: readonly PactError[]): string;

// @customer-contracts/pact-files lintMarkdown
export declare function lintMarkdown(findings: readonly Finding[], pacts: readonly JudgedPact[]): string;

// @customer-contracts/pact-files lintReport
export declare function lintReport(findings: readonly Finding[], pacts: readonly JudgedPact[], { width }?: ReportOptions): string;

// @customer-contracts/pact-files lintRules
export declare const lintRules: readonly LintRule[];

// @customer-contracts/pact-files lintSarif
export declare function lintSarif(findings: readonly Finding[], errors?: readonly PactError[]): string;

// @customer-contracts/pact-files parseConfig
export declare function parseConfig(text: string, file: string): PactConfig;

// @customer-contracts/pact-files parsePact
export declare function parsePact(text: string, file: string): PactDocument;

// @customer-contracts/pact-files readDriftSource
export declare function readDriftSource(place: string, base?: ApiShape): Promise<ApiShape>;

// @customer-contracts/pact-files readEvidence
export declare function readEvidence(file: string): (cell: Cell) => Standing;

// @customer-contracts/pact-files readPacts
export declare function readPacts(places: readonly string[], options?: ReadPactsOptions): Promise<readonly PactDocument[]>;

// @customer-contracts/pact-files readShapes
export declare function readShapes(text: string, place: string, base?: ApiShape): ApiShape;

// @customer-contracts/pact-files testedAnswers
export declare function testedAnswers(pacts: readonly PactDocument[]): TestedAnswers;

// @customer-contracts/pact-files usage
export declare function usage(pacts: readonly PactDocument[]): readonly MemberUsage[];

// @customer-contracts/pact-files usageMarkdown
export declare function usageMarkdown(usages: readonly MemberUsage[]): string;

// @customer-contracts/pact-files usageTable
export declare function usageTable(usages: readonly MemberUsage[]): string;

// @customer-contracts/pact-files whatIf
export declare function whatIf(pacts: readonly PactDocument[], options?: WhatIfOptions): Promise<WhatIf>;

// @customer-contracts/pact-files whatIfReport
export declare function whatIfReport(found: WhatIf, { width }?: ReportOptions): string;

// @customer-contracts/pact-files/command PactCommands
export interface PactCommands {
    readonly version: 1;
    add(program: Command): void;
}

// @customer-contracts/pact-files/command runCommand
export declare function runCommand(url: string): Promise<void>;

// @customer-contracts/pact-files/command teamConfig
export declare function teamConfig(): Promise<typeof TeamConfig>;

// @customer-contracts/pact-files/command testSources
export declare function testSources(): Promise<typeof TestSources>;

// @customer-contracts/pact-files/internal BrokenRule
export interface BrokenRule {
    readonly path: BodyPath;
    readonly kind: 'value' | 'unknown' | 'read-only';
    readonly message: string;
    readonly advice?: string | undefined;
}

// @customer-contracts/pact-files/internal BrokerAccess
export interface BrokerAccess {
    readonly url: string;
    readonly token: string | undefined;
    readonly username: string | undefined;
    readonly password: string | undefined;
    readonly isWithheld?: boolean;
}

// @customer-contracts/pact-files/internal BrokerAddress
export interface BrokerAddress {
    readonly url?: string;
    readonly token?: string;
    readonly username?: string;
    readonly password?: string;
}

// @customer-contracts/pact-files/internal Json
export type Json = Readonly<Record<string, unknown>>;

// @customer-contracts/pact-files/internal JsonSchema
export interface JsonSchema {
    readonly $ref?: string | undefined;
    readonly $defs?: Readonly<Record<string, JsonSchema>> | undefined;
    readonly type?: string | readonly string[] | undefined;
    readonly format?: string | undefined;
    readonly const?: unknown;
    readonly enum?: readonly unknown[] | undefined;
    readonly pattern?: string | undefined;
    readonly minLength?: number | undefined;
    readonly maxLength?: number | undefined;
    readonly minimum?: number | undefined;
    readonly maximum?: number | undefined;
    readonly minItems?: number | undefined;
    readonly maxItems?: number | undefined;
    readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
    readonly required?: readonly string[] | undefined;
    readonly additionalProperties?: JsonSchema | boolean | undefined;
    readonly items?: JsonSchema | boolean | undefined;
    readonly prefixItems?: readonly JsonSchema[] | undefined;
    readonly anyOf?: readonly JsonSchema[] | undefined;
    readonly oneOf?: readonly JsonSchema[] | undefined;
    readonly allOf?: readonly JsonSchema[] | undefined;
}
export declare const JsonSchema: z.ZodType<JsonSchema>;

// @customer-contracts/pact-files/internal Link
export declare const Link: z.ZodObject<{
    href: z.ZodString;
}, z.core.$strip>;
export type Link = z.infer<typeof Link>;

// @customer-contracts/pact-files/internal Possibility
export interface Possibility {
    readonly claim: string;
    readonly value: unknown;
}

// @customer-contracts/pact-files/internal Proxy
export interface Proxy {
    readonly variable: string;
    readonly host: string | undefined;
}

// @customer-contracts/pact-files/internal ReadPlaces
export interface ReadPlaces {
    readonly pacts: readonly PactDocument[];
    readonly errors: readonly PactError[];
    readonly others: readonly string[];
    readonly noPacts: number;
    readonly messages: number;
}

// @customer-contracts/pact-files/internal SchemaNode
export interface SchemaNode {
    readonly options: readonly JsonSchema[];
    readonly isNullable: boolean;
    readonly root: JsonSchema;
}

// @customer-contracts/pact-files/internal WrittenInteraction
export interface WrittenInteraction extends HttpInteraction {
    readonly json: Json;
}

// @customer-contracts/pact-files/internal WrittenPact
export interface WrittenPact extends PactDocument {
    readonly interactions: readonly WrittenInteraction[];
    readonly json: Json;
}

// @customer-contracts/pact-files/internal askBroker
export declare function askBroker<Schema extends z.ZodType>(broker: BrokerAccess, target: string, schema: Schema, body?: unknown): Promise<z.output<Schema>>;

// @customer-contracts/pact-files/internal brokerAccess
export declare function brokerAccess(given?: BrokerAddress, { isPlace }?: {
    readonly isPlace?: boolean;
}): BrokerAccess;

// @customer-contracts/pact-files/internal canonicalJson
export declare function canonicalJson(value: unknown, indent?: number): string;

// @customer-contracts/pact-files/internal cellOfInteraction
export declare function cellOfInteraction({ request, response }: HttpInteraction): Cell | undefined;

// @customer-contracts/pact-files/internal columns
export declare function columns(rows: readonly (readonly string[])[]): readonly string[];

// @customer-contracts/pact-files/internal countOf
export declare function countOf(count: number, thing: string): string;

// @customer-contracts/pact-files/internal elementNode
export declare function elementNode(option: JsonSchema, root: JsonSchema): SchemaNode;

// @customer-contracts/pact-files/internal exempt
export declare function exempt(): readonly string[];

// @customer-contracts/pact-files/internal formatPact
export declare function formatPact(json: Json): string;

// @customer-contracts/pact-files/internal harmlessJson
export declare function harmlessJson(value: unknown): string;

// @customer-contracts/pact-files/internal hasSecret
export declare function hasSecret(text: string): boolean;

// @customer-contracts/pact-files/internal honouredBy
export declare function honouredBy(answerer: Answerer): string;

// @customer-contracts/pact-files/internal hrefFor
export declare function hrefFor({ href }: Link, provider: string): string;

// @customer-contracts/pact-files/internal isHttp
export declare function isHttp(interaction: unknown): boolean;

// @customer-contracts/pact-files/internal isList
export declare function isList(value: unknown): value is readonly unknown[];

// @customer-contracts/pact-files/internal isLoopback
export declare function isLoopback(url: string): boolean;

// @customer-contracts/pact-files/internal isOfNamedType
export declare function isOfNamedType(node: SchemaNode, value: unknown): boolean;

// @customer-contracts/pact-files/internal isRecord
export declare function isRecord(value: unknown): value is Readonly<Record<string, unknown>>;

// @customer-contracts/pact-files/internal isUnconstrained
export declare function isUnconstrained(schema: JsonSchema): boolean;

// @customer-contracts/pact-files/internal markdownCode
export declare function code(text: string): string;

// @customer-contracts/pact-files/internal markdownTable
export declare function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string;

// @customer-contracts/pact-files/internal markdownText
export declare function markdownText(text: string): string;

// @customer-contracts/pact-files/internal maskHeader
export declare function maskHeader(name: string, value: string): string;

// @customer-contracts/pact-files/internal maskSecrets
export declare function maskSecrets(text: string, others?: readonly (string | undefined)[]): string;

// @customer-contracts/pact-files/internal memberNode
export declare function memberNode(option: JsonSchema, name: string, root: JsonSchema): SchemaNode | undefined;

// @customer-contracts/pact-files/internal optionFor
export declare function optionFor(node: SchemaNode, value: unknown): JsonSchema | undefined;

// @customer-contracts/pact-files/internal pactFromJson
export declare function pactFromJson(json: unknown, file: string): WrittenPact;

// @customer-contracts/pact-files/internal pactsOf
export declare function pactsOf({ pacts, errors }: Pick<ReadPlaces, 'pacts' | 'errors'>): readonly PactDocument[];

// @customer-contracts/pact-files/internal placeholders
export declare const placeholders: {
    readonly apiKey: 'placeholder-api-key';
    readonly jwt: 'placeholder-jwt';
    readonly applicationJwt: 'placeholder-application-jwt';
};

// @customer-contracts/pact-files/internal possibleValues
export declare function possibleValues(documented: JsonSchema): readonly Possibility[];

// @customer-contracts/pact-files/internal proxyFor
export declare function proxyFor(url: string): Proxy | undefined;

// @customer-contracts/pact-files/internal raisePact
export declare function raisePact(json: Json): Json;

// @customer-contracts/pact-files/internal readAll
export declare function readAll(places: readonly string[], options: ReadAllOptions): Promise<ReadPlaces>;

// @customer-contracts/pact-files/internal rulesBrokenBy
export declare function rulesBrokenBy(written: Place, body: unknown): readonly BrokenRule[];

// @customer-contracts/pact-files/internal schemaNode
export declare function schemaNode(schema: JsonSchema, root?: JsonSchema): SchemaNode;

// @customer-contracts/pact-files/internal secretMask
export declare function secretMask(others?: readonly (string | undefined)[]): (text: string) => string;

// @customer-contracts/pact-files/internal unbracketed
export declare function unbracketed(host: string): string;

// @customer-contracts/pact-files/internal variantComment
export declare const variantComment = "customer-contracts";

// @customer-contracts/pact-files/internal variants
export declare const variants: readonly [
    'complete',
    'bare',
    'empty'
];

// document/pact-document UnreadRule
export interface UnreadRule {
    readonly part: MessagePart | undefined;
    readonly name: string;
    readonly isRefused: boolean;
    readonly reason: string;
}

// documented/outside Calling
interface Calling {
    readonly request: {
        readonly method: string;
        readonly path: string;
    };
}

// documented/outside WithInteractions
interface WithInteractions<Interaction extends Calling> {
    readonly interactions: readonly Interaction[];
}

// lint/judged-pact JudgedInteraction
export interface JudgedInteraction {
    readonly description: string;
    readonly request: {
        readonly method: string;
        readonly path: string;
    };
}

// lint/judged-pact JudgedPact
export interface JudgedPact {
    readonly file: string;
    readonly interactions: readonly JudgedInteraction[];
}

// pact-error brand
declare const brand: unique symbol;

// report/explain ExplainedMessage
export interface ExplainedMessage {
    readonly matches: readonly ExplainedPlace[];
    readonly hasBody: boolean;
}

// sources/read-pacts ReadAllOptions
export interface ReadAllOptions extends ReadPactsOptions {
    readonly mayBeNone?: boolean;
}
