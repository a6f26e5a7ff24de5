// The public API of @customer-contracts/types, written by `pnpm api`. What it refers to without exporting it stands behind.

// @customer-contracts/types BadRequestProblem
export type BadRequestProblem = {
    type?: string;
    title?: string;
    status?: 400;
    detail?: string;
    instance?: string;
    invalidFields?: InvalidField[];
};

// @customer-contracts/types Cell
export type Cell = {
    [Id in OperationId]: `${Id} ${Status<Id>}`;
}[OperationId];

// @customer-contracts/types Company
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

// @customer-contracts/types ConflictProblem
export type ConflictProblem = {
    type?: string;
    title?: string;
    status?: 409;
    detail?: string;
    instance?: string;
};

// @customer-contracts/types ContactEmail
export type ContactEmail = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/types ContactEmailInput
export type ContactEmailInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/types ContactObject
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

// @customer-contracts/types ContactObjectInput
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

// @customer-contracts/types ContactPhoneNumber
export type ContactPhoneNumber = {
    label: string;
    value: string;
    primary?: boolean;
};

// @customer-contracts/types ContactPhoneNumberInput
export type ContactPhoneNumberInput = {
    label: string;
    value: string;
    primary?: boolean | undefined;
};

// @customer-contracts/types CurrencyCode
export type CurrencyCode = string;

// @customer-contracts/types Customer
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

// @customer-contracts/types CustomerAverageValue
export type CustomerAverageValue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/types CustomerEmbedded
export type CustomerEmbedded = {
    defaultPaymentInstrument?: Record<string, unknown>;
    website?: Record<string, unknown>;
    leadSource?: LeadSource;
};

// @customer-contracts/types CustomerInput
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

// @customer-contracts/types CustomerLifetimeRevenue
export type CustomerLifetimeRevenue = {
    currency?: CurrencyCode;
    amount?: number;
    amountUsd?: number;
};

// @customer-contracts/types CustomerView
export type CustomerView = 'complete' | 'bare';

// @customer-contracts/types DateTime
export type DateTime = string;

// @customer-contracts/types DefaultPaymentInstrument
export type DefaultPaymentInstrument = {
    method: PaymentMethod;
    paymentInstrumentId: ResourceId;
};

// @customer-contracts/types DocumentedPaymentMethod
export type DocumentedPaymentMethod = 'payment-card' | 'ach' | 'cash' | 'check' | 'paypal' | 'AdvCash' | 'Aera' | 'Affirm' | 'Afterpay' | 'Aircash' | 'Airpay' | 'Alfa-click' | 'Alipay' | 'AmazonPay' | 'Apple Pay' | 'AstroPay Card' | 'AstroPay-GO' | 'BankSEND' | 'BankReferenced' | 'bank-transfer' | 'bank-transfer-2' | 'bank-transfer-3' | 'bank-transfer-4' | 'bank-transfer-5' | 'bank-transfer-6' | 'bank-transfer-7' | 'bank-transfer-8' | 'bank-transfer-9' | 'Baloto' | 'Beeline' | 'Belfius-direct-net' | 'bitcoin' | 'Bizum' | 'Blik' | 'Boleto' | 'Boleto-2' | 'Boleto-3' | 'cash-deposit' | 'CASHlib' | 'CashToCode' | 'CCAvenue' | 'China UnionPay' | 'Clearpay' | 'Cleo' | 'CODVoucher' | 'Conekta-oxxo' | 'Conekta-spei' | 'cryptocurrency' | 'Cupon-de-pagos' | 'CyberSource' | 'Dimoco-pay-smart' | 'Directa24Card' | 'domestic-cards' | 'Efecty' | 'echeck' | 'ecoPayz' | 'ecoPayzTurkey' | 'ecoVoucher' | 'EPS' | 'ePay.bg' | 'Ethereum' | 'e-wallet' | 'ezyEFT' | 'eZeeWallet' | 'FasterPay' | 'Flexepin' | 'Giropay' | 'Google Pay' | 'Gpaysafe' | 'iCashOne Voucher' | 'iDebit' | 'iDEAL' | 'ING-homepay' | 'INOVAPAY-pin' | 'INOVAPAY-wallet' | 'InstaDebit' | 'InstantPayments' | 'instant-bank-transfer' | 'Interac-online' | 'Interac-eTransfer' | 'Interac-express-connect' | 'Interac' | 'invoice' | 'iWallet' | 'Jeton' | 'JetonCash' | 'jpay' | 'KakaoPay' | 'Khelocard' | 'Klarna' | 'KNOT' | 'Litecoin' | 'loonie' | 'LPG-online' | 'LPG-payment-card' | 'Matrix' | 'MaxiCash' | 'Megafon' | 'MercadoPago' | 'MiFinity-eWallet' | 'miscellaneous' | 'MobilePay' | 'Mollie' | 'Multibanco' | 'Bancontact' | 'Bancontact-mobile' | 'MTS' | 'MuchBetter' | 'MuchBetterVoucher' | 'MyFatoorah' | 'Neosurf' | 'Netbanking' | 'Neteller' | 'Nordea-Solo' | 'NordikCoin' | 'OchaPay' | 'online-bank-transfer' | 'Onlineueberweisen' | 'oriental-wallet' | 'OXXO' | 'P24' | 'Pagadito' | 'PagoEffectivo' | 'Pagsmile-lottery' | 'Pagsmile-deposit-express' | 'PayCash' | 'Payco' | 'Payeer' | 'PaymentAsia-crypto' | 'Paysafecard' | 'PayTabs' | 'Pay4Fun' | 'Paynote' | 'Paymero' | 'Paymero-QR' | 'PayU' | 'PayULatam' | 'Perfect-money' | 'Piastrix' | 'PIX' | 'PIX-Automatico' | 'PinPay' | 'phone' | 'PhonePe' | 'POLi' | 'PostFinance-card' | 'PostFinance-e-finance' | 'QIWI' | 'QPay' | 'QQPay' | 'Quickpay' | 'rapyd-checkout' | 'rebilly-hosted-payment-form' | 'Resurs' | 'reverse-withdrawal' | 'Ripple' | 'SafetyPay' | 'Samsung Pay' | 'SEPA' | 'Siirto' | 'Skrill' | 'Skrill Rapid Transfer' | 'SMSVoucher' | 'Sofort' | 'SparkPay' | 'SPEI' | 'swift-dbt' | 'Tele2' | 'Telr' | 'Terminaly-RF' | 'Tether' | 'ToditoCash-card' | 'Trustly' | 'Tupay' | 'TWINT' | 'UniCrypt' | 'UPayCard' | 'UPI' | 'USD-coin' | 'VCreditos' | 'VegaWallet' | 'VenusPoint' | 'Viva' | 'voucher' | 'voucher-2' | 'voucher-3' | 'voucher-4' | 'Wallet88' | 'Webmoney' | 'Webpay' | 'Webpay-2' | 'Webpay Card' | 'WeChat Pay' | 'XPay-P2P' | 'XPay-QR' | 'Yandex-money' | 'Zotapay' | 'Zimpler' | 'Zip';

