// The public API of @customer-contracts/client, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/client AnswerHeaders
export interface AnswerHeaders {
    readonly pagination?: Pagination;
    readonly location?: string;
    readonly rateLimit?: RateLimit;
}

// @customer-contracts/client BadRequestProblem
export type BadRequestProblem = {
    type?: string;
    title?: string;
    status?: 400;
    detail?: string;
    instance?: string;
    invalidFields?: InvalidField[];
};

// @customer-contracts/client CallIssue
export interface CallIssue {
    readonly member: string;
    readonly message: string;
}

// @customer-contracts/client CallOptions
export interface CallOptions {
    readonly signal?: AbortSignal | undefined;
    readonly timeout?: number | undefined;
}

// @customer-contracts/client CollectionLimitError
export declare class CollectionLimitError extends CustomersApiError {
    readonly name = "CollectionLimitError";
    readonly offset: number;
    readonly total: number | undefined;
    constructor(offset: number, total: number | undefined);
}

// @customer-contracts/client Company
export type Company = {
    name?: string | null;
    domain?: string;
    yearFounded?: number | null;
    industry?: string | null;
    employeesCount?: number | null;
    country?: string | null;
    locality?: string | null;
    _links?: Link<'linkedin'>[];
};

// @customer-contracts/client ConflictError
export declare class ConflictError extends ProblemError<409, ConflictProblem> {
    readonly name = "ConflictError";
    constructor(call: SentCall, answer: ProblemAnswer<409, ConflictProblem>);
}

// @customer-contracts/client ConflictProblem
export type ConflictProblem = {
    type?: string;
    title?: string;
    status?: 409;
    detail?: string;
    instance?: string;
};

// @customer-contracts/client ContactEmail
export type ContactEmail = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/client ContactEmailInput
export type ContactEmailInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/client ContactObject
export type ContactObject = {
    firstName?: string | null;
    lastName?: string | null;
    organization?: string | null;
    address?: string | null;
    address2?: string | null;
    city?: string | null;
    region?: string | null;
    country?: string | null;
    postalCode?: string | null;
    dob?: string | null;
    jobTitle?: string | null;
    phoneNumbers?: ContactPhoneNumber[];
    emails?: ContactEmail[];
    hash?: string;
};

// @customer-contracts/client ContactObjectInput
export type ContactObjectInput = {
    firstName?: string | null | undefined;
    lastName?: string | null | undefined;
    organization?: string | null | undefined;
    address?: string | null | undefined;
    address2?: string | null | undefined;
    city?: string | null | undefined;
    region?: string | null | undefined;
    country?: string | null | undefined;
    postalCode?: string | null | undefined;
    dob?: string | null | undefined;
    jobTitle?: string | null | undefined;
    phoneNumbers?: ContactPhoneNumberInput[] | undefined;
    emails?: ContactEmailInput[] | undefined;
};

// @customer-contracts/client ContactPhoneNumber
export type ContactPhoneNumber = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/client ContactPhoneNumberInput
export type ContactPhoneNumberInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/client Customer
export type Customer = {
    id: ResourceId;
    email?: string | null;
    firstName?: string | null;
    lastName?: string | null;
    websiteId?: ResourceId;
    preferredPayoutInstrumentId?: ResourceId | null;
    customFields?: Record<string, unknown>;
    locale?: string | null;
    personId?: ResourceId | null;
    notificationEmails?: string[];
    primaryAddress?: ContactObject | null;
    taxNumbers?: TaxNumber[] | null;
    defaultPaymentInstrument?: DefaultPaymentInstrument | null;
    company?: Company | null;
    averageValue?: CustomerAverageValue;
    paymentCount?: number;
    lastPaymentTime?: DateTime | null;
    lifetimeRevenue?: CustomerLifetimeRevenue;
    invoiceCount?: number;
    tags?: Tag[];
    revision?: number;
    hasFulfilledKyc?: boolean;
    organizationId?: ResourceId;
    createdTime?: DateTime;
    updatedTime?: DateTime;
    _links?: Link<'self' | 'defaultPaymentInstrument' | 'leadSource' | 'website' | 'attachments'>[];
    _embedded?: CustomerEmbedded;
};

