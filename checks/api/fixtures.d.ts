// The public API of @customer-contracts/fixtures, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/fixtures Bare
export type Bare<Type> = {
    [Name in keyof Type as undefined extends Type[Name] ? (null extends Type[Name] ? Name : never) : Name]-?: undefined extends Type[Name] ? null : Type[Name];
};

// @customer-contracts/fixtures Company
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

// @customer-contracts/fixtures Complete
export type Complete<Type> = Type extends readonly (infer Item)[] ? [
    Complete<Item>,
    ...Complete<Item>[]
] : Type extends object ? string extends keyof Type ? Type : {
    [Name in keyof Type]-?: Complete<NonNullable<Type[Name]>>;
} : Type;

// @customer-contracts/fixtures ContactEmail
export type ContactEmail = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/fixtures ContactEmailInput
export type ContactEmailInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/fixtures ContactObject
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

// @customer-contracts/fixtures ContactObjectInput
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

// @customer-contracts/fixtures ContactPhoneNumber
export type ContactPhoneNumber = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/fixtures ContactPhoneNumberInput
export type ContactPhoneNumberInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/fixtures ContradictedTrait
export interface ContradictedTrait {
    readonly overridesContradictTheTrait: never;
}

// @customer-contracts/fixtures Customer
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

// @customer-contracts/fixtures CustomerAverageValue
export type CustomerAverageValue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/fixtures CustomerEmbedded
export type CustomerEmbedded = {
    defaultPaymentInstrument?: Record<string, unknown>;
    website?: Record<string, unknown>;
    leadSource?: LeadSource;
};

// @customer-contracts/fixtures CustomerFactory
export interface CustomerFactory<T extends Trait = never, Faker = undefined, IsOverridden extends boolean = boolean> {
    readonly seed: number;
    readonly locale: string;
    readonly indexOf: (id: string) => number;
    readonly responses: FixtureView<CustomerOf<Said<T, IsOverridden>>>;
    readonly inputs: 'noInputs' extends T ? NoRequestBodies : FixtureView<CustomerInputOf<Said<T, IsOverridden>>>;
    readonly leadSources: FixtureView<LeadSourceOf<Said<T, IsOverridden>>>;
    readonly leadSourceInputs: 'noLeadSourceInputs' extends T ? NoRequestBodies : FixtureView<LeadSourceInputOf<Said<T, IsOverridden>>>;
    readonly leads: Unless<T, 'leads', () => CustomerFactory<Exclude<T, StatusTrait> | 'leads', Faker, IsOverridden>>;
    readonly payers: Unless<T, 'payers', () => CustomerFactory<Exclude<T, StatusTrait> | 'payers', Faker, IsOverridden>>;
    readonly withLeadSource: Unless<T, 'leadSource', () => CustomerFactory<T | 'leadSource', Faker, IsOverridden>>;
    readonly withTags: Unless<T, 'tags', (...names: readonly [
        string,
        ...string[]
    ]) => CustomerFactory<T | 'tags', Faker, IsOverridden>>;
    readonly minimal: Unless<T, 'minimal', () => CustomerFactory<Exclude<T, DetailTrait> | 'minimal', Faker, IsOverridden>>;
    readonly complete: Unless<T, 'complete', () => CustomerFactory<Exclude<T, DetailTrait> | 'complete', Faker, IsOverridden>>;
    bare(): CustomerFactory<Exclude<T, DetailTrait> | 'bare', Faker, IsOverridden>;
    duplicatesOf(index: number): CustomerFactory<T, Faker, IsOverridden>;
    with<const Overrides extends OverridesOf<T>>(overrides: (context: OverrideContext<Faker>) => OverridesOf<T> & Overrides & Known<Overrides, OverridesOf<T>>): CustomerFactory<Overridden<T, Overrides>, Faker, true>;
    with<const Overrides extends OverridesOf<T>>(overrides: OverridesOf<T> & Overrides & Known<Overrides, OverridesOf<T>>): CustomerFactory<Overridden<T, Overrides>, Faker, true>;
}

