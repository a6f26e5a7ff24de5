// The public API of @customer-contracts/schemas, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/schemas Allowance
export interface Allowance {
    readonly limit: number;
    readonly windowSeconds: number;
}

// @customer-contracts/schemas AnswerContent
export type AnswerContent = {
    readonly kind: 'none';
} | {
    readonly kind: 'problem';
    readonly status: ProblemStatus;
} | {
    readonly kind: 'one' | 'list';
    readonly resource: ResourceName;
};

// @customer-contracts/schemas AnswerVariant
export type AnswerVariant = CustomerView | 'empty';

// @customer-contracts/schemas BadRequestProblem
export declare const BadRequestProblem: BadRequestProblemSchema;
export type BadRequestProblem = types.BadRequestProblem;

// @customer-contracts/schemas BadRequestProblemSchema
export interface BadRequestProblemSchema extends NamedObject<typeof badRequestShape, z.core.$strip, types.BadRequestProblem> {
}

// @customer-contracts/schemas BadRequestProblemType
export type BadRequestProblem = {
    type?: string;
    title?: string;
    status?: 400;
    detail?: string;
    instance?: string;
    invalidFields?: InvalidField[];
};

// @customer-contracts/schemas Cell
export type Cell = {
    [Id in OperationId]: `${Id} ${Status<Id>}`;
}[OperationId];

// @customer-contracts/schemas CollectionQuerySchema
export interface CollectionQuerySchema extends z.ZodObject<typeof collectionQueryShape, z.core.$strict> {
}

// @customer-contracts/schemas Company
export declare const Company: CompanySchema;
export type Company = types.Company;

// @customer-contracts/schemas CompanySchema
export interface CompanySchema extends NamedObject<typeof shape, z.core.$strip, types.Company> {
}

// @customer-contracts/schemas CompanyType
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

// @customer-contracts/schemas ConflictProblem
export declare const ConflictProblem: ConflictProblemSchema;
export type ConflictProblem = types.ConflictProblem;

// @customer-contracts/schemas ConflictProblemSchema
export interface ConflictProblemSchema extends NamedObject<typeof conflictShape, z.core.$strip, types.ConflictProblem> {
}

// @customer-contracts/schemas ConflictProblemType
export type ConflictProblem = {
    type?: string;
    title?: string;
    status?: 409;
    detail?: string;
    instance?: string;
};

// @customer-contracts/schemas ContactEmail
export declare const ContactEmail: ContactEmailSchema;
export type ContactEmail = types.ContactEmail;

// @customer-contracts/schemas ContactEmailInput
export declare const ContactEmailInput: ContactEmailInputSchema;
export type ContactEmailInput = types.ContactEmailInput;

// @customer-contracts/schemas ContactEmailInputSchema
export interface ContactEmailInputSchema extends NamedObject<typeof emailInputShape, z.core.$strict, types.ContactEmailInput> {
}

// @customer-contracts/schemas ContactEmailInputType
export type ContactEmailInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/schemas ContactEmailSchema
export interface ContactEmailSchema extends NamedObject<typeof emailShape, z.core.$strip, types.ContactEmail> {
}

// @customer-contracts/schemas ContactEmailType
export type ContactEmail = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/schemas ContactObject
export declare const ContactObject: ContactObjectSchema;
export type ContactObject = types.ContactObject;

// @customer-contracts/schemas ContactObjectInput
export declare const ContactObjectInput: ContactObjectInputSchema;
export type ContactObjectInput = types.ContactObjectInput;

// @customer-contracts/schemas ContactObjectInputSchema
export interface ContactObjectInputSchema extends NamedObject<typeof inputShape, z.core.$strict, types.ContactObjectInput> {
}

// @customer-contracts/schemas ContactObjectInputType
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

// @customer-contracts/schemas ContactObjectSchema
export interface ContactObjectSchema extends NamedObject<typeof shape, z.core.$strip, types.ContactObject> {
}

// @customer-contracts/schemas ContactObjectType
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

// @customer-contracts/schemas ContactPhoneNumber
export declare const ContactPhoneNumber: ContactPhoneNumberSchema;
export type ContactPhoneNumber = types.ContactPhoneNumber;

// @customer-contracts/schemas ContactPhoneNumberInput
export declare const ContactPhoneNumberInput: ContactPhoneNumberInputSchema;
export type ContactPhoneNumberInput = types.ContactPhoneNumberInput;

// @customer-contracts/schemas ContactPhoneNumberInputSchema
export interface ContactPhoneNumberInputSchema extends NamedObject<typeof phoneNumberInputShape, z.core.$strict, types.ContactPhoneNumberInput> {
}

// @customer-contracts/schemas ContactPhoneNumberInputType
export type ContactPhoneNumberInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/schemas ContactPhoneNumberSchema
export interface ContactPhoneNumberSchema extends NamedObject<typeof phoneNumberShape, z.core.$strip, types.ContactPhoneNumber> {
}

// @customer-contracts/schemas ContactPhoneNumberType
export type ContactPhoneNumber = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/schemas ContactWithEmails
export interface ContactWithEmails {
    readonly emails?: readonly {
        readonly value: string;
        readonly primary?: boolean | undefined;
    }[] | undefined;
}

// @customer-contracts/schemas CredentialKind
export type CredentialKind = keyof typeof credentialSchemes;

// @customer-contracts/schemas CredentialKindOf
export type CredentialKindOf<Id extends OperationId> = {
    [Kind in CredentialKind]: (typeof credentialSchemes)[Kind] extends (typeof operations)[Id]['security'][number] ? Kind : never;
}[CredentialKind];

// @customer-contracts/schemas CurrencyCode
export declare const CurrencyCode: z.ZodString;
export type CurrencyCode = types.CurrencyCode;

// @customer-contracts/schemas Customer
export declare const Customer: CustomerSchema;
export type Customer = types.Customer;

// @customer-contracts/schemas CustomerAverageValue
export declare const CustomerAverageValue: CustomerAverageValueSchema;
export type CustomerAverageValue = types.CustomerAverageValue;

// @customer-contracts/schemas CustomerAverageValueSchema
export interface CustomerAverageValueSchema extends NamedObject<typeof reportedAmount, z.core.$strip, types.CustomerAverageValue> {
}

// @customer-contracts/schemas CustomerAverageValueType
export type CustomerAverageValue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/schemas CustomerDates
export declare const CustomerDates: CustomerDatesSchema;
export type CustomerDates = z.output<CustomerDatesSchema>;

// @customer-contracts/schemas CustomerDatesSchema
export interface CustomerDatesSchema extends Replaced<typeof Customer, typeof customerMembers> {
}

// @customer-contracts/schemas CustomerEmbedded
export declare const CustomerEmbedded: CustomerEmbeddedSchema;
export type CustomerEmbedded = types.CustomerEmbedded;

// @customer-contracts/schemas CustomerEmbeddedDates
export declare const CustomerEmbeddedDates: CustomerEmbeddedDatesSchema;
export type CustomerEmbeddedDates = z.output<CustomerEmbeddedDatesSchema>;

// @customer-contracts/schemas CustomerEmbeddedDatesSchema
export interface CustomerEmbeddedDatesSchema extends Replaced<typeof CustomerEmbedded, typeof embeddedMembers> {
}

// @customer-contracts/schemas CustomerEmbeddedSchema
export interface CustomerEmbeddedSchema extends NamedObject<typeof embeddedShape, z.core.$strip, types.CustomerEmbedded> {
}

// @customer-contracts/schemas CustomerEmbeddedType
export type CustomerEmbedded = {
    defaultPaymentInstrument?: Record<string, unknown>;
    website?: Record<string, unknown>;
    leadSource?: LeadSource;
};

// @customer-contracts/schemas CustomerInput
export declare const CustomerInput: CustomerInputSchema;
export type CustomerInput = types.CustomerInput;

// @customer-contracts/schemas CustomerInputSchema
export interface CustomerInputSchema extends NamedObject<typeof inputShape, z.core.$strict, types.CustomerInput> {
}

// @customer-contracts/schemas CustomerInputType
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

// @customer-contracts/schemas CustomerLifetimeRevenue
export declare const CustomerLifetimeRevenue: CustomerLifetimeRevenueSchema;
export type CustomerLifetimeRevenue = types.CustomerLifetimeRevenue;

// @customer-contracts/schemas CustomerLifetimeRevenueSchema
export interface CustomerLifetimeRevenueSchema extends NamedObject<typeof reportedAmount, z.core.$strip, types.CustomerLifetimeRevenue> {
}

// @customer-contracts/schemas CustomerLifetimeRevenueType
export type CustomerLifetimeRevenue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/schemas CustomerMerge
export interface CustomerMerge {
    readonly target: Customer;
    readonly duplicate: Customer;
    readonly now: DateTime;
}

// @customer-contracts/schemas CustomerPathSchema
export interface CustomerPathSchema extends z.ZodObject<typeof customerPathShape, z.core.$strict> {
}

// @customer-contracts/schemas CustomerPut
export interface CustomerPut {
    readonly id: string;
    readonly organizationId: string;
    readonly previous: Customer | undefined;
    readonly input: CustomerInput;
    readonly now: DateTime;
    readonly makeId: (prefix: 'inst' | 'prs') => string;
    readonly contactHash: (contact: ContactObjectInput) => string;
}

// @customer-contracts/schemas CustomerQuerySchema
export interface CustomerQuerySchema extends z.ZodObject<typeof customerQueryShape, z.core.$strict> {
}

// @customer-contracts/schemas CustomerSchema
export interface CustomerSchema extends NamedObject<typeof shape, z.core.$strip, types.Customer> {
}

// @customer-contracts/schemas CustomerType
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

// @customer-contracts/schemas CustomerView
export declare const CustomerView: z.ZodEnum<{
    complete: 'complete';
    bare: 'bare';
}>;
export type CustomerView = types.CustomerView;

// @customer-contracts/schemas CustomerViewType
export type CustomerView = 'complete' | 'bare';

// @customer-contracts/schemas DateTime
export declare const DateTime: z.ZodISODateTime;
export type DateTime = types.DateTime;

// @customer-contracts/schemas DateTimeCodec
export declare const DateTimeCodec: DateTimeCodecSchema;

// @customer-contracts/schemas DateTimeCodecSchema
export type DateTimeCodecSchema = z.ZodCodec<z.ZodISODateTime, z.ZodDate>;

// @customer-contracts/schemas DefaultPaymentInstrument
export declare const DefaultPaymentInstrument: DefaultPaymentInstrumentSchema;
export type DefaultPaymentInstrument = types.DefaultPaymentInstrument;

// @customer-contracts/schemas DefaultPaymentInstrumentSchema
export interface DefaultPaymentInstrumentSchema extends NamedObject<typeof paymentInstrumentShape, z.core.$strip, types.DefaultPaymentInstrument> {
}

// @customer-contracts/schemas DefaultPaymentInstrumentType
export type DefaultPaymentInstrument = {
    method: PaymentMethod;
    paymentInstrumentId: ResourceId;
};