// @customer-contracts/client CustomerAverageValue
export type CustomerAverageValue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/client CustomerEmbedded
export type CustomerEmbedded = {
    defaultPaymentInstrument?: Record<string, unknown>;
    website?: Record<string, unknown>;
    leadSource?: LeadSource;
};

// @customer-contracts/client CustomerInput
export type CustomerInput = {
    websiteId?: ResourceId | undefined;
    preferredPayoutInstrumentId?: ResourceId | null | undefined;
    customFields?: Record<string, unknown> | undefined;
    locale?: string | null | undefined;
    personId?: ResourceId | null | undefined;
    notificationEmails?: string[] | undefined;
    primaryAddress?: ContactObjectInput | null | undefined;
    taxNumbers?: TaxNumberInput[] | null | undefined;
    paymentToken?: string | undefined;
    defaultPaymentInstrumentId?: ResourceId | null | undefined;
    leadSource?: LeadSourceInput | undefined;
};

// @customer-contracts/client CustomerLifetimeRevenue
export type CustomerLifetimeRevenue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/client CustomersApiError
export declare abstract class CustomersApiError extends Error {
    abstract readonly name: string;
}

// @customer-contracts/client CustomersClient
export interface CustomersClient extends OperationMethods {
    customers(query?: OperationCall<'getCustomerCollection'>, options?: CallOptions): AsyncIterable<Customer>;
}

// @customer-contracts/client CustomersClientCredentials
export type CustomersClientCredentials = {
    readonly apiKey?: undefined;
    readonly token: string;
} | {
    readonly apiKey: string | null;
    readonly token?: undefined;
};

// @customer-contracts/client CustomersClientOptions
export type CustomersClientOptions = CustomersClientCredentials & {
    readonly server: ServerName | (string & Record<never, never>);
    readonly organizationId?: string | undefined;
    readonly organization_id?: string | undefined;
    readonly timeout?: number | undefined;
    readonly maxRetries?: number | undefined;
    readonly maxWait?: number | undefined;
    readonly fetch?: HttpFetch | undefined;
};

// @customer-contracts/client DefaultPaymentInstrument
export type DefaultPaymentInstrument = {
    method: PaymentMethod;
    paymentInstrumentId: ResourceId;
};