// @customer-contracts/fixtures CustomerFixtures
export interface CustomerFixtures {
    readonly seed: number;
    readonly locale: string;
    readonly indexOf: (id: string) => number;
    readonly responses: FixtureView<Customer>;
    readonly inputs: FixtureView<CustomerInput>;
    readonly leadSources: FixtureView<LeadSource>;
    readonly leadSourceInputs: FixtureView<LeadSourceInput>;
}

// @customer-contracts/fixtures CustomerInput
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

// @customer-contracts/fixtures CustomerInputOf
export type CustomerInputOf<T extends Trait> = WithLeadSource<T, Detailed<T, CustomerInput, MinimalCustomer<CustomerInput['primaryAddress']>>, {
    leadSource: LeadSourceInputOf<T>;
}>;

// @customer-contracts/fixtures CustomerLifetimeRevenue
export type CustomerLifetimeRevenue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/fixtures CustomerOf
export type CustomerOf<T extends Trait> = WithLeadSource<T, WithTags<T, WithStatus<T, Detailed<T, Customer, MinimalResponse>>>, {
    _embedded: Replace<CustomerEmbedded, {
        leadSource: LeadSourceOf<T>;
    }>;
}>;

// @customer-contracts/fixtures DefaultPaymentInstrument
export type DefaultPaymentInstrument = {
    method: PaymentMethod;
    paymentInstrumentId: ResourceId;
};