// @customer-contracts/schemas DocumentedPaymentMethod
export type DocumentedPaymentMethod = 'payment-card' | 'ach' | 'cash' | 'check' | 'paypal' | 'AdvCash' | 'Aera' | 'Affirm' | 'Afterpay' | 'Aircash' | 'Airpay' | 'Alfa-click' | 'Alipay' | 'AmazonPay' | 'Apple Pay' | 'AstroPay Card' | 'AstroPay-GO' | 'BankSEND' | 'BankReferenced' | 'bank-transfer' | 'bank-transfer-2' | 'bank-transfer-3' | 'bank-transfer-4' | 'bank-transfer-5' | 'bank-transfer-6' | 'bank-transfer-7' | 'bank-transfer-8' | 'bank-transfer-9' | 'Baloto' | 'Beeline' | 'Belfius-direct-net' | 'bitcoin' | 'Bizum' | 'Blik' | 'Boleto' | 'Boleto-2' | 'Boleto-3' | 'cash-deposit' | 'CASHlib' | 'CashToCode' | 'CCAvenue' | 'China UnionPay' | 'Clearpay' | 'Cleo' | 'CODVoucher' | 'Conekta-oxxo' | 'Conekta-spei' | 'cryptocurrency' | 'Cupon-de-pagos' | 'CyberSource' | 'Dimoco-pay-smart' | 'Directa24Card' | 'domestic-cards' | 'Efecty' | 'echeck' | 'ecoPayz' | 'ecoPayzTurkey' | 'ecoVoucher' | 'EPS' | 'ePay.bg' | 'Ethereum' | 'e-wallet' | 'ezyEFT' | 'eZeeWallet' | 'FasterPay' | 'Flexepin' | 'Giropay' | 'Google Pay' | 'Gpaysafe' | 'iCashOne Voucher' | 'iDebit' | 'iDEAL' | 'ING-homepay' | 'INOVAPAY-pin' | 'INOVAPAY-wallet' | 'InstaDebit' | 'InstantPayments' | 'instant-bank-transfer' | 'Interac-online' | 'Interac-eTransfer' | 'Interac-express-connect' | 'Interac' | 'invoice' | 'iWallet' | 'Jeton' | 'JetonCash' | 'jpay' | 'KakaoPay' | 'Khelocard' | 'Klarna' | 'KNOT' | 'Litecoin' | 'loonie' | 'LPG-online' | 'LPG-payment-card' | 'Matrix' | 'MaxiCash' | 'Megafon' | 'MercadoPago' | 'MiFinity-eWallet' | 'miscellaneous' | 'MobilePay' | 'Mollie' | 'Multibanco' | 'Bancontact' | 'Bancontact-mobile' | 'MTS' | 'MuchBetter' | 'MuchBetterVoucher' | 'MyFatoorah' | 'Neosurf' | 'Netbanking' | 'Neteller' | 'Nordea-Solo' | 'NordikCoin' | 'OchaPay' | 'online-bank-transfer' | 'Onlineueberweisen' | 'oriental-wallet' | 'OXXO' | 'P24' | 'Pagadito' | 'PagoEffectivo' | 'Pagsmile-lottery' | 'Pagsmile-deposit-express' | 'PayCash' | 'Payco' | 'Payeer' | 'PaymentAsia-crypto' | 'Paysafecard' | 'PayTabs' | 'Pay4Fun' | 'Paynote' | 'Paymero' | 'Paymero-QR' | 'PayU' | 'PayULatam' | 'Perfect-money' | 'Piastrix' | 'PIX' | 'PIX-Automatico' | 'PinPay' | 'phone' | 'PhonePe' | 'POLi' | 'PostFinance-card' | 'PostFinance-e-finance' | 'QIWI' | 'QPay' | 'QQPay' | 'Quickpay' | 'rapyd-checkout' | 'rebilly-hosted-payment-form' | 'Resurs' | 'reverse-withdrawal' | 'Ripple' | 'SafetyPay' | 'Samsung Pay' | 'SEPA' | 'Siirto' | 'Skrill' | 'Skrill Rapid Transfer' | 'SMSVoucher' | 'Sofort' | 'SparkPay' | 'SPEI' | 'swift-dbt' | 'Tele2' | 'Telr' | 'Terminaly-RF' | 'Tether' | 'ToditoCash-card' | 'Trustly' | 'Tupay' | 'TWINT' | 'UniCrypt' | 'UPayCard' | 'UPI' | 'USD-coin' | 'VCreditos' | 'VegaWallet' | 'VenusPoint' | 'Viva' | 'voucher' | 'voucher-2' | 'voucher-3' | 'voucher-4' | 'Wallet88' | 'Webmoney' | 'Webpay' | 'Webpay-2' | 'Webpay Card' | 'WeChat Pay' | 'XPay-P2P' | 'XPay-QR' | 'Yandex-money' | 'Zotapay' | 'Zimpler' | 'Zip';

// @customer-contracts/schemas Field
export interface Field {
    readonly name: string;
    readonly type: FieldType;
}

// @customer-contracts/schemas FieldProblem
export type FieldProblem = {
    readonly kind: 'unknown-field' | 'unsortable-field';
    readonly field: string;
    readonly nearest: string | undefined;
    readonly message: string;
} | {
    readonly kind: 'wrong-value' | 'wrong-range';
    readonly field: string;
    readonly type: FieldType;
    readonly value: string;
    readonly message: string;
};

// @customer-contracts/schemas FieldType
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'date-time' | 'custom';

// @customer-contracts/schemas FieldsOf
export type FieldsOf<Type extends FieldType> = {
    [Name in OwnField]: (typeof filterFields)[Name] extends Type ? Name : never;
}[OwnField] | {
    [Name in Alias]: (typeof filterFields)[(typeof fieldAliases)[Name]] extends Type ? Name : never;
}[Alias] | ('custom' extends Type ? `customFields.${string}` : never);

// @customer-contracts/schemas Filter
export type Filter = readonly FilterClause[];

// @customer-contracts/schemas FilterClause
export type FilterClause = {
    [Type in FieldType]: {
        readonly field: FieldsOf<Type>;
        readonly terms: readonly FilterTerm<Type>[];
    };
}[FieldType];

// @customer-contracts/schemas FilterError
export declare class FilterError extends Error {
    readonly name = "FilterError";
    readonly filter: unknown;
    constructor(message: string, filter: unknown);
}

// @customer-contracts/schemas FilterField
export type FilterField = OwnField | Alias | `customFields.${string}`;

// @customer-contracts/schemas FilterList
export interface FilterList {
    readonly kind: 'list';
    readonly negated: boolean;
    readonly name: string;
}

// @customer-contracts/schemas FilterLiteral
export interface FilterLiteral<Value extends string = string> {
    readonly kind: 'literal';
    readonly negated: boolean;
    readonly value: Value;
}

// @customer-contracts/schemas FilterRange
export interface FilterRange<End extends string = string> {
    readonly kind: 'range';
    readonly negated: boolean;
    readonly from?: End;
    readonly to?: End;
}

// @customer-contracts/schemas FilterTerm
export type FilterTerm<Type extends FieldType = FieldType> = FilterLiteral<LiteralValues[Type]> | ([
    RangeEnds[Type]
] extends [
    never
] ? never : FilterRange<RangeEnds[Type]>) | FilterList;

// @customer-contracts/schemas ForbiddenProblem
export declare const ForbiddenProblem: ForbiddenProblemSchema;
export type ForbiddenProblem = types.ForbiddenProblem;

// @customer-contracts/schemas ForbiddenProblemSchema
export interface ForbiddenProblemSchema extends NamedObject<typeof forbiddenShape, z.core.$strip, types.ForbiddenProblem> {
}

// @customer-contracts/schemas ForbiddenProblemType
export type ForbiddenProblem = {
    type?: string;
    title?: string;
    status?: 403;
    detail?: string;
    instance?: string;
};

// @customer-contracts/schemas GivenStateParameters
export type GivenStateParameters<Name extends ProviderStateName> = z.input<(typeof providerStates)[Name]['parameters']>;

// @customer-contracts/schemas InvalidField
export declare const InvalidField: InvalidFieldSchema;
export type InvalidField = types.InvalidField;

// @customer-contracts/schemas InvalidFieldSchema
export interface InvalidFieldSchema extends NamedObject<typeof invalidFieldShape, z.core.$strip, types.InvalidField> {
}

// @customer-contracts/schemas InvalidFieldType
export type InvalidField = {
    field?: string;
    message?: string;
};

// @customer-contracts/schemas JudgedQuery
export interface JudgedQuery {
    readonly call: Call;
    readonly problems: readonly QueryProblem[];
}

// @customer-contracts/schemas LeadSource
export declare const LeadSource: LeadSourceSchema;
export type LeadSource = types.LeadSource;

// @customer-contracts/schemas LeadSourceData
export declare const LeadSourceData: LeadSourceDataSchema;
export type LeadSourceData = types.LeadSourceData;

// @customer-contracts/schemas LeadSourceDataDates
export declare const LeadSourceDataDates: LeadSourceDataDatesSchema;
export type LeadSourceDataDates = z.output<LeadSourceDataDatesSchema>;

// @customer-contracts/schemas LeadSourceDataDatesSchema
export interface LeadSourceDataDatesSchema extends Replaced<typeof LeadSourceData, typeof times> {
}

// @customer-contracts/schemas LeadSourceDataSchema
export interface LeadSourceDataSchema extends NamedObject<typeof dataShape, z.core.$strip, types.LeadSourceData> {
}

// @customer-contracts/schemas LeadSourceDataType
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

// @customer-contracts/schemas LeadSourceDates
export declare const LeadSourceDates: LeadSourceDatesSchema;
export type LeadSourceDates = z.output<LeadSourceDatesSchema>;

// @customer-contracts/schemas LeadSourceDatesSchema
export interface LeadSourceDatesSchema extends Replaced<typeof LeadSource, typeof leadSourceMembers> {
}

// @customer-contracts/schemas LeadSourceInput
export declare const LeadSourceInput: LeadSourceInputSchema;
export type LeadSourceInput = types.LeadSourceInput;

// @customer-contracts/schemas LeadSourceInputSchema
export interface LeadSourceInputSchema extends NamedObject<typeof written, z.core.$strict, types.LeadSourceInput> {
}

// @customer-contracts/schemas LeadSourceInputType
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

// @customer-contracts/schemas LeadSourcePut
export interface LeadSourcePut {
    readonly id: string;
    readonly organizationId: string;
    readonly previous: LeadSource | undefined;
    readonly input: LeadSourceInput;
    readonly now: DateTime;
}

// @customer-contracts/schemas LeadSourceSchema
export interface LeadSourceSchema extends NamedObject<typeof shape, z.core.$strip, types.LeadSource> {
}

// @customer-contracts/schemas LeadSourceType
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

// @customer-contracts/schemas Link
export type Link<Relation extends string = string> = {
    href?: string;
    rel?: Relation | OtherText;
};

// @customer-contracts/schemas Links
export type Links<Relation extends string> = z.ZodArray<z.ZodObject<{
    href: z.ZodExactOptional<z.ZodString>;
    rel: z.ZodExactOptional<OpenEnum<Relation>>;
}>>;

// @customer-contracts/schemas ListedResource
export type ListedResource<Id extends OperationId> = {
    [S in Status<Id>]: (typeof operations)[Id]['responses'] extends {
        readonly [Each in S]: {
            readonly content: {
                readonly kind: 'list';
                readonly resource: infer Name;
            };
        };
    } ? Name : never;
}[Status<Id>];

// @customer-contracts/schemas MergeQuerySchema
export interface MergeQuerySchema extends z.ZodObject<typeof mergeQueryShape, z.core.$strict> {
}

// @customer-contracts/schemas Method
export type Method = keyof typeof methods;

// @customer-contracts/schemas MethodFacts
export interface MethodFacts {
    readonly isSafe: boolean;
    readonly isIdempotent: boolean;
    readonly hasBody: boolean;
}

// @customer-contracts/schemas MethodMismatch
export interface MethodMismatch {
    readonly allow: readonly string[];
}

// @customer-contracts/schemas NamedInternals
export interface NamedInternals<Shape extends z.core.$ZodLooseShape, Config extends z.core.$ZodObjectConfig, Type extends z.core.$InferObjectOutput<Shape, Config['out']> & z.core.$InferObjectInput<Shape, Config['in']>> extends z.core.$ZodObjectInternals<Shape, Config> {
    output: Type;
    input: Type;
}

// @customer-contracts/schemas NamedObject
export interface NamedObject<Shape extends z.core.$ZodLooseShape, Config extends z.core.$ZodObjectConfig, Type extends z.core.$InferObjectOutput<Shape, Config['out']> & z.core.$InferObjectInput<Shape, Config['in']>> extends z.ZodObject<Shape, Config> {
    readonly _zod: NamedInternals<Shape, Config, Type>;
}

// @customer-contracts/schemas NotFoundProblem
export declare const NotFoundProblem: NotFoundProblemSchema;
export type NotFoundProblem = types.NotFoundProblem;

// @customer-contracts/schemas NotFoundProblemSchema
export interface NotFoundProblemSchema extends NamedObject<typeof notFoundShape, z.core.$strip, types.NotFoundProblem> {
}

// @customer-contracts/schemas NotFoundProblemType
export type NotFoundProblem = {
    type?: string;
    title?: string;
    status?: 404;
    detail?: string;
    instance?: string;
};

// @customer-contracts/schemas OpenEnum
export interface OpenEnum<Value extends string> extends z.ZodUnion<readonly [
    z.ZodEnum<{
        [Each in Value]: Each;
    }>,
    z.core.$ZodType<OtherText, OtherText>
]> {
}

// @customer-contracts/schemas Operation
export interface Operation {
    readonly operationId: string;
    readonly summary: string;
    readonly method: Method;
    readonly isRepeatable: boolean;
    readonly path: `/customers${string}`;
    readonly allowsTrailingSlash: boolean;
    readonly pathParameters: z.ZodObject;
    readonly query: z.ZodObject;
    readonly takes: ResourceName | undefined;
    readonly body: z.ZodType | undefined;
    readonly security: readonly SecurityScheme[];
    readonly responses: Readonly<Record<number, OperationResponse>>;
}

// @customer-contracts/schemas OperationCall
export type OperationCall<Id extends OperationId> = Simplify<Named<PathParameters<Id>> & Named<QueryOfCall<Id>> & (RequestBody<Id> extends undefined ? unknown : {
    body: RequestBody<Id>;
})>;

// @customer-contracts/schemas OperationId
export type OperationId = keyof Operations;

// @customer-contracts/schemas OperationMatch
export interface OperationMatch {
    readonly operationId: OperationId;
    readonly pathParameters: Readonly<Record<string, string>>;
    readonly organizationId?: string;
}

// @customer-contracts/schemas OperationResponse
export interface OperationResponse {
    readonly description: string;
    readonly headers: Readonly<Record<string, z.ZodType>>;
    readonly content: AnswerContent;
    readonly body: z.ZodType | undefined;
}