// @customer-contracts/client DocumentedPaymentMethod
export type DocumentedPaymentMethod = 'payment-card' | 'ach' | 'cash' | 'check' | 'paypal' | 'AdvCash' | 'Aera' | 'Affirm' | 'Afterpay' | 'Aircash' | 'Airpay' | 'Alfa-click' | 'Alipay' | 'AmazonPay' | 'Apple Pay' | 'AstroPay Card' | 'AstroPay-GO' | 'BankSEND' | 'BankReferenced' | 'bank-transfer' | 'bank-transfer-2' | 'bank-transfer-3' | 'bank-transfer-4' | 'bank-transfer-5' | 'bank-transfer-6' | 'bank-transfer-7' | 'bank-transfer-8' | 'bank-transfer-9' | 'Baloto' | 'Beeline' | 'Belfius-direct-net' | 'bitcoin' | 'Bizum' | 'Blik' | 'Boleto' | 'Boleto-2' | 'Boleto-3' | 'cash-deposit' | 'CASHlib' | 'CashToCode' | 'CCAvenue' | 'China UnionPay' | 'Clearpay' | 'Cleo' | 'CODVoucher' | 'Conekta-oxxo' | 'Conekta-spei' | 'cryptocurrency' | 'Cupon-de-pagos' | 'CyberSource' | 'Dimoco-pay-smart' | 'Directa24Card' | 'domestic-cards' | 'Efecty' | 'echeck' | 'ecoPayz' | 'ecoPayzTurkey' | 'ecoVoucher' | 'EPS' | 'ePay.bg' | 'Ethereum' | 'e-wallet' | 'ezyEFT' | 'eZeeWallet' | 'FasterPay' | 'Flexepin' | 'Giropay' | 'Google Pay' | 'Gpaysafe' | 'iCashOne Voucher' | 'iDebit' | 'iDEAL' | 'ING-homepay' | 'INOVAPAY-pin' | 'INOVAPAY-wallet' | 'InstaDebit' | 'InstantPayments' | 'instant-bank-transfer' | 'Interac-online' | 'Interac-eTransfer' | 'Interac-express-connect' | 'Interac' | 'invoice' | 'iWallet' | 'Jeton' | 'JetonCash' | 'jpay' | 'KakaoPay' | 'Khelocard' | 'Klarna' | 'KNOT' | 'Litecoin' | 'loonie' | 'LPG-online' | 'LPG-payment-card' | 'Matrix' | 'MaxiCash' | 'Megafon' | 'MercadoPago' | 'MiFinity-eWallet' | 'miscellaneous' | 'MobilePay' | 'Mollie' | 'Multibanco' | 'Bancontact' | 'Bancontact-mobile' | 'MTS' | 'MuchBetter' | 'MuchBetterVoucher' | 'MyFatoorah' | 'Neosurf' | 'Netbanking' | 'Neteller' | 'Nordea-Solo' | 'NordikCoin' | 'OchaPay' | 'online-bank-transfer' | 'Onlineueberweisen' | 'oriental-wallet' | 'OXXO' | 'P24' | 'Pagadito' | 'PagoEffectivo' | 'Pagsmile-lottery' | 'Pagsmile-deposit-express' | 'PayCash' | 'Payco' | 'Payeer' | 'PaymentAsia-crypto' | 'Paysafecard' | 'PayTabs' | 'Pay4Fun' | 'Paynote' | 'Paymero' | 'Paymero-QR' | 'PayU' | 'PayULatam' | 'Perfect-money' | 'Piastrix' | 'PIX' | 'PIX-Automatico' | 'PinPay' | 'phone' | 'PhonePe' | 'POLi' | 'PostFinance-card' | 'PostFinance-e-finance' | 'QIWI' | 'QPay' | 'QQPay' | 'Quickpay' | 'rapyd-checkout' | 'rebilly-hosted-payment-form' | 'Resurs' | 'reverse-withdrawal' | 'Ripple' | 'SafetyPay' | 'Samsung Pay' | 'SEPA' | 'Siirto' | 'Skrill' | 'Skrill Rapid Transfer' | 'SMSVoucher' | 'Sofort' | 'SparkPay' | 'SPEI' | 'swift-dbt' | 'Tele2' | 'Telr' | 'Terminaly-RF' | 'Tether' | 'ToditoCash-card' | 'Trustly' | 'Tupay' | 'TWINT' | 'UniCrypt' | 'UPayCard' | 'UPI' | 'USD-coin' | 'VCreditos' | 'VegaWallet' | 'VenusPoint' | 'Viva' | 'voucher' | 'voucher-2' | 'voucher-3' | 'voucher-4' | 'Wallet88' | 'Webmoney' | 'Webpay' | 'Webpay-2' | 'Webpay Card' | 'WeChat Pay' | 'XPay-P2P' | 'XPay-QR' | 'Yandex-money' | 'Zotapay' | 'Zimpler' | 'Zip';

// @customer-contracts/client Filter
export type Filter = readonly FilterClause[];

// @customer-contracts/client ForbiddenError
export declare class ForbiddenError extends ProblemError<403, ForbiddenProblem> {
    readonly name = "ForbiddenError";
    constructor(call: SentCall, answer: ProblemAnswer<403, ForbiddenProblem>);
}

// @customer-contracts/client ForbiddenProblem
export type ForbiddenProblem = {
    type?: string;
    title?: string;
    status?: 403;
    detail?: string;
    instance?: string;
};

// @customer-contracts/client HttpFetch
export type HttpFetch = (url: string, attempt: HttpAttempt) => Promise<{
    readonly status: number;
    readonly headers: HttpHeaders;
    readonly text: () => Promise<string>;
}>;

// @customer-contracts/client InvalidCallError
export declare class InvalidCallError extends CustomersApiError {
    readonly name = "InvalidCallError";
    readonly operationId: OperationId;
    readonly issues: readonly CallIssue[];
    constructor(operationId: OperationId, issues: readonly CallIssue[], words?: string);
}

// @customer-contracts/client InvalidField
export type InvalidField = {
    field?: string;
    message?: string;
};