// @customer-contracts/types ForbiddenProblem
export type ForbiddenProblem = {
    type?: string;
    title?: string;
    status?: 403;
    detail?: string;
    instance?: string;
};

// @customer-contracts/types InvalidField
export type InvalidField = {
    field?: string;
    message?: string;
};

// @customer-contracts/types LeadSource
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

// @customer-contracts/types LeadSourceData
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

// @customer-contracts/types LeadSourceInput
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

// @customer-contracts/types Link
export type Link<Relation extends string = string> = {
    href?: string;
    rel?: Relation | OtherText;
};

// @customer-contracts/types NotFoundProblem
export type NotFoundProblem = {
    type?: string;
    title?: string;
    status?: 404;
    detail?: string;
    instance?: string;
};

// @customer-contracts/types OperationId
export type OperationId = keyof Operations;

// @customer-contracts/types Operations
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

// @customer-contracts/types OtherText
export type OtherText = string & {};

// @customer-contracts/types PathId
export type PathId = string;

// @customer-contracts/types PathParameters
export type PathParameters<Id extends OperationId> = Operations[Id]['pathParameters'];

// @customer-contracts/types PaymentMethod
export type PaymentMethod = DocumentedPaymentMethod | OtherText;

// @customer-contracts/types Problem
export type Problem = {
    type?: string;
    title?: string;
    status?: number;
    detail?: string;
    instance?: string;
};

// @customer-contracts/types Query
export type Query<Id extends OperationId> = Operations[Id]['query'];

// @customer-contracts/types RequestBody
export type RequestBody<Id extends OperationId> = Operations[Id]['body'];

// @customer-contracts/types ResourceId
export type ResourceId = string;

// @customer-contracts/types ResponseBody
export type ResponseBody<Id extends OperationId, S extends Status<Id>> = AnswerPart<Id, S, 'body'>;

// @customer-contracts/types ResponseHeaders
export type ResponseHeaders<Id extends OperationId, S extends Status<Id>> = AnswerPart<Id, S, 'headers'>;

// @customer-contracts/types SortField
export type SortField = 'id' | 'email' | 'lastName' | 'websiteId' | 'createdTime' | 'updatedTime' | 'paymentCount' | 'lastPaymentTime' | 'invoiceCount' | 'averageValue' | 'averageValue.amount' | 'averageValue.currency' | 'lifetimeRevenue' | 'lifetimeRevenue.amount' | 'lifetimeRevenue.currency';

// @customer-contracts/types SortTerm
export type SortTerm = SortField | `-${SortField}`;

// @customer-contracts/types Status
export type Status<Id extends OperationId> = {
    [Each in OperationId]: keyof Operations[Each]['responses'];
}[Id];

// @customer-contracts/types Tag
export type Tag = {
    id?: ResourceId;
    name: string;
    type: 'customer' | 'kyc-document' | 'aml-check' | OtherText;
    createdTime?: DateTime;
    updatedTime?: DateTime;
    _links?: Link<'self'>[];
};

// @customer-contracts/types TaxNumber
export type TaxNumber = {
    type: 'eu-vat' | 'other' | OtherText;
    value: string;
    isDefault?: boolean;
    isValid?: boolean | null;
};

// @customer-contracts/types TaxNumberInput
export type TaxNumberInput = {
    type: 'eu-vat' | 'other';
    value: string;
    isDefault?: boolean | undefined;
};

// @customer-contracts/types TooManyRequestsProblem
export type TooManyRequestsProblem = {
    type?: string;
    title?: string;
    status?: 429;
    detail?: string;
    instance?: string;
};

// @customer-contracts/types UnauthorizedProblem
export type UnauthorizedProblem = {
    type?: string;
    title?: string;
    status?: 401;
    detail?: string;
    instance?: string;
};

// @customer-contracts/types ValidationProblem
export type ValidationProblem = {
    type?: string;
    title?: string;
    status?: 422;
    detail?: string;
    instance?: string;
    invalidFields?: InvalidField[];
};

// operation-types AnswerPart
type AnswerPart<Id extends OperationId, S extends Status<Id>, Part extends string> = Operations[Id]['responses'][S & keyof Operations[Id]['responses']] extends {
    readonly [Name in Part]: infer Type;
} ? Type : never;