// @customer-contracts/schemas Operations
export interface Operations {
    getCustomerCollection: {
        pathParameters: Record<string, never>;
        query: {
            limit?: number | undefined;
            offset?: number | undefined;
            filter?: string | undefined;
            q?: string | undefined;
            expand?: string | undefined;
            fields?: string | undefined;
            sort?: readonly SortTerm[] | undefined;
        };
        body: undefined;
        responses: {
            200: {
                headers: {
                    'Pagination-Total'?: number | undefined;
                    'Pagination-Limit'?: number | undefined;
                    'Pagination-Offset'?: number | undefined;
                };
                body: Customer[];
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
        };
    };
    postCustomer: {
        pathParameters: Record<string, never>;
        query: Record<string, never>;
        body: CustomerInput;
        responses: {
            201: {
                headers: {
                    Location?: string | undefined;
                    'X-RateLimit-Limit'?: number | undefined;
                    'X-RateLimit-Remaining'?: number | undefined;
                };
                body: Customer;
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
            409: {
                headers: {};
                body: ConflictProblem;
            };
            422: {
                headers: {};
                body: ValidationProblem;
            };
            429: {
                headers: {
                    'X-RateLimit-Retry-After'?: number | undefined;
                };
                body: TooManyRequestsProblem;
            };
        };
    };
    getCustomer: {
        pathParameters: {
            id: PathId;
        };
        query: {
            expand?: string | undefined;
            fields?: string | undefined;
        };
        body: undefined;
        responses: {
            200: {
                headers: {};
                body: Customer;
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
            404: {
                headers: {};
                body: NotFoundProblem;
            };
        };
    };
    putCustomer: {
        pathParameters: {
            id: PathId;
        };
        query: Record<string, never>;
        body: CustomerInput;
        responses: {
            200: {
                headers: {};
                body: Customer;
            };
            201: {
                headers: {
                    Location?: string | undefined;
                    'X-RateLimit-Limit'?: number | undefined;
                    'X-RateLimit-Remaining'?: number | undefined;
                };
                body: Customer;
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
            409: {
                headers: {};
                body: ConflictProblem;
            };
            422: {
                headers: {};
                body: ValidationProblem;
            };
            429: {
                headers: {
                    'X-RateLimit-Retry-After'?: number | undefined;
                };
                body: TooManyRequestsProblem;
            };
        };
    };
    deleteCustomer: {
        pathParameters: {
            id: PathId;
        };
        query: {
            targetCustomerId: string;
        };
        body: undefined;
        responses: {
            204: {
                headers: {
                    'X-RateLimit-Limit'?: number | undefined;
                    'X-RateLimit-Remaining'?: number | undefined;
                };
                body: undefined;
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
            404: {
                headers: {};
                body: NotFoundProblem;
            };
            429: {
                headers: {
                    'X-RateLimit-Retry-After'?: number | undefined;
                };
                body: TooManyRequestsProblem;
            };
        };
    };
    getCustomerLeadSource: {
        pathParameters: {
            id: PathId;
        };
        query: Record<string, never>;
        body: undefined;
        responses: {
            200: {
                headers: {};
                body: LeadSource;
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
            404: {
                headers: {};
                body: NotFoundProblem;
            };
        };
    };
    putCustomerLeadSource: {
        pathParameters: {
            id: PathId;
        };
        query: Record<string, never>;
        body: LeadSourceInput;
        responses: {
            201: {
                headers: {
                    Location?: string | undefined;
                    'X-RateLimit-Limit'?: number | undefined;
                    'X-RateLimit-Remaining'?: number | undefined;
                };
                body: LeadSource;
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
            422: {
                headers: {};
                body: ValidationProblem;
            };
            429: {
                headers: {
                    'X-RateLimit-Retry-After'?: number | undefined;
                };
                body: TooManyRequestsProblem;
            };
        };
    };
    deleteCustomerLeadSource: {
        pathParameters: {
            id: PathId;
        };
        query: Record<string, never>;
        body: undefined;
        responses: {
            204: {
                headers: {
                    'X-RateLimit-Limit'?: number | undefined;
                    'X-RateLimit-Remaining'?: number | undefined;
                };
                body: undefined;
            };
            401: {
                headers: {};
                body: UnauthorizedProblem;
            };
            403: {
                headers: {};
                body: ForbiddenProblem;
            };
            404: {
                headers: {};
                body: NotFoundProblem;
            };
            409: {
                headers: {};
                body: ConflictProblem;
            };
            429: {
                headers: {
                    'X-RateLimit-Retry-After'?: number | undefined;
                };
                body: TooManyRequestsProblem;
            };
        };
    };
}

// @customer-contracts/schemas OtherText
export type OtherText = string & {};

// @customer-contracts/schemas ParsedClause
export interface ParsedClause {
    readonly field: string;
    readonly terms: readonly (FilterLiteral | FilterRange | FilterList)[];
}

// @customer-contracts/schemas ParsedFilter
export type ParsedFilter = readonly ParsedClause[];

// @customer-contracts/schemas PathId
export declare const PathId: z.ZodString;
export type PathId = types.PathId;

// @customer-contracts/schemas PathParameters
export type PathParameters<Id extends OperationId> = Operations[Id]['pathParameters'];

// @customer-contracts/schemas PaymentMethod
export declare const PaymentMethod: OpenEnum<types.DocumentedPaymentMethod>;
export type PaymentMethod = types.PaymentMethod;

// @customer-contracts/schemas PaymentMethodType
export type PaymentMethod = DocumentedPaymentMethod | OtherText;

// @customer-contracts/schemas Problem
export declare const Problem: ProblemSchema;
export type Problem = types.Problem;

// @customer-contracts/schemas ProblemSchema
export interface ProblemSchema extends NamedObject<typeof shape, z.core.$strip, types.Problem> {
}

// @customer-contracts/schemas ProblemStatus
export type ProblemStatus = keyof typeof problems;

// @customer-contracts/schemas ProblemType
export type Problem = {
    type?: string;
    title?: string;
    status?: number;
    detail?: string;
    instance?: string;
};

// @customer-contracts/schemas ProviderState
export interface ProviderState {
    readonly sentence: string;
    readonly parameters: z.ZodObject;
    readonly cells: readonly Cell[];
    readonly variants?: readonly AnswerVariant[];
}

// @customer-contracts/schemas ProviderStateName
export type ProviderStateName = keyof typeof providerStates;

// @customer-contracts/schemas ProviderStateParameters
export type ProviderStateParameters<Name extends ProviderStateName> = z.output<(typeof providerStates)[Name]['parameters']>;

// @customer-contracts/schemas Query
export type Query<Id extends OperationId> = Operations[Id]['query'];

// @customer-contracts/schemas QueryProblem
export interface QueryProblem {
    readonly member: 'filter' | 'sort';
    readonly kind: FieldProblem['kind'] | 'unreadable-filter';
    readonly message: string;
}

// @customer-contracts/schemas RawFilter
export interface RawFilter {
    readonly '~filter': string;
}

// @customer-contracts/schemas RequestBody
export type RequestBody<Id extends OperationId> = Operations[Id]['body'];

// @customer-contracts/schemas Resource
export interface Resource {
    readonly schema: z.ZodObject;
    readonly input: z.ZodObject | undefined;
    readonly path: `/customers${string}`;
    readonly singleUse: readonly string[];
    readonly isFilterable: boolean;
}

// @customer-contracts/schemas ResourceId
export declare const ResourceId: z.ZodString;
export type ResourceId = types.ResourceId;

// @customer-contracts/schemas ResourceName
export type ResourceName = keyof typeof resources;

// @customer-contracts/schemas ResourceWrite
export interface ResourceWrite {
    readonly id: string;
    readonly organizationId: string;
    readonly previous: unknown;
    readonly input: unknown;
    readonly now: DateTime;
    readonly makeId: (prefix: 'inst' | 'prs') => string;
    readonly contactHash: (contact: ContactObjectInput) => string;
}

// @customer-contracts/schemas ResponseBody
export type ResponseBody<Id extends OperationId, S extends Status<Id>> = AnswerPart<Id, S, 'body'>;

// @customer-contracts/schemas ResponseHeaders
export type ResponseHeaders<Id extends OperationId, S extends Status<Id>> = AnswerPart<Id, S, 'headers'>;

// @customer-contracts/schemas SecurityScheme
export type SecurityScheme = keyof typeof securitySchemes;

// @customer-contracts/schemas ServerName
export type ServerName = keyof typeof servers;

// @customer-contracts/schemas SortField
export type SortField = (typeof sortFields)[number];

// @customer-contracts/schemas SortTerm
export type SortTerm = SortField | `-${SortField}`;

// @customer-contracts/schemas Status
export type Status<Id extends OperationId> = {
    [Each in OperationId]: keyof Operations[Each]['responses'];
}[Id];

// @customer-contracts/schemas Tag
export declare const Tag: TagSchema;
export type Tag = types.Tag;

// @customer-contracts/schemas TagDates
export declare const TagDates: TagDatesSchema;
export type TagDates = z.output<TagDatesSchema>;

// @customer-contracts/schemas TagDatesSchema
export interface TagDatesSchema extends Replaced<typeof Tag, typeof times> {
}

// @customer-contracts/schemas TagSchema
export interface TagSchema extends NamedObject<typeof shape, z.core.$strip, types.Tag> {
}

// @customer-contracts/schemas TagType
export type Tag = {
    id?: ResourceId;
    name: string;
    type: 'customer' | 'kyc-document' | 'aml-check' | OtherText;
    createdTime?: DateTime;
    updatedTime?: DateTime;
    _links?: Link<'self'>[];
};

// @customer-contracts/schemas TaxNumber
export declare const TaxNumber: TaxNumberSchema;
export type TaxNumber = types.TaxNumber;

// @customer-contracts/schemas TaxNumberInput
export declare const TaxNumberInput: TaxNumberInputSchema;
export type TaxNumberInput = types.TaxNumberInput;

// @customer-contracts/schemas TaxNumberInputSchema
export interface TaxNumberInputSchema extends NamedObject<typeof writable, z.core.$strict, types.TaxNumberInput> {
}

// @customer-contracts/schemas TaxNumberInputType
export type TaxNumberInput = {
    type: 'eu-vat' | 'other';
    value: string;
    isDefault?: boolean | undefined;
};

// @customer-contracts/schemas TaxNumberSchema
export interface TaxNumberSchema extends NamedObject<typeof shape, z.core.$strip, types.TaxNumber> {
}

// @customer-contracts/schemas TaxNumberType
export type TaxNumber = {
    type: 'eu-vat' | 'other' | OtherText;
    value: string;
    isDefault?: boolean;
    isValid?: boolean | null;
};

// @customer-contracts/schemas TooManyRequestsProblem
export declare const TooManyRequestsProblem: TooManyRequestsProblemSchema;
export type TooManyRequestsProblem = types.TooManyRequestsProblem;

// @customer-contracts/schemas TooManyRequestsProblemSchema
export interface TooManyRequestsProblemSchema extends NamedObject<typeof tooManyRequestsShape, z.core.$strip, types.TooManyRequestsProblem> {
}

// @customer-contracts/schemas TooManyRequestsProblemType
export type TooManyRequestsProblem = {
    type?: string;
    title?: string;
    status?: 429;
    detail?: string;
    instance?: string;
};

// @customer-contracts/schemas UnauthorizedProblem
export declare const UnauthorizedProblem: UnauthorizedProblemSchema;
export type UnauthorizedProblem = types.UnauthorizedProblem;

// @customer-contracts/schemas UnauthorizedProblemSchema
export interface UnauthorizedProblemSchema extends NamedObject<typeof unauthorizedShape, z.core.$strip, types.UnauthorizedProblem> {
}

// @customer-contracts/schemas UnauthorizedProblemType
export type UnauthorizedProblem = {
    type?: string;
    title?: string;
    status?: 401;
    detail?: string;
    instance?: string;
};

// @customer-contracts/schemas ValidationProblem
export declare const ValidationProblem: ValidationProblemSchema;
export type ValidationProblem = types.ValidationProblem;

// @customer-contracts/schemas ValidationProblemSchema
export interface ValidationProblemSchema extends NamedObject<typeof validationShape, z.core.$strip, types.ValidationProblem> {
}

// @customer-contracts/schemas ValidationProblemType
export type ValidationProblem = {
    type?: string;
    title?: string;
    status?: 422;
    detail?: string;
    instance?: string;
    invalidFields?: InvalidField[];
};

// @customer-contracts/schemas ValueForm
export type ValueForm = Exclude<FieldType, 'custom'>;

// @customer-contracts/schemas WritingOperationId
export type WritingOperationId = {
    [Id in OperationId]: (typeof operations)[Id]['takes'] extends undefined ? never : Id;
}[OperationId];

// @customer-contracts/schemas acceptsCredential
export declare function acceptsCredential(operationId: OperationId, kind: CredentialKind): boolean;

// @customer-contracts/schemas cells
export declare const cells: readonly Cell[];

// @customer-contracts/schemas collectionLimits
export declare const collectionLimits: {
    readonly limit: {
        readonly most: 1000;
        readonly unasked: 100;
    };
    readonly offset: {
        readonly most: 1000;
        readonly unasked: 0;
    };
};

// @customer-contracts/schemas contentOf
export declare function contentOf(cell: Cell): AnswerContent;

// @customer-contracts/schemas credentialKinds
export declare const credentialKinds: readonly CredentialKind[];

// @customer-contracts/schemas credentialSchemes
export declare const credentialSchemes: {
    readonly apiKey: 'SecretApiKey';
    readonly jwt: 'JWT';
    readonly applicationJwt: 'ApplicationJWT';
};

// @customer-contracts/schemas customerAfterLeadSourceChange
export declare function customerAfterLeadSourceChange(previous: Customer, now: DateTime): Customer;

// @customer-contracts/schemas customerAfterMerge
export declare function customerAfterMerge({ target, duplicate, now }: CustomerMerge): Customer;

// @customer-contracts/schemas customerAfterPut
export declare function customerAfterPut(put: CustomerPut): Customer;

// @customer-contracts/schemas customerLinks
export declare function customerLinks(organizationId: string, { id, websiteId, defaultPaymentInstrument }: Unset<Pick<Customer, 'id' | 'websiteId' | 'defaultPaymentInstrument'>>): NonNullable<Customer['_links']>;

// @customer-contracts/schemas fieldAliases
export declare const fieldAliases: {
    readonly 'primaryAddress.*.email': 'primaryAddress.emails.value';
    readonly 'primaryAddress.emails': 'primaryAddress.emails.value';
    readonly 'primaryAddress.phoneNumbers': 'primaryAddress.phoneNumbers.value';
    readonly tags: 'tags.name';
    readonly averageValue: 'averageValue.amount';
    readonly lifetimeRevenue: 'lifetimeRevenue.amount';
};

// @customer-contracts/schemas fieldNamed
export declare function fieldNamed(name: string): Field | undefined;

// @customer-contracts/schemas filterFields
export declare const filterFields: {
    readonly id: 'text';
    readonly email: 'text';
    readonly firstName: 'text';
    readonly lastName: 'text';
    readonly websiteId: 'text';
    readonly preferredPayoutInstrumentId: 'text';
    readonly locale: 'text';
    readonly personId: 'text';
    readonly notificationEmails: 'text';
    readonly 'primaryAddress.firstName': 'text';
    readonly 'primaryAddress.lastName': 'text';
    readonly 'primaryAddress.organization': 'text';
    readonly 'primaryAddress.address': 'text';
    readonly 'primaryAddress.address2': 'text';
    readonly 'primaryAddress.city': 'text';
    readonly 'primaryAddress.region': 'text';
    readonly 'primaryAddress.country': 'text';
    readonly 'primaryAddress.postalCode': 'text';
    readonly 'primaryAddress.dob': 'date';
    readonly 'primaryAddress.jobTitle': 'text';
    readonly 'primaryAddress.phoneNumbers.label': 'text';
    readonly 'primaryAddress.phoneNumbers.value': 'text';
    readonly 'primaryAddress.phoneNumbers.primary': 'boolean';
    readonly 'primaryAddress.emails.label': 'text';
    readonly 'primaryAddress.emails.value': 'text';
    readonly 'primaryAddress.emails.primary': 'boolean';
    readonly 'primaryAddress.hash': 'text';
    readonly 'taxNumbers.type': 'text';
    readonly 'taxNumbers.value': 'text';
    readonly 'taxNumbers.isDefault': 'boolean';
    readonly 'taxNumbers.isValid': 'boolean';
    readonly 'defaultPaymentInstrument.method': 'text';
    readonly 'defaultPaymentInstrument.paymentInstrumentId': 'text';
    readonly 'company.name': 'text';
    readonly 'company.domain': 'text';
    readonly 'company.yearFounded': 'number';
    readonly 'company.industry': 'text';
    readonly 'company.employeesCount': 'number';
    readonly 'company.country': 'text';
    readonly 'company.locality': 'text';
    readonly 'averageValue.currency': 'text';
    readonly 'averageValue.amount': 'number';
    readonly 'averageValue.amountUsd': 'number';
    readonly paymentCount: 'number';
    readonly lastPaymentTime: 'date-time';
    readonly 'lifetimeRevenue.currency': 'text';
    readonly 'lifetimeRevenue.amount': 'number';
    readonly 'lifetimeRevenue.amountUsd': 'number';
    readonly invoiceCount: 'number';
    readonly 'tags.id': 'text';
    readonly 'tags.name': 'text';
    readonly 'tags.type': 'text';
    readonly 'tags.createdTime': 'date-time';
    readonly 'tags.updatedTime': 'date-time';
    readonly revision: 'number';
    readonly hasFulfilledKyc: 'boolean';
    readonly organizationId: 'text';
    readonly createdTime: 'date-time';
    readonly updatedTime: 'date-time';
};

// @customer-contracts/schemas formOfRange
export declare function formOfRange(type: FieldType, { from, to }: {
    readonly from?: string;
    readonly to?: string;
}): ValueForm | undefined;

// @customer-contracts/schemas formatCredential
export declare function formatCredential(kind: CredentialKind, secret: string): readonly [
    name: string,
    value: string
];

// @customer-contracts/schemas formatFilter
export declare function formatFilter(filter: Filter): string;

// @customer-contracts/schemas formatLocation
export declare function formatLocation(cell: Cell, parameters: Readonly<Record<string, string>>): string | undefined;

// @customer-contracts/schemas formatPath
export declare function formatPath<Id extends OperationId>(operationId: Id, pathParameters: PathParameters<Id>): string;

// @customer-contracts/schemas formsOfLiteral
export declare function formsOfLiteral(type: FieldType, value: string): readonly ValueForm[];

// @customer-contracts/schemas isCell
export declare function isCell(value: string): value is Cell;

// @customer-contracts/schemas isCredentialKind
export declare function isCredentialKind(value: string): value is CredentialKind;

// @customer-contracts/schemas isFilter
export declare function isFilter(filter: ParsedFilter): filter is Filter;

// @customer-contracts/schemas isFilterError
export declare function isFilterError(value: unknown): value is FilterError;

// @customer-contracts/schemas isMethod
export declare function isMethod(value: string): value is Method;

// @customer-contracts/schemas isOperationId
export declare function isOperationId(value: string): value is OperationId;

// @customer-contracts/schemas isProviderStateName
export declare function isProviderStateName(value: string): value is ProviderStateName;

// @customer-contracts/schemas isSafe
export declare function isSafe(operationId: OperationId): boolean;

// @customer-contracts/schemas isWritingOperationId
export declare function isWritingOperationId(operationId: OperationId): operationId is WritingOperationId;

// @customer-contracts/schemas jsonSchemaOptions
export declare const jsonSchemaOptions: Readonly<Pick<z.core.ToJSONSchemaParams, 'io' | 'override'>>;

// @customer-contracts/schemas judgeFilter
export declare function judgeFilter(filter: ParsedFilter): readonly FieldProblem[];

// @customer-contracts/schemas judgeQuery
export declare function judgeQuery(operationId: OperationId, call: Call): JudgedQuery;

// @customer-contracts/schemas judgeSort
export declare function judgeSort(sort: readonly string[]): readonly FieldProblem[];

// @customer-contracts/schemas leadSourceAfterPut
export declare function leadSourceAfterPut({ id, organizationId, previous, input, now }: LeadSourcePut): LeadSource;

// @customer-contracts/schemas leadSourceLinks
export declare function leadSourceLinks(organizationId: string, id: string): NonNullable<LeadSource['_links']>;

// @customer-contracts/schemas listedBy
export declare function listedBy(operationId: OperationId): ResourceName | undefined;

// @customer-contracts/schemas matchOperation
export declare function matchOperation(method: string, path: string): OperationMatch | MethodMismatch | undefined;

// @customer-contracts/schemas mayRepeat
export declare function mayRepeat(operationId: OperationId, body?: unknown): boolean;

// @customer-contracts/schemas methods
export declare const methods: {
    readonly GET: {
        readonly isSafe: true;
        readonly isIdempotent: true;
        readonly hasBody: false;
    };
    readonly POST: {
        readonly isSafe: false;
        readonly isIdempotent: false;
        readonly hasBody: true;
    };
    readonly PUT: {
        readonly isSafe: false;
        readonly isIdempotent: true;
        readonly hasBody: true;
    };
    readonly PATCH: {
        readonly isSafe: false;
        readonly isIdempotent: false;
        readonly hasBody: true;
    };
    readonly DELETE: {
        readonly isSafe: false;
        readonly isIdempotent: true;
        readonly hasBody: false;
    };
};

// @customer-contracts/schemas openEnum
export declare function openEnum<const Value extends string>(values: readonly Value[]): OpenEnum<Value>;

// @customer-contracts/schemas operationIds
export declare const operationIds: readonly OperationId[];

// @customer-contracts/schemas operations
export declare const operations: {
    readonly getCustomerCollection: {
        readonly takes: undefined;
        readonly body: undefined;
        readonly path: '/customers';
        readonly allowsTrailingSlash: true;
        readonly operationId: 'GetCustomerCollection';
        readonly summary: 'List customers';
        readonly method: 'GET';
        readonly isRepeatable: true;
        readonly pathParameters: z.ZodObject<{}, z.core.$strict>;
        readonly query: CollectionQuerySchema;
        readonly security: readonly [
            "SecretApiKey",
            "JWT",
            "ApplicationJWT"
        ];
        readonly responses: {
            readonly 200: {
                readonly content: {
                    readonly kind: 'list';
                    readonly resource: "customer";
                };
                readonly body: z.ZodArray<import("./customer.ts").CustomerSchema>;
                readonly description: 'The customers.';
                readonly headers: {
                    'Pagination-Total': z.ZodInt;
                    'Pagination-Limit': z.ZodInt;
                    'Pagination-Offset': z.ZodInt;
                };
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
        };
    };
    readonly postCustomer: {
        readonly takes: "customer";
        readonly body: import("./customer.ts").CustomerInputSchema;
        readonly path: '/customers';
        readonly allowsTrailingSlash: true;
        readonly operationId: 'PostCustomer';
        readonly summary: 'Create a customer with an id made by the server';
        readonly method: 'POST';
        readonly isRepeatable: false;
        readonly pathParameters: z.ZodObject<{}, z.core.$strict>;
        readonly query: z.ZodObject<{}, z.core.$strict>;
        readonly security: readonly [
            "SecretApiKey",
            "JWT"
        ];
        readonly responses: {
            readonly 201: {
                readonly content: {
                    readonly kind: 'one';
                    readonly resource: "customer";
                };
                readonly body: import("./customer.ts").CustomerSchema;
                readonly description: 'The customer was created.';
                readonly headers: {
                    'X-RateLimit-Limit': z.ZodInt;
                    'X-RateLimit-Remaining': z.ZodInt;
                    Location: z.ZodURL;
                };
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
            readonly 409: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 409;
                };
                body: import("./problem.ts").ConflictProblemSchema;
                description: string;
                headers: {};
            };
            readonly 422: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 422;
                };
                body: import("./problem.ts").ValidationProblemSchema;
                description: string;
                headers: {};
            };
            readonly 429: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 429;
                };
                body: import("./problem.ts").TooManyRequestsProblemSchema;
                description: string;
                headers: {
                    'X-RateLimit-Retry-After': z.ZodInt;
                };
            };
        };
    };
    readonly getCustomer: {
        readonly takes: undefined;
        readonly body: undefined;
        readonly path: "/customers/{id}";
        readonly allowsTrailingSlash: false;
        readonly operationId: 'GetCustomer';
        readonly summary: 'Get a customer';
        readonly method: 'GET';
        readonly isRepeatable: true;
        readonly pathParameters: CustomerPathSchema;
        readonly query: CustomerQuerySchema;
        readonly security: readonly [
            "SecretApiKey",
            "JWT",
            "ApplicationJWT"
        ];
        readonly responses: {
            readonly 200: {
                readonly content: {
                    readonly kind: 'one';
                    readonly resource: "customer";
                };
                readonly body: import("./customer.ts").CustomerSchema;
                readonly description: 'The customer.';
                readonly headers: {};
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
            readonly 404: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 404;
                };
                body: import("./problem.ts").NotFoundProblemSchema;
                description: string;
                headers: {};
            };
        };
    };
    readonly putCustomer: {
        readonly takes: "customer";
        readonly body: import("./customer.ts").CustomerInputSchema;
        readonly path: "/customers/{id}";
        readonly allowsTrailingSlash: false;
        readonly operationId: 'PutCustomer';
        readonly summary: 'Create a customer with an id of your own, or replace it';
        readonly method: 'PUT';
        readonly isRepeatable: true;
        readonly pathParameters: CustomerPathSchema;
        readonly query: z.ZodObject<{}, z.core.$strict>;
        readonly security: readonly [
            "SecretApiKey",
            "JWT"
        ];
        readonly responses: {
            readonly 200: {
                readonly content: {
                    readonly kind: 'one';
                    readonly resource: "customer";
                };
                readonly body: import("./customer.ts").CustomerSchema;
                readonly description: 'The customer was replaced.';
                readonly headers: {};
            };
            readonly 201: {
                readonly content: {
                    readonly kind: 'one';
                    readonly resource: "customer";
                };
                readonly body: import("./customer.ts").CustomerSchema;
                readonly description: 'The customer was created.';
                readonly headers: {
                    'X-RateLimit-Limit': z.ZodInt;
                    'X-RateLimit-Remaining': z.ZodInt;
                    Location: z.ZodURL;
                };
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
            readonly 409: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 409;
                };
                body: import("./problem.ts").ConflictProblemSchema;
                description: string;
                headers: {};
            };
            readonly 422: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 422;
                };
                body: import("./problem.ts").ValidationProblemSchema;
                description: string;
                headers: {};
            };
            readonly 429: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 429;
                };
                body: import("./problem.ts").TooManyRequestsProblemSchema;
                description: string;
                headers: {
                    'X-RateLimit-Retry-After': z.ZodInt;
                };
            };
        };
    };
    readonly deleteCustomer: {
        readonly takes: undefined;
        readonly body: undefined;
        readonly path: "/customers/{id}";
        readonly allowsTrailingSlash: false;
        readonly operationId: 'DeleteCustomer';
        readonly summary: 'Merge a duplicate customer into another, and delete it';
        readonly method: 'DELETE';
        readonly isRepeatable: true;
        readonly pathParameters: CustomerPathSchema;
        readonly query: MergeQuerySchema;
        readonly security: readonly [
            "SecretApiKey",
            "JWT"
        ];
        readonly responses: {
            readonly 204: {
                content: {
                    readonly kind: 'none';
                };
                body: undefined;
                description: string;
                headers: {
                    'X-RateLimit-Limit': z.ZodInt;
                    'X-RateLimit-Remaining': z.ZodInt;
                };
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
            readonly 404: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 404;
                };
                body: import("./problem.ts").NotFoundProblemSchema;
                description: string;
                headers: {};
            };
            readonly 429: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 429;
                };
                body: import("./problem.ts").TooManyRequestsProblemSchema;
                description: string;
                headers: {
                    'X-RateLimit-Retry-After': z.ZodInt;
                };
            };
        };
    };
    readonly getCustomerLeadSource: {
        readonly takes: undefined;
        readonly body: undefined;
        readonly path: "/customers/{id}/lead-source";
        readonly allowsTrailingSlash: false;
        readonly operationId: 'GetCustomerLeadSource';
        readonly summary: "Get a customer's lead source";
        readonly method: 'GET';
        readonly isRepeatable: true;
        readonly pathParameters: CustomerPathSchema;
        readonly query: z.ZodObject<{}, z.core.$strict>;
        readonly security: readonly [
            "SecretApiKey",
            "JWT"
        ];
        readonly responses: {
            readonly 200: {
                readonly content: {
                    readonly kind: 'one';
                    readonly resource: "leadSource";
                };
                readonly body: import("./lead-source.ts").LeadSourceSchema;
                readonly description: 'The lead source.';
                readonly headers: {};
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
            readonly 404: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 404;
                };
                body: import("./problem.ts").NotFoundProblemSchema;
                description: string;
                headers: {};
            };
        };
    };
    readonly putCustomerLeadSource: {
        readonly takes: "leadSource";
        readonly body: import("./lead-source.ts").LeadSourceInputSchema;
        readonly path: "/customers/{id}/lead-source";
        readonly allowsTrailingSlash: false;
        readonly operationId: 'PutCustomerLeadSource';
        readonly summary: 'Record a lead source for a customer';
        readonly method: 'PUT';
        readonly isRepeatable: false;
        readonly pathParameters: CustomerPathSchema;
        readonly query: z.ZodObject<{}, z.core.$strict>;
        readonly security: readonly [
            "SecretApiKey",
            "JWT"
        ];
        readonly responses: {
            readonly 201: {
                readonly content: {
                    readonly kind: 'one';
                    readonly resource: "leadSource";
                };
                readonly body: import("./lead-source.ts").LeadSourceSchema;
                readonly description: 'The lead source was recorded.';
                readonly headers: {
                    'X-RateLimit-Limit': z.ZodInt;
                    'X-RateLimit-Remaining': z.ZodInt;
                    Location: z.ZodURL;
                };
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
            readonly 422: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 422;
                };
                body: import("./problem.ts").ValidationProblemSchema;
                description: string;
                headers: {};
            };
            readonly 429: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 429;
                };
                body: import("./problem.ts").TooManyRequestsProblemSchema;
                description: string;
                headers: {
                    'X-RateLimit-Retry-After': z.ZodInt;
                };
            };
        };
    };
    readonly deleteCustomerLeadSource: {
        readonly takes: undefined;
        readonly body: undefined;
        readonly path: "/customers/{id}/lead-source";
        readonly allowsTrailingSlash: false;
        readonly operationId: 'DeleteCustomerLeadSource';
        readonly summary: "Delete a customer's lead source";
        readonly method: 'DELETE';
        readonly isRepeatable: true;
        readonly pathParameters: CustomerPathSchema;
        readonly query: z.ZodObject<{}, z.core.$strict>;
        readonly security: readonly [
            "SecretApiKey",
            "JWT"
        ];
        readonly responses: {
            readonly 204: {
                content: {
                    readonly kind: 'none';
                };
                body: undefined;
                description: string;
                headers: {
                    'X-RateLimit-Limit': z.ZodInt;
                    'X-RateLimit-Remaining': z.ZodInt;
                };
            };
            readonly 401: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 401;
                };
                body: import("./problem.ts").UnauthorizedProblemSchema;
                description: string;
                headers: {};
            };
            readonly 403: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 403;
                };
                body: import("./problem.ts").ForbiddenProblemSchema;
                description: string;
                headers: {};
            };
            readonly 404: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 404;
                };
                body: import("./problem.ts").NotFoundProblemSchema;
                description: string;
                headers: {};
            };
            readonly 409: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 409;
                };
                body: import("./problem.ts").ConflictProblemSchema;
                description: string;
                headers: {};
            };
            readonly 429: {
                content: {
                    readonly kind: 'problem';
                    readonly status: 429;
                };
                body: import("./problem.ts").TooManyRequestsProblemSchema;
                description: string;
                headers: {
                    'X-RateLimit-Retry-After': z.ZodInt;
                };
            };
        };
    };
};