// @customer-contracts/client InvalidOptionsError
export declare class InvalidOptionsError extends CustomersApiError {
    readonly name = "InvalidOptionsError";
    readonly option: string;
    constructor({ option, received, advice }: OptionProblem, work: string);
}

// @customer-contracts/client KnownCustomersApiError
export type KnownCustomersApiError = CollectionLimitError | ConflictError | ForbiddenError | InvalidCallError | InvalidOptionsError | NetworkError | NotFoundError | TimeoutError | TooManyRequestsError | UnauthorizedError | UndocumentedAnswerError | ValidationError;

// @customer-contracts/client LeadSource
export type LeadSource = {
    medium?: string | null;
    source?: string | null;
    campaign?: string | null;
    term?: string | null;
    content?: string | null;
    affiliate?: string | null;
    subAffiliate?: string | null;
    salesAgent?: string | null;
    clickId?: string | null;
    path?: string | null;
    referrer?: string | null;
    createdTime?: DateTime;
    updatedTime?: DateTime;
    _links?: Link<'self' | 'customer'>[];
    original?: LeadSourceData;
};

// @customer-contracts/client LeadSourceData
export type LeadSourceData = {
    medium?: string | null;
    source?: string | null;
    campaign?: string | null;
    term?: string | null;
    content?: string | null;
    affiliate?: string | null;
    subAffiliate?: string | null;
    salesAgent?: string | null;
    clickId?: string | null;
    path?: string | null;
    referrer?: string | null;
    createdTime?: DateTime;
    updatedTime?: DateTime;
    _links?: Link<'self' | 'customer'>[];
};

// @customer-contracts/client LeadSourceInput
export type LeadSourceInput = {
    medium?: string | null | undefined;
    source?: string | null | undefined;
    campaign?: string | null | undefined;
    term?: string | null | undefined;
    content?: string | null | undefined;
    affiliate?: string | null | undefined;
    subAffiliate?: string | null | undefined;
    salesAgent?: string | null | undefined;
    clickId?: string | null | undefined;
    path?: string | null | undefined;
    referrer?: string | null | undefined;
};

// @customer-contracts/client Link
export type Link<Relation extends string = string> = {
    href?: string;
    rel?: Relation | OtherText;
};

// @customer-contracts/client NetworkError
export declare class NetworkError extends CallError {
    readonly name = "NetworkError";
    readonly code: string | undefined;
    constructor(call: SentCall, cause: Error);
}

// @customer-contracts/client NotFoundError
export declare class NotFoundError extends ProblemError<404 | 410, NotFoundProblem> {
    readonly name = "NotFoundError";
    constructor(call: SentCall, answer: ProblemAnswer<404 | 410, NotFoundProblem>);
}

// @customer-contracts/client NotFoundProblem
export type NotFoundProblem = {
    type?: string;
    title?: string;
    status?: 404;
    detail?: string;
    instance?: string;
};

// @customer-contracts/client OperationCall
export type OperationCall<Id extends OperationId> = Simplify<Named<PathParameters<Id>> & Named<QueryOfCall<Id>> & (RequestBody<Id> extends undefined ? unknown : {
    body: RequestBody<Id>;
})>;

// @customer-contracts/client OperationId
export type OperationId = keyof Operations;

// @customer-contracts/client OperationMethod
export type OperationMethod<Id extends OperationId> = Partial<OperationCall<Id>> extends OperationCall<Id> ? (call?: OperationCall<Id>, options?: CallOptions) => Promise<OperationResult<Id>> : (call: OperationCall<Id>, options?: CallOptions) => Promise<OperationResult<Id>>;

// @customer-contracts/client OperationMethods
export type OperationMethods = {
    readonly [Id in OperationId]: OperationMethod<Id>;
};

// @customer-contracts/client OperationResult
export type OperationResult<Id extends OperationId> = {
    [S in SuccessStatus<Id>]: {
        readonly status: S;
        readonly body: ResponseBody<Id, S>;
    } & AnswerHeaders;
}[SuccessStatus<Id>];

// @customer-contracts/client OtherText
export type OtherText = string & {};

// @customer-contracts/client Pagination
export interface Pagination {
    readonly total?: number;
    readonly limit?: number;
    readonly offset?: number;
}