// @customer-contracts/fixtures DocumentedPaymentMethod
export type DocumentedPaymentMethod = 'payment-card' | 'ach' | 'cash' | 'check' | 'paypal' | 'AdvCash' | 'Aera' | 'Affirm' | 'Afterpay' | 'Aircash' | 'Airpay' | 'Alfa-click' | 'Alipay' | 'AmazonPay' | 'Apple Pay' | 'AstroPay Card' | 'AstroPay-GO' | 'BankSEND' | 'BankReferenced' | 'bank-transfer' | 'bank-transfer-2' | 'bank-transfer-3' | 'bank-transfer-4' | 'bank-transfer-5' | 'bank-transfer-6' | 'bank-transfer-7' | 'bank-transfer-8' | 'bank-transfer-9' | 'Baloto' | 'Beeline' | 'Belfius-direct-net' | 'bitcoin' | 'Bizum' | 'Blik' | 'Boleto' | 'Boleto-2' | 'Boleto-3' | 'cash-deposit' | 'CASHlib' | 'CashToCode' | 'CCAvenue' | 'China UnionPay' | 'Clearpay' | 'Cleo' | 'CODVoucher' | 'Conekta-oxxo' | 'Conekta-spei' | 'cryptocurrency' | 'Cupon-de-pagos' | 'CyberSource' | 'Dimoco-pay-smart' | 'Directa24Card' | 'domestic-cards' | 'Efecty' | 'echeck' | 'ecoPayz' | 'ecoPayzTurkey' | 'ecoVoucher' | 'EPS' | 'ePay.bg' | 'Ethereum' | 'e-wallet' | 'ezyEFT' | 'eZeeWallet' | 'FasterPay' | 'Flexepin' | 'Giropay' | 'Google Pay' | 'Gpaysafe' | 'iCashOne Voucher' | 'iDebit' | 'iDEAL' | 'ING-homepay' | 'INOVAPAY-pin' | 'INOVAPAY-wallet' | 'InstaDebit' | 'InstantPayments' | 'instant-bank-transfer' | 'Interac-online' | 'Interac-eTransfer' | 'Interac-express-connect' | 'Interac' | 'invoice' | 'iWallet' | 'Jeton' | 'JetonCash' | 'jpay' | 'KakaoPay' | 'Khelocard' | 'Klarna' | 'KNOT' | 'Litecoin' | 'loonie' | 'LPG-online' | 'LPG-payment-card' | 'Matrix' | 'MaxiCash' | 'Megafon' | 'MercadoPago' | 'MiFinity-eWallet' | 'miscellaneous' | 'MobilePay' | 'Mollie' | 'Multibanco' | 'Bancontact' | 'Bancontact-mobile' | 'MTS' | 'MuchBetter' | 'MuchBetterVoucher' | 'MyFatoorah' | 'Neosurf' | 'Netbanking' | 'Neteller' | 'Nordea-Solo' | 'NordikCoin' | 'OchaPay' | 'online-bank-transfer' | 'Onlineueberweisen' | 'oriental-wallet' | 'OXXO' | 'P24' | 'Pagadito' | 'PagoEffectivo' | 'Pagsmile-lottery' | 'Pagsmile-deposit-express' | 'PayCash' | 'Payco' | 'Payeer' | 'PaymentAsia-crypto' | 'Paysafecard' | 'PayTabs' | 'Pay4Fun' | 'Paynote' | 'Paymero' | 'Paymero-QR' | 'PayU' | 'PayULatam' | 'Perfect-money' | 'Piastrix' | 'PIX' | 'PIX-Automatico' | 'PinPay' | 'phone' | 'PhonePe' | 'POLi' | 'PostFinance-card' | 'PostFinance-e-finance' | 'QIWI' | 'QPay' | 'QQPay' | 'Quickpay' | 'rapyd-checkout' | 'rebilly-hosted-payment-form' | 'Resurs' | 'reverse-withdrawal' | 'Ripple' | 'SafetyPay' | 'Samsung Pay' | 'SEPA' | 'Siirto' | 'Skrill' | 'Skrill Rapid Transfer' | 'SMSVoucher' | 'Sofort' | 'SparkPay' | 'SPEI' | 'swift-dbt' | 'Tele2' | 'Telr' | 'Terminaly-RF' | 'Tether' | 'ToditoCash-card' | 'Trustly' | 'Tupay' | 'TWINT' | 'UniCrypt' | 'UPayCard' | 'UPI' | 'USD-coin' | 'VCreditos' | 'VegaWallet' | 'VenusPoint' | 'Viva' | 'voucher' | 'voucher-2' | 'voucher-3' | 'voucher-4' | 'Wallet88' | 'Webmoney' | 'Webpay' | 'Webpay-2' | 'Webpay Card' | 'WeChat Pay' | 'XPay-P2P' | 'XPay-QR' | 'Yandex-money' | 'Zotapay' | 'Zimpler' | 'Zip';

// @customer-contracts/fixtures EdgeCase
export interface EdgeCase {
    readonly name: string;
    readonly breaks: string;
    readonly input: CustomerInput;
    readonly response: Customer;
}

// @customer-contracts/fixtures FixtureError
export declare class FixtureError extends Error {
    readonly name: string;
}

// @customer-contracts/fixtures FixtureOptionError
export declare class FixtureOptionError extends FixtureError {
    readonly name = "FixtureOptionError";
    readonly option: string;
    readonly value: unknown;
    readonly advice: string;
    constructor(option: string, value: unknown, advice: string, received?: string);
}

// @customer-contracts/fixtures FixtureOverrideError
export declare class FixtureOverrideError extends FixtureError {
    readonly name = "FixtureOverrideError";
    readonly path: string;
    constructor(path: string, received: string, advice: string);
}

// @customer-contracts/fixtures FixtureView
export interface FixtureView<Item> extends Iterable<Item> {
    readonly at: (index: number) => Item;
    readonly take: (count: number, options?: {
        readonly from?: number;
    }) => readonly Item[];
}

// @customer-contracts/fixtures InvalidInput
export interface InvalidInput<Input> {
    readonly name: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly invalidFields: readonly {
        readonly field: string;
    }[];
    readonly valid: Input;
}