// @customer-contracts/schemas organizationPath
export declare function organizationPath(organizationId: string, path: string): string;

// @customer-contracts/schemas parametersOfRequest
export declare const parametersOfRequest: readonly [
    'id',
    'targetCustomerId'
];

// @customer-contracts/schemas parseFilter
export declare function parseFilter(text: string): ParsedFilter;

// @customer-contracts/schemas parseSort
export declare function parseSort(text: string): readonly string[];

// @customer-contracts/schemas primaryEmail
export declare function primaryEmail(contact: ContactWithEmails | null | undefined): string | null;

// @customer-contracts/schemas problems
export declare const problems: {
    readonly 400: {
        readonly title: 'Bad Request';
        readonly schema: BadRequestProblemSchema;
    };
    readonly 401: {
        readonly title: 'Unauthorized';
        readonly schema: UnauthorizedProblemSchema;
    };
    readonly 403: {
        readonly title: 'Forbidden';
        readonly schema: ForbiddenProblemSchema;
    };
    readonly 404: {
        readonly title: 'Not Found';
        readonly schema: NotFoundProblemSchema;
    };
    readonly 409: {
        readonly title: 'Conflict';
        readonly schema: ConflictProblemSchema;
    };
    readonly 422: {
        readonly title: 'Validation error';
        readonly schema: ValidationProblemSchema;
    };
    readonly 429: {
        readonly title: 'Rate Limit Exceeded';
        readonly schema: TooManyRequestsProblemSchema;
    };
};