// @customer-contracts/client PaymentMethod
export type PaymentMethod = DocumentedPaymentMethod | OtherText;

// @customer-contracts/client Problem
export type Problem = {
    type?: string;
    title?: string;
    status?: number;
    detail?: string;
    instance?: string;
};

// @customer-contracts/client ProblemError
export declare abstract class ProblemError<Status extends number = number, Body extends Problem = Problem> extends CallError {
    readonly status: Status;
    readonly problem: Body;
    constructor(call: SentCall, answer: ProblemAnswer<Status, Body>, advice: string);
}

// @customer-contracts/client RateLimit
export interface RateLimit {
    readonly limit?: number;
    readonly remaining?: number;
    readonly retryAfter?: number;
}

// @customer-contracts/client RawFilter
export interface RawFilter {
    readonly '~filter': string;
}

// @customer-contracts/client ServerName
export type ServerName = keyof typeof servers;

// @customer-contracts/client SuccessStatus
export type SuccessStatus<Id extends OperationId> = {
    [S in Status<Id>]: `${S & number}` extends `2${string}` ? S : never;
}[Status<Id>];

// @customer-contracts/client Tag
export type Tag = {
    id?: ResourceId;
    name: string;
    type: 'customer' | 'kyc-document' | 'aml-check' | OtherText;
    createdTime?: DateTime;
    updatedTime?: DateTime;
    _links?: Link<'self'>[];
};

// @customer-contracts/client TaxNumber
export type TaxNumber = {
    type: 'eu-vat' | 'other' | OtherText;
    value: string;
    isDefault?: boolean;
    isValid?: boolean | null;
};

// @customer-contracts/client TaxNumberInput
export type TaxNumberInput = {
    type: 'eu-vat' | 'other';
    value: string;
    isDefault?: boolean | undefined;
};

// @customer-contracts/client TimeoutError
export declare class TimeoutError extends CallError {
    readonly name = "TimeoutError";
    readonly timeout: number;
    constructor(call: SentCall, timeout: number);
}

// @customer-contracts/client TooManyRequestsError
export declare class TooManyRequestsError extends ProblemError<429, TooManyRequestsProblem> {
    readonly name = "TooManyRequestsError";
    readonly retryAfter: number | undefined;
    constructor(call: SentCall, answer: ProblemAnswer<429, TooManyRequestsProblem>, retryAfter: number | undefined);
}

// @customer-contracts/client TooManyRequestsProblem
export type TooManyRequestsProblem = {
    type?: string;
    title?: string;
    status?: 429;
    detail?: string;
    instance?: string;
};

// @customer-contracts/client UnauthorizedError
export declare class UnauthorizedError extends ProblemError<401, UnauthorizedProblem> {
    readonly name = "UnauthorizedError";
    constructor(call: SentCall, answer: ProblemAnswer<401, UnauthorizedProblem>);
}

// @customer-contracts/client UnauthorizedProblem
export type UnauthorizedProblem = {
    type?: string;
    title?: string;
    status?: 401;
    detail?: string;
    instance?: string;
};

// @customer-contracts/client UndocumentedAnswerError
export declare class UndocumentedAnswerError extends CallError implements UndocumentedAnswer {
    readonly name = "UndocumentedAnswerError";
    readonly status: number;
    readonly problem: Problem | undefined;
    readonly issues: readonly CallIssue[];
    readonly retryAfter: number | undefined;
    constructor(call: SentCall, answer: UndocumentedAnswer, received: string, advice: string);
}

// @customer-contracts/client ValidationError
export declare class ValidationError extends ProblemError<400 | 422, BadRequestProblem | ValidationProblem> {
    readonly name = "ValidationError";
    constructor(call: SentCall, answer: ProblemAnswer<400 | 422, BadRequestProblem | ValidationProblem>);
}

// @customer-contracts/client ValidationProblem
export type ValidationProblem = {
    type?: string;
    title?: string;
    status?: 422;
    detail?: string;
    instance?: string;
    invalidFields?: InvalidField[];
};

// @customer-contracts/client createCustomersClient
export declare function createCustomersClient(options: CustomersClientOptions): CustomersClient;