// @customer-contracts/fixtures LeadSource
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

// @customer-contracts/fixtures LeadSourceData
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

// @customer-contracts/fixtures LeadSourceInput
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

// @customer-contracts/fixtures LeadSourceInputOf
export type LeadSourceInputOf<T extends Trait> = Detailed<T, LeadSourceInput, MinimalLeadSource>;

// @customer-contracts/fixtures LeadSourceOf
export type LeadSourceOf<T extends Trait> = Detailed<T, LeadSource, MinimalLeadSource>;

// @customer-contracts/fixtures Link
export type Link<Relation extends string = string> = {
    href?: string;
    rel?: Relation | OtherText;
};

// @customer-contracts/fixtures Locale
export interface Locale {
    readonly tag: string;
    readonly country: string;
    readonly currency: string;
    readonly usdRate: number;
    readonly utcOffset: number;
    readonly words: Words;
    readonly towns: NonEmpty<Town>;
    readonly regions?: Readonly<Record<string, string>>;
    readonly postalEnd?: string;
    readonly addressLine: (street: string, number: number) => string;
    readonly secondLines: NonEmpty<string>;
    readonly companyForms: NonEmpty<string>;
    readonly jobTitles: NonEmpty<string>;
    readonly bankPayment: DocumentedPaymentMethod;
    readonly taxNumber: {
        readonly type: 'eu-vat' | 'other';
        readonly pattern: string;
    };
    readonly letters?: Readonly<Record<string, string>>;
    readonly phone?: string;
    readonly hasTwoLastNames?: boolean;
    readonly feminine?: (lastName: string) => string;
}

// @customer-contracts/fixtures Mix
export interface Mix {
    readonly tag: string;
    readonly shares: NonEmpty<readonly [
        Locale,
        number
    ]>;
}

// @customer-contracts/fixtures NoRequestBodies
export interface NoRequestBodies {
    readonly overridesNameResponseOnlyMembers: never;
}

// @customer-contracts/fixtures NonEmpty
export type NonEmpty<Item> = readonly [
    Item,
    ...Item[]
];

// @customer-contracts/fixtures OtherText
export type OtherText = string & {};

// @customer-contracts/fixtures OverrideContext
export interface OverrideContext<Faker> {
    readonly index: number;
    readonly faker: Faker;
}

// @customer-contracts/fixtures OverridesOf
export type OverridesOf<T extends Trait> = Given<CustomerOf<Promised<T>> & OfRequests<Promised<T>>> & OfStatus<T>;

// @customer-contracts/fixtures PaymentMethod
export type PaymentMethod = DocumentedPaymentMethod | OtherText;

// @customer-contracts/fixtures PromisingTrait
export type PromisingTrait = Exclude<DetailTrait, 'bare'> | StatusTrait | 'leadSource' | 'tags';

// @customer-contracts/fixtures RuledOut
export type RuledOut = 'noInputs' | 'noLeadSourceInputs' | `no ${PromisingTrait}`;

// @customer-contracts/fixtures SeedableFaker
export interface SeedableFaker {
    seed(seed: number): unknown;
    setDefaultRefDate(date: number): unknown;
}

// @customer-contracts/fixtures StreetWords
export interface StreetWords {
    readonly heads: string;
    readonly tails: string;
    readonly forms: string;
}

// @customer-contracts/fixtures Tag
export type Tag = {
    id?: ResourceId;
    name: string;
    type: 'customer' | 'kyc-document' | 'aml-check' | OtherText;
    createdTime?: DateTime;
    updatedTime?: DateTime;
    _links?: Link<'self'>[];
};

// @customer-contracts/fixtures TaxNumber
export type TaxNumber = {
    type: 'eu-vat' | 'other' | OtherText;
    value: string;
    isDefault?: boolean;
    isValid?: boolean | null;
};

// @customer-contracts/fixtures TaxNumberInput
export type TaxNumberInput = {
    type: 'eu-vat' | 'other';
    value: string;
    isDefault?: boolean | undefined;
};