// @customer-contracts/schemas providerStateNames
export declare const providerStateNames: readonly ProviderStateName[];

// @customer-contracts/schemas providerStates
export declare const providerStates: {
    readonly organizationReady: {
        readonly sentence: 'the organization is ready';
        readonly parameters: z.ZodObject<{}, z.core.$strict>;
        readonly cells: readonly [
            "postCustomer 201",
            "postCustomer 422"
        ];
    };
    readonly noCustomers: {
        readonly sentence: 'the organization has no customers';
        readonly parameters: z.ZodObject<{}, z.core.$strict>;
        readonly cells: readonly [
            "getCustomerCollection 200"
        ];
        readonly variants: readonly [
            "empty"
        ];
    };
    readonly customersExist: {
        readonly sentence: 'the organization has customers';
        readonly parameters: z.ZodObject<{
            view: z.ZodDefault<z.ZodEnum<{
                complete: 'complete';
                bare: 'bare';
            }>>;
            members: z.ZodOptional<z.ZodObject<{
                websiteId: z.ZodExactOptional<z.ZodString>;
                preferredPayoutInstrumentId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                customFields: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
                locale: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                personId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                notificationEmails: z.ZodExactOptional<z.ZodArray<z.ZodEmail>>;
                email: z.ZodExactOptional<z.ZodNullable<z.ZodEmail>>;
                firstName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                lastName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                primaryAddress: z.ZodExactOptional<z.ZodNullable<import("./contact-object.ts").ContactObjectSchema>>;
                taxNumbers: z.ZodExactOptional<z.ZodNullable<z.ZodArray<import("./tax-number.ts").TaxNumberSchema>>>;
                defaultPaymentInstrument: z.ZodExactOptional<z.ZodNullable<import("./customer.ts").DefaultPaymentInstrumentSchema>>;
                company: z.ZodExactOptional<z.ZodNullable<import("./company.ts").CompanySchema>>;
                averageValue: z.ZodExactOptional<import("./money.ts").CustomerAverageValueSchema>;
                paymentCount: z.ZodExactOptional<z.ZodInt>;
                lastPaymentTime: z.ZodExactOptional<z.ZodNullable<z.ZodISODateTime>>;
                lifetimeRevenue: z.ZodExactOptional<import("./money.ts").CustomerLifetimeRevenueSchema>;
                invoiceCount: z.ZodExactOptional<z.ZodInt>;
                tags: z.ZodExactOptional<z.ZodArray<import("./tag.ts").TagSchema>>;
                revision: z.ZodExactOptional<z.ZodInt>;
                hasFulfilledKyc: z.ZodExactOptional<z.ZodBoolean>;
                organizationId: z.ZodExactOptional<z.ZodString>;
                createdTime: z.ZodExactOptional<z.ZodISODateTime>;
                updatedTime: z.ZodExactOptional<z.ZodISODateTime>;
                _links: z.ZodExactOptional<import("./links.ts").Links<"attachments" | "defaultPaymentInstrument" | "leadSource" | "self" | "website">>;
                _embedded: z.ZodExactOptional<import("./customer.ts").CustomerEmbeddedSchema>;
            }, z.core.$strict>>;
            count: z.ZodDefault<z.ZodInt>;
        }, z.core.$strict>;
        readonly cells: readonly [
            "getCustomerCollection 200"
        ];
        readonly variants: ("bare" | "complete")[];
    };
    readonly customerExists: {
        readonly sentence: 'a customer exists';
        readonly parameters: z.ZodObject<{
            view: z.ZodDefault<z.ZodEnum<{
                complete: 'complete';
                bare: 'bare';
            }>>;
            members: z.ZodOptional<z.ZodObject<{
                websiteId: z.ZodExactOptional<z.ZodString>;
                preferredPayoutInstrumentId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                customFields: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
                locale: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                personId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                notificationEmails: z.ZodExactOptional<z.ZodArray<z.ZodEmail>>;
                email: z.ZodExactOptional<z.ZodNullable<z.ZodEmail>>;
                firstName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                lastName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                primaryAddress: z.ZodExactOptional<z.ZodNullable<import("./contact-object.ts").ContactObjectSchema>>;
                taxNumbers: z.ZodExactOptional<z.ZodNullable<z.ZodArray<import("./tax-number.ts").TaxNumberSchema>>>;
                defaultPaymentInstrument: z.ZodExactOptional<z.ZodNullable<import("./customer.ts").DefaultPaymentInstrumentSchema>>;
                company: z.ZodExactOptional<z.ZodNullable<import("./company.ts").CompanySchema>>;
                averageValue: z.ZodExactOptional<import("./money.ts").CustomerAverageValueSchema>;
                paymentCount: z.ZodExactOptional<z.ZodInt>;
                lastPaymentTime: z.ZodExactOptional<z.ZodNullable<z.ZodISODateTime>>;
                lifetimeRevenue: z.ZodExactOptional<import("./money.ts").CustomerLifetimeRevenueSchema>;
                invoiceCount: z.ZodExactOptional<z.ZodInt>;
                tags: z.ZodExactOptional<z.ZodArray<import("./tag.ts").TagSchema>>;
                revision: z.ZodExactOptional<z.ZodInt>;
                hasFulfilledKyc: z.ZodExactOptional<z.ZodBoolean>;
                organizationId: z.ZodExactOptional<z.ZodString>;
                createdTime: z.ZodExactOptional<z.ZodISODateTime>;
                updatedTime: z.ZodExactOptional<z.ZodISODateTime>;
                _links: z.ZodExactOptional<import("./links.ts").Links<"attachments" | "defaultPaymentInstrument" | "leadSource" | "self" | "website">>;
                _embedded: z.ZodExactOptional<import("./customer.ts").CustomerEmbeddedSchema>;
            }, z.core.$strict>>;
            id: z.ZodString;
        }, z.core.$strict>;
        readonly cells: readonly [
            "getCustomer 200",
            "putCustomer 200",
            "putCustomer 422",
            "putCustomerLeadSource 201",
            "putCustomerLeadSource 422"
        ];
        readonly variants: ("bare" | "complete")[];
    };
    readonly customerDoesNotExist: {
        readonly sentence: 'a customer does not exist';
        readonly parameters: z.ZodObject<{
            id: z.ZodString;
        }, z.core.$strict>;
        readonly cells: readonly [
            "getCustomer 404",
            "putCustomer 201",
            "putCustomer 422",
            "deleteCustomer 404",
            "getCustomerLeadSource 404",
            "deleteCustomerLeadSource 404"
        ];
    };
    readonly duplicateCustomersExist: {
        readonly sentence: 'a customer and its duplicate exist';
        readonly parameters: z.ZodObject<{
            id: z.ZodString;
            targetCustomerId: z.ZodString;
        }, z.core.$strict>;
        readonly cells: readonly [
            "deleteCustomer 204"
        ];
    };
    readonly leadSourceExists: {
        readonly sentence: 'a customer has a lead source';
        readonly parameters: z.ZodObject<{
            view: z.ZodDefault<z.ZodEnum<{
                complete: 'complete';
                bare: 'bare';
            }>>;
            members: z.ZodOptional<z.ZodObject<{
                websiteId: z.ZodExactOptional<z.ZodString>;
                preferredPayoutInstrumentId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                customFields: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
                locale: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                personId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                notificationEmails: z.ZodExactOptional<z.ZodArray<z.ZodEmail>>;
                email: z.ZodExactOptional<z.ZodNullable<z.ZodEmail>>;
                firstName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                lastName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
                primaryAddress: z.ZodExactOptional<z.ZodNullable<import("./contact-object.ts").ContactObjectSchema>>;
                taxNumbers: z.ZodExactOptional<z.ZodNullable<z.ZodArray<import("./tax-number.ts").TaxNumberSchema>>>;
                defaultPaymentInstrument: z.ZodExactOptional<z.ZodNullable<import("./customer.ts").DefaultPaymentInstrumentSchema>>;
                company: z.ZodExactOptional<z.ZodNullable<import("./company.ts").CompanySchema>>;
                averageValue: z.ZodExactOptional<import("./money.ts").CustomerAverageValueSchema>;
                paymentCount: z.ZodExactOptional<z.ZodInt>;
                lastPaymentTime: z.ZodExactOptional<z.ZodNullable<z.ZodISODateTime>>;
                lifetimeRevenue: z.ZodExactOptional<import("./money.ts").CustomerLifetimeRevenueSchema>;
                invoiceCount: z.ZodExactOptional<z.ZodInt>;
                tags: z.ZodExactOptional<z.ZodArray<import("./tag.ts").TagSchema>>;
                revision: z.ZodExactOptional<z.ZodInt>;
                hasFulfilledKyc: z.ZodExactOptional<z.ZodBoolean>;
                organizationId: z.ZodExactOptional<z.ZodString>;
                createdTime: z.ZodExactOptional<z.ZodISODateTime>;
                updatedTime: z.ZodExactOptional<z.ZodISODateTime>;
                _links: z.ZodExactOptional<import("./links.ts").Links<"attachments" | "defaultPaymentInstrument" | "leadSource" | "self" | "website">>;
                _embedded: z.ZodExactOptional<import("./customer.ts").CustomerEmbeddedSchema>;
            }, z.core.$strict>>;
            id: z.ZodString;
        }, z.core.$strict>;
        readonly cells: readonly [
            "getCustomerLeadSource 200",
            "putCustomerLeadSource 201",
            "deleteCustomerLeadSource 204"
        ];
        readonly variants: ("bare" | "complete")[];
    };
    readonly leadSourceDoesNotExist: {
        readonly sentence: 'a customer has no lead source';
        readonly parameters: z.ZodObject<{
            id: z.ZodString;
        }, z.core.$strict>;
        readonly cells: readonly [
            "getCustomerLeadSource 404",
            "putCustomerLeadSource 201",
            "deleteCustomerLeadSource 404"
        ];
    };
    readonly credentialsInvalid: {
        readonly sentence: 'the credentials are not valid';
        readonly parameters: z.ZodObject<{}, z.core.$strict>;
        readonly cells: readonly [
            "getCustomerCollection 401",
            "postCustomer 401",
            "getCustomer 401",
            "putCustomer 401",
            "deleteCustomer 401",
            "getCustomerLeadSource 401",
            "putCustomerLeadSource 401",
            "deleteCustomerLeadSource 401"
        ];
    };
    readonly credentialsForbidden: {
        readonly sentence: 'the credentials may not do this';
        readonly parameters: z.ZodObject<{}, z.core.$strict>;
        readonly cells: readonly [
            "getCustomerCollection 403",
            "postCustomer 403",
            "getCustomer 403",
            "putCustomer 403",
            "deleteCustomer 403",
            "getCustomerLeadSource 403",
            "putCustomerLeadSource 403",
            "deleteCustomerLeadSource 403"
        ];
    };
    readonly requestConflicts: {
        readonly sentence: 'the request conflicts with the state of the resource';
        readonly parameters: z.ZodObject<{}, z.core.$strict>;
        readonly cells: readonly [
            "postCustomer 409",
            "putCustomer 409",
            "deleteCustomerLeadSource 409"
        ];
    };
    readonly allowanceUsedUp: {
        readonly sentence: 'the allowance of writes is used up';
        readonly parameters: z.ZodObject<{}, z.core.$strict>;
        readonly cells: readonly [
            "postCustomer 429",
            "putCustomer 429",
            "deleteCustomer 429",
            "putCustomerLeadSource 429",
            "deleteCustomerLeadSource 429"
        ];
    };
};