// @customer-contracts/client isCustomersApiError
export declare function isCustomersApiError<Name extends KnownCustomersApiError['name'] = KnownCustomersApiError['name']>(value: unknown, name?: Name): value is Extract<KnownCustomersApiError, {
    readonly name: Name;
}>;

// @customer-contracts/client/guard FetchInit
export interface FetchInit {
    readonly method?: string | undefined;
}

// @customer-contracts/client/guard FetchInput
export type FetchInput = string | URL | {
    readonly url: string;
    readonly method: string;
};

// @customer-contracts/client/guard HttpHeaders
export interface HttpHeaders {
    readonly get: (name: string) => string | null;
}

// @customer-contracts/client/guard ResponseDrift
export interface ResponseDrift {
    readonly operation: OperationId;
    readonly status: number;
    readonly in: 'header' | 'body';
    readonly member: string;
    readonly kind: ResponseDriftKind;
    readonly seen: string;
    readonly promised: string;
    readonly tested?: string;
}

// @customer-contracts/client/guard ResponseDriftKind
export type ResponseDriftKind = ChangeKind & ('status-added' | 'header-removed' | 'type-changed' | 'became-nullable' | 'became-optional' | 'member-added' | 'enum-value-added' | 'format-changed' | 'limit-changed');

// @customer-contracts/client/guard TestedAnswers
export type TestedAnswers = {
    readonly [Id in OperationId]?: Readonly<Record<number | string, Kinds | null>>;
};

// @customer-contracts/client/guard WatchCounts
export interface WatchCounts {
    readonly answers: number;
    readonly judged: number;
    readonly bodies: number;
    readonly told: number;
    readonly untold: number;
}

// @customer-contracts/client/guard WatchOptions
export interface WatchOptions {
    readonly onDrift: (drift: ResponseDrift) => unknown;
    readonly sample?: number | undefined;
    readonly random?: (() => number) | undefined;
    readonly baseUrl?: string | URL | undefined;
    readonly tested?: TestedAnswers | undefined;
}

// @customer-contracts/client/guard WatchableResponse
export interface WatchableResponse {
    readonly status: number;
    readonly headers: HttpHeaders;
    readonly text: () => Promise<string>;
    readonly type?: string;
    readonly body?: {
        readonly getReader?: () => BodyReader;
    } | null;
    readonly clone?: () => WatchableResponse;
}

// @customer-contracts/client/guard WatchedFetch
export type WatchedFetch<Request extends readonly unknown[], Response> = ((...request: Request) => Promise<Response>) & {
    readonly counts: () => WatchCounts;
    readonly settled: () => Promise<void>;
};

// @customer-contracts/client/guard watchResponses
export declare function watchResponses<Request extends readonly [
    input: FetchInput,
    init?: FetchInit | undefined
], Response extends WatchableResponse>(fetch: (...request: Request) => Promise<Response>, options: WatchOptions): WatchedFetch<Request, Response>;

// call-error CallError
export declare abstract class CallError extends CustomersApiError implements SentCall {
    readonly operationId: OperationId;
    readonly path: string;
    readonly attempts: number;
    constructor(call: SentCall, received: string, advice: string, options?: ErrorOptions);
}

// call-error SentCall
export interface SentCall {
    readonly operationId: OperationId;
    readonly path: string;
    readonly attempts: number;
}

// failures UndocumentedAnswer
export interface UndocumentedAnswer {
    readonly status: number;
    readonly problem?: Problem | undefined;
    readonly issues?: readonly CallIssue[] | undefined;
    readonly retryAfter?: number | undefined;
}

// guard/watchable BodyReader
interface BodyReader {
    readonly read: () => Promise<{
        readonly done: boolean;
        readonly value?: Uint8Array | undefined;
    }>;
    readonly cancel: () => Promise<void>;
}

// http-fetch HttpAttempt
export interface HttpAttempt {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly signal: AbortSignal;
    readonly redirect: 'manual';
}

// problem-errors ProblemAnswer
export interface ProblemAnswer<Status extends number = number, Body extends Problem = Problem> {
    readonly status: Status;
    readonly problem: Body;
    readonly received: string;
}