// @customer-contracts/fixtures Town
export type Town = readonly [
    city: string,
    region: string,
    population: number,
    postalCodes: string,
    phone?: string
];

// @customer-contracts/fixtures Trait
export type Trait = PromisingTrait | 'bare' | 'overridden' | RuledOut;

// @customer-contracts/fixtures UnsafeRecordError
export declare class UnsafeRecordError extends FixtureError {
    readonly name = "UnsafeRecordError";
    readonly findings: readonly UnsafeValue[];
    constructor(findings: readonly UnsafeValue[]);
}

// @customer-contracts/fixtures UnsafeValue
export interface UnsafeValue {
    readonly path: string;
    readonly value: string;
    readonly reason: string;
}

// @customer-contracts/fixtures WeightedWords
export type WeightedWords = string;

// @customer-contracts/fixtures Words
export interface Words {
    readonly female: WeightedWords;
    readonly male: WeightedWords;
    readonly lastNames: WeightedWords;
    readonly streets: StreetWords;
}

// @customer-contracts/fixtures assertSafe
export declare function assertSafe(record: object): void;

// @customer-contracts/fixtures customerFixtures
export declare function customerFixtures<Faker extends SeedableFaker | undefined = undefined>(options?: {
    readonly seed?: number;
    readonly locale?: Locale | Mix;
    readonly now?: Date | (() => Date);
    readonly faker?: Faker;
}): CustomerFactory<never, Faker, false>;

// @customer-contracts/fixtures edgeCases
export declare function edgeCases(customers: CustomerFactory): readonly EdgeCase[];

// @customer-contracts/fixtures enUS
export declare const enUS: Locale;

// @customer-contracts/fixtures highestSeed
export declare const highestSeed: number;

// @customer-contracts/fixtures invalidCustomerInputs
export declare function invalidCustomerInputs(): readonly InvalidInput<CustomerInput>[];

// @customer-contracts/fixtures invalidLeadSourceInputs
export declare function invalidLeadSourceInputs(): readonly InvalidInput<LeadSourceInput>[];

// @customer-contracts/fixtures isFixtureError
export declare function isFixtureError(value: unknown): value is FixtureError;

// @customer-contracts/fixtures mix
export declare function mix(shares: readonly (readonly [
    locale: Locale,
    weight: number
])[]): Mix;

// @customer-contracts/fixtures/fast-check ArbitraryOptions
export interface ArbitraryOptions {
    readonly fixtures?: (seed: number) => CustomerFixtures;
}

// @customer-contracts/fixtures/fast-check customerArbitrary
export declare function customerArbitrary(options?: ArbitraryOptions): Arbitrary<Customer>;

// @customer-contracts/fixtures/fast-check customerInputArbitrary
export declare function customerInputArbitrary(options?: ArbitraryOptions): Arbitrary<CustomerInput>;

// @customer-contracts/fixtures/fast-check invalidCustomerInputArbitrary
export declare function invalidCustomerInputArbitrary(options?: ArbitraryOptions): Arbitrary<InvalidInput<CustomerInput>>;

// @customer-contracts/fixtures/fast-check invalidLeadSourceInputArbitrary
export declare function invalidLeadSourceInputArbitrary(options?: ArbitraryOptions): Arbitrary<InvalidInput<LeadSourceInput>>;

// @customer-contracts/fixtures/fast-check leadSourceArbitrary
export declare function leadSourceArbitrary(options?: ArbitraryOptions): Arbitrary<LeadSource>;

// @customer-contracts/fixtures/fast-check leadSourceInputArbitrary
export declare function leadSourceInputArbitrary(options?: ArbitraryOptions): Arbitrary<LeadSourceInput>;

// @customer-contracts/fixtures/locales arSA
export declare const arSA: Locale;

// @customer-contracts/fixtures/locales deCH
export declare const deCH: Locale;