// @customer-contracts/schemas rawFilter
export declare function rawFilter(text: string): RawFilter;

// @customer-contracts/schemas readBeside
export declare function readBeside(written: z.core.$ZodType): z.ZodObject | undefined;

// @customer-contracts/schemas resourceAfterWrite
export declare function resourceAfterWrite(operationId: WritingOperationId, write: ResourceWrite): object;

// @customer-contracts/schemas resources
export declare const resources: {
    readonly customer: {
        readonly schema: import("./customer.ts").CustomerSchema;
        readonly input: import("./customer.ts").CustomerInputSchema;
        readonly path: '/customers/{id}';
        readonly singleUse: readonly [
            "paymentToken"
        ];
        readonly isFilterable: true;
    };
    readonly leadSource: {
        readonly schema: import("./lead-source.ts").LeadSourceSchema;
        readonly input: import("./lead-source.ts").LeadSourceInputSchema;
        readonly path: '/customers/{id}/lead-source';
        readonly singleUse: readonly [
        ];
        readonly isFilterable: false;
    };
};

// @customer-contracts/schemas responseOf
export declare function responseOf(operationId: OperationId, status: number): OperationResponse | undefined;

// @customer-contracts/schemas sandboxAllowance
export declare const sandboxAllowance: Allowance;

// @customer-contracts/schemas securitySchemes
export declare const securitySchemes: {
    readonly SecretApiKey: {
        readonly type: 'apiKey';
        readonly in: 'header';
        readonly name: 'REB-APIKEY';
    };
    readonly JWT: {
        readonly type: 'http';
        readonly scheme: 'bearer';
        readonly bearerFormat: 'JWT';
    };
    readonly ApplicationJWT: {
        readonly type: 'http';
        readonly scheme: 'bearer';
        readonly bearerFormat: 'JWT';
    };
};

// @customer-contracts/schemas servers
export declare const servers: {
    readonly sandbox: 'https://api-sandbox.rebilly.com';
    readonly live: 'https://api.rebilly.com';
};

// @customer-contracts/schemas sortFields
export declare const sortFields: readonly [
    "id",
    "email",
    "lastName",
    "websiteId",
    "createdTime",
    "updatedTime",
    "paymentCount",
    "lastPaymentTime",
    "invoiceCount",
    "averageValue",
    "averageValue.amount",
    "averageValue.currency",
    "lifetimeRevenue",
    "lifetimeRevenue.amount",
    "lifetimeRevenue.currency"
];

// @customer-contracts/schemas stateNameOf
export declare function stateNameOf(cell: Cell, variant?: AnswerVariant): ProviderStateName;

// @customer-contracts/schemas stateNameOfSentence
export declare function stateNameOfSentence(sentence: string): ProviderStateName | undefined;

// @customer-contracts/schemas statusesOf
export declare function statusesOf(operationId: OperationId): readonly number[];

// @customer-contracts/schemas toCustomerInput
export declare function toCustomerInput(customer: Customer): CustomerInput;

// @customer-contracts/schemas tolerant
export declare function tolerant<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>>;

// @customer-contracts/schemas writableMembers
export declare function writableMembers(resource: ResourceName): ReadonlySet<string>;

// @customer-contracts/schemas writtenBeside
export declare function writtenBeside(read: z.core.$ZodType): z.ZodObject | undefined;

// @customer-contracts/schemas/evidence Came
export interface Came {
    readonly ask: number;
    readonly status: number;
    readonly at?: string;
    readonly kinds?: Kinds;
}

// @customer-contracts/schemas/evidence Evidence
export interface Evidence {
    readonly shape: ApiShape;
    readonly where?: Surroundings;
    readonly observations: readonly Observation[];
}

// @customer-contracts/schemas/evidence Observation
export interface Observation {
    readonly scenario: string;
    readonly about: string;
    readonly observed: 'as-decided' | 'otherwise' | 'none';
    readonly reason?: string;
    readonly came?: readonly Came[];
}

// @customer-contracts/schemas/evidence Standing
export type Standing = {
    readonly kind: 'none';
} | {
    readonly kind: 'documented';
} | ({
    readonly kind: 'seen';
} & Witness) | ({
    readonly kind: 'contradicted';
    readonly what: readonly string[];
} & Witness);

// @customer-contracts/schemas/evidence Surroundings
export type Surroundings = 'sandbox' | 'this machine' | 'another host';

// @customer-contracts/schemas/evidence formatEvidence
export declare function formatEvidence({ shape, where, observations }: Evidence): string;

// @customer-contracts/schemas/evidence isEvidence
export declare function isEvidence(text: string): boolean;

// @customer-contracts/schemas/evidence parseEvidence
export declare function parseEvidence(text: string, place: string, refuse: Refuse): Evidence;

// @customer-contracts/schemas/evidence standingsBy
export declare function standingsBy({ shape, where, observations }: Evidence): (about: string) => Standing;

// @customer-contracts/schemas/evidence witnessInWords
export declare function witnessInWords({ where, date }: Witness): string;

// @customer-contracts/schemas/history Before
export type Before = Readonly<Record<string, unknown>> | null;

// @customer-contracts/schemas/history DatedChange
export interface DatedChange {
    readonly date: string;
    readonly title: string;
    readonly before: Readonly<Record<string, Before>>;
    readonly breaks?: string;
}

// @customer-contracts/schemas/history OpenapiDocument
export interface OpenapiDocument {
    readonly openapi: string;
    readonly info: {
        readonly version: string;
    } & Readonly<Record<string, unknown>>;
    readonly paths: Readonly<Record<string, unknown>>;
    readonly components: Readonly<Record<string, unknown>>;
    readonly [name: string]: unknown;
}

// @customer-contracts/schemas/history Replayed
export interface Replayed {
    readonly change: DatedChange;
    readonly before: OpenapiDocument;
    readonly after: OpenapiDocument;
}

// @customer-contracts/schemas/history changes
export declare const changes: readonly DatedChange[];

// @customer-contracts/schemas/history isUndated
export declare function isUndated({ date }: Pick<DatedChange, 'date'>): boolean;

// @customer-contracts/schemas/history knownUntil
export declare const knownUntil = "2026-08-21";

// @customer-contracts/schemas/history openapiAt
export declare function openapiAt(day: string): OpenapiDocument;

// @customer-contracts/schemas/history replay
export declare function replay(): Generator<Replayed, void>;

// @customer-contracts/schemas/internal OptionProblem
export interface OptionProblem {
    readonly option: string;
    readonly received: string;
    readonly advice: string;
}

// @customer-contracts/schemas/internal checkOptions
export declare function checkOptions<Schema extends z.ZodObject>(schema: Schema, options: unknown, refuse: (problem: OptionProblem) => Error, secrets?: readonly PropertyKey[]): z.output<Schema>;

// @customer-contracts/schemas/internal harmless
export declare function harmless(text: string): string;

// @customer-contracts/schemas/internal isRawFilter
export declare function isRawFilter(value: unknown): value is RawFilter;

// @customer-contracts/schemas/internal kindOf
export declare function kindOf(value: unknown): string;

// @customer-contracts/schemas/internal mistakeInKey
export declare function mistakeInKey(key: string): string | undefined;

// @customer-contracts/schemas/internal misusedOption
export declare function misusedOption(option: string, value: unknown, advice: string, isSecret?: boolean): OptionProblem;

// @customer-contracts/schemas/internal nearest
export declare function nearest(word: string, names: readonly string[]): string | undefined;

// @customer-contracts/schemas/internal noOptions
export declare function noOptions(options: unknown): OptionProblem;

// @customer-contracts/schemas/internal pageAddress
export declare function pageAddress(path: string): string | undefined;

// @customer-contracts/schemas/internal shown
export declare function shown(value: unknown): string;

