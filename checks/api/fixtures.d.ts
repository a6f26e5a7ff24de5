// The public API of @customer-contracts/fixtures, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/fixtures Bare
export type Bare<Type> = {
    [Name in keyof Type as undefined extends Type[Name] ? (null extends Type[Name] ? Name : never) : Name]-?: undefined extends Type[Name] ? null : Type[Name];
};

// @customer-contracts/fixtures Complete
export type Complete<Type> = Type extends readonly (infer Item)[] ? [
    Complete<Item>,
    ...Complete<Item>[]
] : Type extends object ? string extends keyof Type ? Type : {
    [Name in keyof Type]-?: Complete<NonNullable<Type[Name]>>;
} : Type;

// @customer-contracts/fixtures CustomerFixtures
export interface CustomerFixtures<T extends Trait = never, Faker = undefined> {
    readonly seed: number;
    readonly locale: LocaleTag;
    readonly responses: FixtureView<CustomerOf<T>>;
    readonly inputs: 'noInputs' extends T ? NoRequestBodies : FixtureView<CustomerInputOf<T>>;
    readonly leadSources: FixtureView<LeadSourceOf<T>>;
    readonly leadSourceInputs: 'noLeadSourceInputs' extends T ? NoRequestBodies : FixtureView<LeadSourceInputOf<T>>;
    leads(): CustomerFixtures<Exclude<T, StatusTrait> | 'leads', Faker>;
    payers(): CustomerFixtures<Exclude<T, StatusTrait> | 'payers', Faker>;
    withLeadSource(): CustomerFixtures<T | 'leadSource', Faker>;
    withTags(...names: readonly [
        string,
        ...string[]
    ]): CustomerFixtures<T | 'tags', Faker>;
    minimal(): CustomerFixtures<Exclude<T, DetailTrait> | 'minimal', Faker>;
    complete(): CustomerFixtures<Exclude<T, DetailTrait> | 'complete', Faker>;
    bare(): CustomerFixtures<Exclude<T, DetailTrait> | 'bare', Faker>;
    duplicatesOf(index: number): CustomerFixtures<T, Faker>;
    with<const Overrides extends OverridesOf<T>>(overrides: (context: OverrideContext<Faker>) => Overrides & Known<Overrides, OverridesOf<T>>): CustomerFixtures<Overridden<T, Overrides>, Faker>;
    with<const Overrides extends OverridesOf<T>>(overrides: Overrides & Known<Overrides, OverridesOf<T>>): CustomerFixtures<Overridden<T, Overrides>, Faker>;
}

// @customer-contracts/fixtures CustomerInputOf
export type CustomerInputOf<T extends Trait> = WithLeadSource<T, Detailed<T, CustomerInput, MinimalCustomer<CustomerInput['primaryAddress']>>, {
    leadSource: LeadSourceInputOf<T>;
}>;

// @customer-contracts/fixtures CustomerOf
export type CustomerOf<T extends Trait> = WithLeadSource<T, WithTags<T, WithStatus<T, Detailed<T, Customer, MinimalResponse>>>, {
    _embedded: {
        leadSource: LeadSourceOf<T>;
    };
}>;

// @customer-contracts/fixtures FixtureError
export declare class FixtureError extends Error {
    readonly name: string;
}

// @customer-contracts/fixtures FixtureOptionError
export declare class FixtureOptionError extends FixtureError {
    readonly name = "FixtureOptionError";
    readonly option: string;
    readonly value: unknown;
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
    }) => Iterable<Item>;
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

// @customer-contracts/fixtures LeadSourceInputOf
export type LeadSourceInputOf<T extends Trait> = Detailed<T, LeadSourceInput, MinimalLeadSource>;

// @customer-contracts/fixtures LeadSourceOf
export type LeadSourceOf<T extends Trait> = Detailed<T, LeadSource, MinimalLeadSource>;

// @customer-contracts/fixtures LocaleTag
export type LocaleTag = (typeof locales)[keyof typeof locales]['tag'];

// @customer-contracts/fixtures NoRequestBodies
export interface NoRequestBodies {
    readonly overridesNameResponseOnlyMembers: never;
}

// @customer-contracts/fixtures OverrideContext
export interface OverrideContext<Faker> {
    readonly index: number;
    readonly faker: Faker;
}

// @customer-contracts/fixtures OverridesOf
export type OverridesOf<T extends Trait> = Given<CustomerOf<Unbare<T>> & Pick<CustomerInput, 'defaultPaymentInstrumentId' | 'paymentToken'> & {
    leadSource?: LeadSourceOf<Unbare<T>>;
}>;

// @customer-contracts/fixtures SeedableFaker
export interface SeedableFaker {
    seed(seed: number): unknown;
    setDefaultRefDate(date: number): unknown;
}

// @customer-contracts/fixtures Trait
export type Trait = DetailTrait | StatusTrait | 'leadSource' | 'tags' | 'noInputs' | 'noLeadSourceInputs';

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

// @customer-contracts/fixtures assertSafe
export declare function assertSafe(record: object): void;

// @customer-contracts/fixtures customerFixtures
export declare function customerFixtures<Faker extends SeedableFaker | undefined = undefined>(options?: {
    readonly seed?: number;
    readonly locale?: LocaleTag;
    readonly faker?: Faker;
}): CustomerFixtures<never, Faker>;

// @customer-contracts/fixtures defaultLocaleTag
export declare const defaultLocaleTag = "en-US";

// @customer-contracts/fixtures highestSeed
export declare const highestSeed: number;

// @customer-contracts/fixtures invalidCustomerInputs
export declare function invalidCustomerInputs(): readonly InvalidInput<CustomerInput>[];

// @customer-contracts/fixtures invalidLeadSourceInputs
export declare function invalidLeadSourceInputs(): readonly InvalidInput<LeadSourceInput>[];

// @customer-contracts/fixtures isFixtureError
export declare function isFixtureError(value: unknown): value is FixtureError;

// @customer-contracts/fixtures localeTags
export declare const localeTags: readonly LocaleTag[];

// factory/traits DetailTrait
export type DetailTrait = 'bare' | 'complete' | 'minimal';

// factory/traits Detailed
type Detailed<T extends Trait, Type, Minimal> = 'complete' extends T ? Complete<Type> : 'minimal' extends T ? Type & Minimal : 'bare' extends T ? Bare<Type> : Type;

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

// overrides/override-types Overridden
export type Overridden<T extends Trait, Overrides> = Unbare<T> | Without<Overrides>;

// overrides/override-types Unbare
type Unbare<T extends Trait> = Exclude<T, 'bare'>;

// overrides/override-types Without
type Without<Overrides> = (GoesBeyond<Overrides, CustomerInput> extends true ? 'noInputs' : never) | (Overrides extends {
    readonly leadSource: infer LeadSource;
} ? GoesBeyond<LeadSource, LeadSourceInput> extends true ? 'noLeadSourceInputs' : never : never);

// overrides/overrides Given
export type Given<Type> = Type extends readonly unknown[] ? Type : Type extends object ? string extends keyof Type ? Type : {
    readonly [Name in keyof Type]?: Given<Type[Name]>;
} : Type;