// @customer-contracts/fixtures/locales deDE
export declare const deDE: Locale;

// @customer-contracts/fixtures/locales defaultLocaleTag
export declare const defaultLocaleTag = "en-US";

// @customer-contracts/fixtures/locales enAU
export declare const enAU: Locale;

// @customer-contracts/fixtures/locales enCA
export declare const enCA: Locale;

// @customer-contracts/fixtures/locales enGB
export declare const enGB: Locale;

// @customer-contracts/fixtures/locales esES
export declare const esES: Locale;

// @customer-contracts/fixtures/locales esMX
export declare const esMX: Locale;

// @customer-contracts/fixtures/locales frFR
export declare const frFR: Locale;

// @customer-contracts/fixtures/locales isLocale
export declare function isLocale(text: string): boolean;

// @customer-contracts/fixtures/locales itIT
export declare const itIT: Locale;

// @customer-contracts/fixtures/locales jaJP
export declare const jaJP: Locale;

// @customer-contracts/fixtures/locales koKR
export declare const koKR: Locale;

// @customer-contracts/fixtures/locales localeOf
export declare function localeOf(text: string): Locale | Mix;

// @customer-contracts/fixtures/locales localeTags
export declare const localeTags: readonly string[];

// @customer-contracts/fixtures/locales nlNL
export declare const nlNL: Locale;

// @customer-contracts/fixtures/locales plPL
export declare const plPL: Locale;

// @customer-contracts/fixtures/locales ptBR
export declare const ptBR: Locale;

// @customer-contracts/fixtures/locales svSE
export declare const svSE: Locale;

// @customer-contracts/fixtures/locales ukUA
export declare const ukUA: Locale;

// @customer-contracts/fixtures/locales zhCN
export declare const zhCN: Locale;

// factory/fixture-factory Said
type Said<T extends Trait, IsOverridden extends boolean> = [
    IsOverridden
] extends [
    false
] ? T : 'bare' extends T ? T | 'overridden' : T;

// factory/fixture-factory Unless
type Unless<T extends Trait, Each extends PromisingTrait, Call> = `no ${Each}` extends T ? ContradictedTrait : Call;

// factory/traits DetailTrait
export type DetailTrait = 'bare' | 'complete' | 'minimal';

// factory/traits Detailed
type Detailed<T extends Trait, Type, Minimal> = 'complete' extends T ? Complete<Type> : 'minimal' extends T ? Type & Minimal : 'bare' extends T ? 'overridden' extends T ? Type : Bare<Type> : Type;

// factory/traits InDetail
type InDetail<T extends Trait, Type> = 'complete' extends T ? Complete<Type> : Type;

// factory/traits Known
type Known<Type, Names extends keyof Type> = {
    [Each in Names]-?: NonNullable<Type[Each]>;
};

// factory/traits LeadMembers
interface LeadMembers {
    invoiceCount: 0;
    paymentCount: 0;
    lastPaymentTime: null;
}

// factory/traits MinimalContact
type MinimalContact = {
    firstName: string;
    lastName: string;
    emails: [
        ContactEmail,
        ...ContactEmail[]
    ];
};

// factory/traits MinimalCustomer
type MinimalCustomer<Contact> = {
    primaryAddress: NonNullable<Contact> & MinimalContact;
};

// factory/traits MinimalLeadSource
type MinimalLeadSource = {
    medium: string;
    source: string;
};

// factory/traits MinimalResponse
type MinimalResponse = {
    email: string;
    firstName: string;
    lastName: string;
} & MinimalCustomer<Customer['primaryAddress']>;

// factory/traits PayerMembers
interface PayerMembers extends Known<Customer, 'averageValue' | 'invoiceCount' | 'lifetimeRevenue' | 'paymentCount'> {
    lastPaymentTime: string;
    defaultPaymentInstrument: DefaultPaymentInstrument;
}