// @customer-contracts/schemas/internal unicodeEscapes
export declare function unicodeEscapes(characters: string): string;

// @customer-contracts/schemas/internal unknownOption
export declare function unknownOption(name: string, known: readonly string[], parents?: readonly PropertyKey[]): OptionProblem;

// @customer-contracts/schemas/internal versionIn
export declare function versionIn(manifest: unknown): string;

// @customer-contracts/schemas/internal wholeNumber
export declare function wholeNumber(text: string, most: number): number | undefined;

// @customer-contracts/schemas/plain ConstantShape
export interface ConstantShape {
    readonly kind: 'constant';
    readonly value: string | number | boolean;
    readonly words: Words<'value'>;
}

// @customer-contracts/schemas/plain ListShape
export interface ListShape {
    readonly kind: 'list';
    readonly element: Place;
}

// @customer-contracts/schemas/plain NumberShape
export interface NumberShape {
    readonly kind: 'number';
    readonly isInteger: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly words: Words<'isInteger' | 'minimum' | 'maximum'>;
}

// @customer-contracts/schemas/plain ObjectShape
export interface ObjectShape {
    readonly kind: 'object';
    readonly name?: string;
    readonly members: Readonly<Record<string, Place>>;
    readonly isClosed: boolean;
    readonly elsewhere: readonly string[];
}

// @customer-contracts/schemas/plain Place
export interface Place {
    readonly shape: Shape;
    readonly isNullable: boolean;
    readonly isOptional: boolean;
}

// @customer-contracts/schemas/plain Plain
export type Plain<Table> = Table extends z.core.$ZodType ? Place : Table extends readonly unknown[] | string | number | boolean | undefined ? Table : {
    readonly [Name in keyof Table]: Plain<Table[Name]>;
};

// @customer-contracts/schemas/plain Shape
export type Shape = StringShape | NumberShape | ConstantShape | ListShape | ObjectShape | {
    readonly kind: 'boolean' | 'map' | 'anything';
};

// @customer-contracts/schemas/plain StringFormat
export type StringFormat = 'date' | 'date-time' | 'email' | 'uri';

// @customer-contracts/schemas/plain StringShape
export interface StringShape {
    readonly kind: 'string';
    readonly known?: readonly string[];
    readonly isOpen?: boolean;
    readonly format?: StringFormat;
    readonly pattern?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly words: Words<'kind' | 'known' | 'format' | 'pattern' | 'minLength' | 'maxLength'>;
}

// @customer-contracts/schemas/plain operations
export declare const operations: Readonly<Record<OperationId, Plain<Operation>>>;

// @customer-contracts/schemas/plain pathInUrl
export declare function pathInUrl(pathname: string): string;

// @customer-contracts/schemas/plain providerStates
export declare const providerStates: Readonly<Record<ProviderStateName, Plain<ProviderState>>>;

// @customer-contracts/schemas/plain resources
export declare const resources: Readonly<Record<ResourceName, Plain<Resource>>>;

// @customer-contracts/schemas/promised ChangeKind
export type ChangeKind = 'operation-added' | 'operation-removed' | 'enum-value-added' | 'enum-value-removed' | 'became-nullable' | 'no-longer-nullable' | 'became-optional' | 'became-required' | 'member-added' | 'member-removed' | 'type-changed' | 'format-changed' | 'limit-changed' | 'status-added' | 'status-removed' | 'header-added' | 'header-removed' | 'parameter-added' | 'parameter-removed' | 'parameter-required' | 'security-changed';

// @customer-contracts/schemas/promised Judge
export declare class Judge {
    #private;
    protected readonly tell: TellMisfit;
    protected readonly path: (string | number)[];
    constructor(tell: TellMisfit);
    place(kinds: Kinds, value: unknown): void;
}

// @customer-contracts/schemas/promised Kinds
export interface Kinds {
    readonly isOptional: boolean;
    readonly isNullable: boolean;
    readonly text?: TextKind;
    readonly number?: NumberKind;
    readonly boolean?: BooleanKind;
    readonly list?: ListKind;
    readonly object?: ObjectKind;
    readonly alternatives?: readonly Kinds[];
    readonly isUnsaid?: boolean;
}

// @customer-contracts/schemas/promised Misfit
export interface Misfit {
    readonly path: readonly (string | number)[];
    readonly what: 'kind' | 'null' | 'absent' | 'unknown' | 'value' | 'format' | 'limit';
}

// @customer-contracts/schemas/promised PromisedAnswers
export interface PromisedAnswers extends Pick<OperationShape, 'method' | 'responses'> {
    readonly operationId: OperationId;
    readonly pattern: string;
}

// @customer-contracts/schemas/promised TestedAnswers
export type TestedAnswers = {
    readonly [Id in OperationId]?: Readonly<Record<number | string, Kinds | null>>;
};

// @customer-contracts/schemas/promised headerValue
export declare function headerValue({ number }: Kinds, value: string): string | number;

// @customer-contracts/schemas/promised kindsIn
export declare function kindsIn({ text, number, boolean, list, object }: Kinds): readonly string[];

// @customer-contracts/schemas/promised looksLikeName
export declare function looksLikeName(name: string): boolean;

// @customer-contracts/schemas/promised or
export declare function or(words: readonly string[]): string;

// @customer-contracts/schemas/promised promisedAnswers
export declare const promisedAnswers: readonly PromisedAnswers[];

// @customer-contracts/schemas/shapes ApiShape
export interface ApiShape {
    readonly source: ShapeSource;
    readonly operations: Readonly<Record<string, OperationShape>>;
    readonly decided?: readonly DecidedDifference[];
}

// @customer-contracts/schemas/shapes BooleanKind
export interface BooleanKind {
    readonly known?: readonly boolean[];
}

// @customer-contracts/schemas/shapes Change
export interface Change {
    readonly operation: string;
    readonly status: number | null;
    readonly direction: 'request' | 'response';
    readonly in: 'operation' | 'path' | 'query' | 'header' | 'cookie' | 'body';
    readonly member: string;
    readonly kind: ChangeKind;
    readonly what: string;
    readonly base?: Kinds;
    readonly source?: Kinds;
    readonly values?: readonly (string | number | boolean)[];
}

// @customer-contracts/schemas/shapes Credential
export interface Credential {
    readonly name: string;
    readonly wire: string;
}

// @customer-contracts/schemas/shapes DecidedDifference
export interface DecidedDifference extends Pick<Change, 'direction' | 'member' | 'kind' | 'what'> {
    readonly isProblem?: boolean;
}

// @customer-contracts/schemas/shapes HeaderShape
export interface HeaderShape {
    readonly name: string;
    readonly kinds: Kinds;
}

// @customer-contracts/schemas/shapes Kind
export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object';

// @customer-contracts/schemas/shapes KindsChange
export type KindsChange = Pick<Change, 'member' | 'kind' | 'what' | 'base' | 'source' | 'values'>;

// @customer-contracts/schemas/shapes ListKind
export interface ListKind extends Seen {
    readonly element: Kinds;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly isUnique?: boolean;
}

// @customer-contracts/schemas/shapes NumberKind
export interface NumberKind extends Seen {
    readonly isInteger: boolean;
    readonly known?: readonly number[];
    readonly format?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly exclusiveMinimum?: number;
    readonly exclusiveMaximum?: number;
    readonly multipleOf?: number;
}

// @customer-contracts/schemas/shapes ObjectKind
export interface ObjectKind extends Seen {
    readonly members: Readonly<Record<string, Kinds>>;
    readonly elsewhere?: readonly string[];
    readonly others?: Kinds;
    readonly isClosed?: boolean;
    readonly minProperties?: number;
    readonly maxProperties?: number;
    readonly isPart?: boolean;
}

// @customer-contracts/schemas/shapes OperationShape
export interface OperationShape {
    readonly method: string;
    readonly path: string;
    readonly security?: readonly (readonly Credential[])[];
    readonly parameters: readonly ParameterShape[];
    readonly body?: Kinds;
    readonly responses: Readonly<Record<string, ResponseShape>>;
}

// @customer-contracts/schemas/shapes Outside
export type Outside = 'format' | 'limit' | 'value';

// @customer-contracts/schemas/shapes ParameterShape
export interface ParameterShape {
    readonly in: 'path' | 'query' | 'header' | 'cookie';
    readonly name: string;
    readonly kinds: Kinds;
}

// @customer-contracts/schemas/shapes ResponseShape
export interface ResponseShape {
    readonly headers: Readonly<Record<string, HeaderShape>>;
    readonly body?: Kinds;
}

// @customer-contracts/schemas/shapes SeenOptions
export interface SeenOptions {
    readonly base?: Kinds | undefined;
    readonly isPart?: boolean;
    readonly keepsCodes?: boolean;
}

// @customer-contracts/schemas/shapes ShapeSource
export type ShapeSource = {
    readonly kind: 'table';
} | {
    readonly kind: 'document';
    readonly place: string;
    readonly openapi: string;
    readonly version: string;
} | {
    readonly kind: 'traffic';
    readonly place: string;
    readonly from?: string;
    readonly to?: string;
};

// @customer-contracts/schemas/shapes TextKind
export interface TextKind extends Seen {
    readonly known?: readonly string[];
    readonly isOpen?: boolean;
    readonly format?: string;
    readonly pattern?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
}

// @customer-contracts/schemas/shapes anything
export declare const anything: Kinds;

// @customer-contracts/schemas/shapes canonicalPattern
export declare function canonicalPattern(source: string): string;

// @customer-contracts/schemas/shapes compareSeen
export declare function compareSeen(base: Kinds, seen: Kinds): readonly KindsChange[];

// @customer-contracts/schemas/shapes compareShapes
export declare function compareShapes(base: ApiShape, source: ApiShape): readonly Change[];

// @customer-contracts/schemas/shapes jsonSchemaOf
export declare function jsonSchemaOf(kinds: Kinds): KindsSchema;

// @customer-contracts/schemas/shapes kindsOf
export declare function kindsOf({ shape, isNullable, isOptional }: Place): Kinds;

// @customer-contracts/schemas/shapes misfits
export declare function misfits(kinds: Kinds, value: unknown): readonly Misfit[];

// @customer-contracts/schemas/shapes responseFor
export declare function responseFor({ responses }: OperationShape, status: number | string): ResponseShape | undefined;

// @customer-contracts/schemas/shapes seen
export declare function seen(before: Kinds | undefined, value: unknown, { base, ...how }?: SeenOptions): Kinds;

// @customer-contracts/schemas/shapes shapeOfTable
export declare function shapeOfTable(): ApiShape;

// company shape
declare const shape: {
    name: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    domain: z.ZodExactOptional<z.ZodString>;
    yearFounded: z.ZodExactOptional<z.ZodNullable<z.ZodNumber>>;
    industry: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    employeesCount: z.ZodExactOptional<z.ZodNullable<z.ZodNumber>>;
    country: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    locality: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    _links: z.ZodExactOptional<import("./links.ts").Links<"linkedin">>;
};

// contact-object emailInputShape
declare const emailInputShape: {
    label: z.ZodString;
    value: z.ZodEmail;
    primary: z.ZodOptional<z.ZodBoolean>;
};

// contact-object emailShape
declare const emailShape: {
    label: z.ZodString;
    value: z.ZodEmail;
    primary: z.ZodExactOptional<z.ZodBoolean>;
};

// contact-object inputShape
declare const inputShape: {
    firstName: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    lastName: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    organization: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    address: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    address2: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    city: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    region: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    country: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    postalCode: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    dob: z.ZodOptional<z.ZodNullable<z.ZodISODate>>;
    jobTitle: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    phoneNumbers: z.ZodOptional<z.ZodArray<ContactPhoneNumberInputSchema>>;
    emails: z.ZodOptional<z.ZodArray<ContactEmailInputSchema>>;
};

// contact-object phoneNumberInputShape
declare const phoneNumberInputShape: {
    label: z.ZodString;
    value: z.ZodString;
    primary: z.ZodOptional<z.ZodBoolean>;
};

// contact-object phoneNumberShape
declare const phoneNumberShape: {
    label: z.ZodString;
    value: z.ZodString;
    primary: z.ZodExactOptional<z.ZodBoolean>;
};

// contact-object shape
declare const shape: {
    firstName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    lastName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    organization: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    address: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    address2: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    city: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    region: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    country: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    postalCode: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    dob: z.ZodExactOptional<z.ZodNullable<z.ZodISODate>>;
    jobTitle: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    phoneNumbers: z.ZodExactOptional<z.ZodArray<ContactPhoneNumberSchema>>;
    emails: z.ZodExactOptional<z.ZodArray<ContactEmailSchema>>;
    hash: z.ZodExactOptional<z.ZodString>;
};

// customer embeddedShape
declare const embeddedShape: {
    defaultPaymentInstrument: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    website: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    leadSource: z.ZodExactOptional<import("./lead-source.ts").LeadSourceSchema>;
};

// customer inputShape
declare const inputShape: {
    websiteId: z.ZodOptional<z.ZodString>;
    preferredPayoutInstrumentId: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    customFields: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    locale: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    personId: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    notificationEmails: z.ZodOptional<z.ZodArray<z.ZodEmail>>;
    primaryAddress: z.ZodOptional<z.ZodNullable<import("./contact-object.ts").ContactObjectInputSchema>>;
    taxNumbers: z.ZodOptional<z.ZodNullable<z.ZodArray<import("./tax-number.ts").TaxNumberInputSchema>>>;
    paymentToken: z.ZodOptional<z.ZodString>;
    defaultPaymentInstrumentId: z.ZodOptional<z.ZodNullable<z.ZodString>>;
    leadSource: z.ZodOptional<import("./lead-source.ts").LeadSourceInputSchema>;
};

// customer paymentInstrumentShape
declare const paymentInstrumentShape: {
    method: import("./open-enum.ts").OpenEnum<types.DocumentedPaymentMethod>;
    paymentInstrumentId: z.ZodString;
};

// customer shape
declare const shape: {
    websiteId: z.ZodExactOptional<z.ZodString>;
    preferredPayoutInstrumentId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    customFields: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnknown>>;
    locale: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    personId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    notificationEmails: z.ZodExactOptional<z.ZodArray<z.ZodEmail>>;
    id: z.ZodString;
    email: z.ZodExactOptional<z.ZodNullable<z.ZodEmail>>;
    firstName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    lastName: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    primaryAddress: z.ZodExactOptional<z.ZodNullable<import("./contact-object.ts").ContactObjectSchema>>;
    taxNumbers: z.ZodExactOptional<z.ZodNullable<z.ZodArray<import("./tax-number.ts").TaxNumberSchema>>>;
    defaultPaymentInstrument: z.ZodExactOptional<z.ZodNullable<DefaultPaymentInstrumentSchema>>;
    company: z.ZodExactOptional<z.ZodNullable<import("./company.ts").CompanySchema>>;
    averageValue: z.ZodExactOptional<import("./money.ts").CustomerAverageValueSchema>;
    paymentCount: z.ZodExactOptional<z.ZodInt>;
    lastPaymentTime: z.ZodExactOptional<z.ZodNullable<z.ZodISODateTime>>;
    lifetimeRevenue: z.ZodExactOptional<import("./money.ts").CustomerLifetimeRevenueSchema>;
    invoiceCount: z.ZodExactOptional<z.ZodInt>;
    tags: z.ZodExactOptional<z.ZodArray<import("./tag.ts").TagSchema>>;
    revision: z.ZodExactOptional<z.ZodInt>;
    hasFulfilledKyc: z.ZodExactOptional<z.ZodBoolean>;
    organizationId: z.ZodExactOptional<z.ZodString>;
    createdTime: z.ZodExactOptional<z.ZodISODateTime>;
    updatedTime: z.ZodExactOptional<z.ZodISODateTime>;
    _links: z.ZodExactOptional<import("./links.ts").Links<"attachments" | "defaultPaymentInstrument" | "leadSource" | "self" | "website">>;
    _embedded: z.ZodExactOptional<CustomerEmbeddedSchema>;
};

// dates Replaced
type Replaced<Schema extends z.ZodObject, Members extends z.core.util.SomeObject> = z.ZodObject<z.core.util.Extend<Schema['shape'], Members>>;

// dates customerMembers
declare const customerMembers: {
    createdTime: z.ZodExactOptional<DateTimeCodecSchema>;
    updatedTime: z.ZodExactOptional<DateTimeCodecSchema>;
    lastPaymentTime: z.ZodExactOptional<z.ZodNullable<DateTimeCodecSchema>>;
    tags: z.ZodExactOptional<z.ZodArray<TagDatesSchema>>;
    _embedded: z.ZodExactOptional<CustomerEmbeddedDatesSchema>;
};

// dates embeddedMembers
declare const embeddedMembers: {
    leadSource: z.ZodExactOptional<LeadSourceDatesSchema>;
};

// dates leadSourceMembers
declare const leadSourceMembers: {
    createdTime: z.ZodExactOptional<DateTimeCodecSchema>;
    updatedTime: z.ZodExactOptional<DateTimeCodecSchema>;
    original: z.ZodExactOptional<LeadSourceDataDatesSchema>;
};

// dates times
declare const times: {
    createdTime: z.ZodExactOptional<DateTimeCodecSchema>;
    updatedTime: z.ZodExactOptional<DateTimeCodecSchema>;
};

// evidence/parse-evidence Refuse
type Refuse = (received: string, advice: string, cause?: unknown) => Error;

// evidence/standing Witness
interface Witness {
    readonly where?: Surroundings;
    readonly date?: string;
}

// filter LiteralValues
interface LiteralValues {
    readonly text: string;
    readonly number: `${number}`;
    readonly boolean: 'true' | 'false';
    readonly date: string;
    readonly 'date-time': string;
    readonly custom: string;
}

// filter RangeEnds
interface RangeEnds {
    readonly text: never;
    readonly number: `${number}`;
    readonly boolean: never;
    readonly date: string;
    readonly 'date-time': string;
    readonly custom: string;
}

// filter-fields Alias
type Alias = keyof typeof fieldAliases;

// filter-fields OwnField
type OwnField = keyof typeof filterFields;

// judge-query Call
type Call = Readonly<Record<string, unknown>>;

// lead-source dataShape
declare const dataShape: {
    medium: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    source: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    campaign: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    term: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    content: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    affiliate: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    subAffiliate: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    salesAgent: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    clickId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    path: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    referrer: z.ZodExactOptional<z.ZodNullable<z.ZodCustomStringFormat<string>>>;
    createdTime: z.ZodExactOptional<z.ZodISODateTime>;
    updatedTime: z.ZodExactOptional<z.ZodISODateTime>;
    _links: z.ZodExactOptional<import("./links.ts").Links<"customer" | "self">>;
};

// lead-source shape
declare const shape: {
    medium: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    source: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    campaign: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    term: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    content: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    affiliate: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    subAffiliate: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    salesAgent: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    clickId: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    path: z.ZodExactOptional<z.ZodNullable<z.ZodString>>;
    referrer: z.ZodExactOptional<z.ZodNullable<z.ZodCustomStringFormat<string>>>;
    createdTime: z.ZodExactOptional<z.ZodISODateTime>;
    updatedTime: z.ZodExactOptional<z.ZodISODateTime>;
    _links: z.ZodExactOptional<import("./links.ts").Links<"customer" | "self">>;
    original: z.ZodExactOptional<LeadSourceDataSchema>;
};

// lead-source written
declare const written: import("./optional.ts").LeftOutOfRequest<{
    medium: z.ZodNullable<z.ZodString>;
    source: z.ZodNullable<z.ZodString>;
    campaign: z.ZodNullable<z.ZodString>;
    term: z.ZodNullable<z.ZodString>;
    content: z.ZodNullable<z.ZodString>;
    affiliate: z.ZodNullable<z.ZodString>;
    subAffiliate: z.ZodNullable<z.ZodString>;
    salesAgent: z.ZodNullable<z.ZodString>;
    clickId: z.ZodNullable<z.ZodString>;
    path: z.ZodNullable<z.ZodString>;
    referrer: z.ZodNullable<z.ZodCustomStringFormat<string>>;
}>;

// money reportedAmount
declare const reportedAmount: {
    currency: z.ZodExactOptional<z.ZodString>;
    amount: z.ZodExactOptional<z.ZodNumber>;
    amountUsd: z.ZodExactOptional<z.ZodNumber>;
};

// operation-types FilterableResource
type FilterableResource = {
    [Name in ResourceName]: (typeof resources)[Name]['isFilterable'] extends true ? Name : never;
}[ResourceName];

// operation-types Named
type Named<Members> = string extends keyof Members ? unknown : Members;

// operation-types QueryOfCall
type QueryOfCall<Id extends OperationId> = [
    Extract<ListedResource<Id>, FilterableResource>
] extends [
    never
] ? Query<Id> : {
    [Name in keyof Query<Id>]: Name extends 'filter' ? string | Filter | RawFilter | undefined : Query<Id>[Name];
};

// operation-types Simplify
type Simplify<Type> = {
    [Key in keyof Type]: Type[Key];
};

// operations collectionQueryShape
declare const collectionQueryShape: {
    expand: z.ZodOptional<z.ZodString>;
    fields: z.ZodOptional<z.ZodString>;
    limit: z.ZodOptional<z.ZodInt>;
    offset: z.ZodOptional<z.ZodInt>;
    filter: z.ZodOptional<z.ZodString>;
    q: z.ZodOptional<z.ZodString>;
    sort: z.ZodOptional<z.ZodArray<z.core.$ZodType<SortTerm, SortTerm, z.core.$ZodTypeInternals<SortTerm, SortTerm>>>>;
};

// operations customerPathShape
declare const customerPathShape: {
    id: z.ZodString;
};

// operations customerQueryShape
declare const customerQueryShape: {
    expand: z.ZodOptional<z.ZodString>;
    fields: z.ZodOptional<z.ZodString>;
};

// operations mergeQueryShape
declare const mergeQueryShape: {
    targetCustomerId: z.ZodString;
};

// optional LeftOutOfRequest
export type LeftOutOfRequest<Shape extends z.core.$ZodLooseShape> = {
    [Name in keyof Shape]: z.ZodOptional<Shape[Name]>;
};

// plain/place Words
export type Words<Said extends string> = {
    readonly [Each in Said]?: string;
};

// problem badRequestShape
declare const badRequestShape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
    invalidFields: z.ZodExactOptional<z.ZodArray<InvalidFieldSchema>>;
    status: z.ZodExactOptional<z.ZodLiteral<400>>;
};

// problem conflictShape
declare const conflictShape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
    status: z.ZodExactOptional<z.ZodLiteral<409>>;
};

// problem forbiddenShape
declare const forbiddenShape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
    status: z.ZodExactOptional<z.ZodLiteral<403>>;
};

// problem invalidFieldShape
declare const invalidFieldShape: {
    field: z.ZodExactOptional<z.ZodString>;
    message: z.ZodExactOptional<z.ZodString>;
};

// problem notFoundShape
declare const notFoundShape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
    status: z.ZodExactOptional<z.ZodLiteral<404>>;
};

// problem shape
declare const shape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    status: z.ZodExactOptional<z.ZodInt>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
};

// problem tooManyRequestsShape
declare const tooManyRequestsShape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
    status: z.ZodExactOptional<z.ZodLiteral<429>>;
};

// problem unauthorizedShape
declare const unauthorizedShape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
    status: z.ZodExactOptional<z.ZodLiteral<401>>;
};

// problem validationShape
declare const validationShape: {
    type: z.ZodExactOptional<z.ZodString>;
    title: z.ZodExactOptional<z.ZodString>;
    detail: z.ZodExactOptional<z.ZodString>;
    instance: z.ZodExactOptional<z.ZodString>;
    invalidFields: z.ZodExactOptional<z.ZodArray<InvalidFieldSchema>>;
    status: z.ZodExactOptional<z.ZodLiteral<422>>;
};

// shapes/json-schema-of KindsSchema
export interface KindsSchema {
    readonly type?: string | readonly string[];
    readonly enum?: readonly (string | number | boolean | null)[];
    readonly format?: string;
    readonly pattern?: string;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly exclusiveMinimum?: number;
    readonly exclusiveMaximum?: number;
    readonly multipleOf?: number;
    readonly items?: KindsSchema;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly uniqueItems?: boolean;
    readonly properties?: Readonly<Record<string, KindsSchema>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: KindsSchema | false;
    readonly minProperties?: number;
    readonly maxProperties?: number;
    readonly anyOf?: readonly KindsSchema[];
    readonly not?: KindsSchema;
}

// shapes/judge TellMisfit
export type TellMisfit = (path: Misfit['path'], what: Misfit['what'], kinds: Kinds | undefined, value: unknown) => void;

// shapes/kinds Seen
interface Seen {
    readonly outside?: readonly Outside[];
}

// tag shape
declare const shape: {
    id: z.ZodExactOptional<z.ZodString>;
    name: z.ZodString;
    type: import("./open-enum.ts").OpenEnum<"aml-check" | "customer" | "kyc-document">;
    createdTime: z.ZodExactOptional<z.ZodISODateTime>;
    updatedTime: z.ZodExactOptional<z.ZodISODateTime>;
    _links: z.ZodExactOptional<import("./links.ts").Links<"self">>;
};

// tax-number shape
declare const shape: {
    value: z.ZodString;
    type: import("./open-enum.ts").OpenEnum<"eu-vat" | "other">;
    isDefault: z.ZodExactOptional<z.ZodBoolean>;
    isValid: z.ZodExactOptional<z.ZodNullable<z.ZodBoolean>>;
};

// tax-number writable
declare const writable: {
    type: z.ZodEnum<{
        "eu-vat": "eu-vat";
        other: "other";
    }>;
    value: z.ZodString;
    isDefault: z.ZodOptional<z.ZodBoolean>;
};

// writes/unset UndefinedIn
type UndefinedIn<Member> = Partial<Member> extends Member ? undefined : never;

// writes/unset Unset
export type Unset<Resource> = Resource extends readonly (infer Item)[] ? readonly Unset<Item>[] : Resource extends object ? {
    readonly [Name in keyof Resource]: Unset<Resource[Name]> | UndefinedIn<Pick<Resource, Name>>;
} : Resource;