// factory/traits Replace
type Replace<Type, Members> = Simplify<Omit<Type, keyof Members> & Members>;

// factory/traits Simplify
type Simplify<Type> = {
    [Name in keyof Type]: Type[Name];
};

// factory/traits StatusTrait
export type StatusTrait = 'leads' | 'payers';

// factory/traits WithLeadSource
type WithLeadSource<T extends Trait, Type, Members> = 'complete' extends T ? Type : 'leadSource' extends T ? Replace<Type, Members> : Type;

// factory/traits WithStatus
type WithStatus<T extends Trait, Type> = 'bare' extends T ? Type : 'leads' extends T ? Replace<Type, LeadMembers> : 'payers' extends T ? Replace<Type, InDetail<T, PayerMembers>> : Type;

// factory/traits WithTags
type WithTags<T extends Trait, Type> = 'tags' extends T ? Replace<Type, {
    tags: [
        InDetail<T, Tag>,
        ...InDetail<T, Tag>[]
    ];
}> : Type;

// overrides/override-types GoesBeyond
type GoesBeyond<Overrides, Shape> = Overrides extends readonly (infer Item)[] ? Shape extends readonly (infer ShapeItem)[] ? GoesBeyond<Item, ShapeItem> : false : Overrides extends object ? string extends keyof Shape ? false : true extends {
    [Name in keyof Overrides]: Name extends keyof Shape ? GoesBeyond<Overrides[Name], NonNullable<Shape[Name]>> : true;
}[keyof Overrides] ? true : false : false;

// overrides/override-types Known
export type Known<Overrides, Shape> = Overrides extends readonly unknown[] ? Overrides : Overrides extends object ? string extends keyof Shape ? Overrides : {
    [Name in keyof Overrides]: Name extends keyof Shape ? Known<Overrides[Name], NonNullable<Shape[Name]>> : never;
} : Overrides;

// overrides/override-types Nothing
interface Nothing {
    readonly amount?: 0;
    readonly amountUsd?: 0;
}

// overrides/override-types OfRequests
type OfRequests<T extends Trait> = 'complete' extends T ? Complete<RequestMembers> & {
    leadSource: LeadSourceOf<T>;
} : RequestMembers & ('leadSource' extends T ? {
    leadSource: LeadSourceOf<T>;
} : {
    leadSource?: LeadSourceOf<T>;
});

// overrides/override-types OfStatus
type OfStatus<T extends Trait> = 'leads' extends T ? {
    readonly averageValue?: Nothing;
    readonly lifetimeRevenue?: Nothing;
} & ('complete' extends T ? {
    readonly lastPaymentTime?: never;
} : unknown) : 'payers' extends T ? {
    readonly defaultPaymentInstrumentId?: string;
} : unknown;

// overrides/override-types Overridden
export type Overridden<T extends Trait, Overrides> = T | Without<Overrides>;

// overrides/override-types Promised
type Promised<T extends Trait> = Exclude<T, 'bare'>;

// overrides/override-types RequestMembers
type RequestMembers = Pick<CustomerInput, 'defaultPaymentInstrumentId' | 'paymentToken'>;

// overrides/override-types Without
type Without<Overrides> = (GoesBeyond<Overrides, CustomerInput> extends true ? 'noInputs' : never) | (Overrides extends {
    readonly leadSource: infer LeadSource;
} ? GoesBeyond<LeadSource, LeadSourceInput> extends true ? 'noLeadSourceInputs' : never : never) | {
    [Each in PromisingTrait]: Overrides extends OverridesOf<Each> ? never : `no ${Each}`;
}[PromisingTrait];

// overrides/overrides Given
export type Given<Type> = Type extends string | number | boolean | null | undefined | readonly unknown[] ? Type : Type extends object ? string extends keyof Type ? Type : {
    readonly [Name in keyof Type]?: Given<Type[Name]> | (undefined extends Type[Name] ? undefined : never);
} : Type;
