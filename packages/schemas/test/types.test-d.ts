import type * as schemas from '@customer-contracts/schemas';
import type * as types from '@customer-contracts/types';
import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';

/** The types of the package of types that a schema stands behind, by the schema's name. */
interface Types {
  BadRequestProblem: types.BadRequestProblem;
  Company: types.Company;
  ConflictProblem: types.ConflictProblem;
  ContactEmailInput: types.ContactEmailInput;
  ContactEmail: types.ContactEmail;
  ContactObject: types.ContactObject;
  ContactObjectInput: types.ContactObjectInput;
  ContactPhoneNumberInput: types.ContactPhoneNumberInput;
  ContactPhoneNumber: types.ContactPhoneNumber;
  CurrencyCode: types.CurrencyCode;
  Customer: types.Customer;
  CustomerAverageValue: types.CustomerAverageValue;
  CustomerEmbedded: types.CustomerEmbedded;
  CustomerInput: types.CustomerInput;
  CustomerLifetimeRevenue: types.CustomerLifetimeRevenue;
  CustomerView: types.CustomerView;
  DateTime: types.DateTime;
  DefaultPaymentInstrument: types.DefaultPaymentInstrument;
  ForbiddenProblem: types.ForbiddenProblem;
  InvalidField: types.InvalidField;
  LeadSource: types.LeadSource;
  LeadSourceData: types.LeadSourceData;
  LeadSourceInput: types.LeadSourceInput;
  NotFoundProblem: types.NotFoundProblem;
  PathId: types.PathId;
  PaymentMethod: types.PaymentMethod;
  Problem: types.Problem;
  ResourceId: types.ResourceId;
  Tag: types.Tag;
  TaxNumber: types.TaxNumber;
  TaxNumberInput: types.TaxNumberInput;
  TooManyRequestsProblem: types.TooManyRequestsProblem;
  UnauthorizedProblem: types.UnauthorizedProblem;
  ValidationProblem: types.ValidationProblem;
}

type Exported = typeof schemas;
/** The names of all schemas but codecs, which give something else than they take. */
type SchemaName = {
  [Name in keyof Exported]: Exported[Name] extends z.ZodType
    ? z.input<Exported[Name]> extends z.output<Exported[Name]>
      ? Name
      : never
    : never;
}[keyof Exported];

/** What zod itself infers: the name that a schema gives its type is left out. */
type Output<Schema> =
  Schema extends z.ZodObject<infer Shape, infer Config> ? z.output<z.ZodObject<Shape, Config>> : z.output<Schema>;
type Input<Schema> =
  Schema extends z.ZodObject<infer Shape, infer Config> ? z.input<z.ZodObject<Shape, Config>> : z.input<Schema>;

test('each schema has a type in the package of types, which is what zod infers, both ways', () => {
  expectTypeOf<SchemaName>().toEqualTypeOf<keyof Types>();
  expectTypeOf<{ [Name in SchemaName]: Output<Exported[Name]> }>().toEqualTypeOf<Types>();
  expectTypeOf<{ [Name in SchemaName]: Input<Exported[Name]> }>().toEqualTypeOf<Types>();
  expectTypeOf<{ [Name in SchemaName]: z.infer<Exported[Name]> }>().toEqualTypeOf<Types>();
});

type Table = typeof schemas.operations;
type Body<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Constant<Members> = {
  [Name in keyof Members]: Members[Name] extends (infer Item)[] | undefined
    ? readonly Item[] | undefined
    : Members[Name];
};
type Headers<Schemas> = { -readonly [Name in keyof Schemas]?: Body<Schemas[Name]> | undefined };

test('the operations of the package of types are those of the table', () => {
  expectTypeOf<types.OperationId>().toEqualTypeOf<keyof Table>();
  expectTypeOf<{ [Id in keyof Table]: types.PathParameters<Id> }>().toEqualTypeOf<{
    [Id in keyof Table]: z.output<Table[Id]['pathParameters']>;
  }>();
  expectTypeOf<{ [Id in keyof Table]: types.Query<Id>['limit' & keyof types.Query<Id>] }>().toEqualTypeOf<{
    [Id in keyof Table]: z.output<Table[Id]['query']>['limit' & keyof z.output<Table[Id]['query']>];
  }>();
  expectTypeOf<types.Query<'getCustomerCollection'>>().toEqualTypeOf<
    Constant<z.output<Table['getCustomerCollection']['query']>>
  >();
  expectTypeOf<types.Query<'getCustomer'>>().toEqualTypeOf<z.output<Table['getCustomer']['query']>>();
  expectTypeOf<types.Query<'deleteCustomer'>>().toEqualTypeOf<z.output<Table['deleteCustomer']['query']>>();
  expectTypeOf<{ [Id in keyof Table]: types.RequestBody<Id> }>().toEqualTypeOf<{
    [Id in keyof Table]: Body<Table[Id]['body']>;
  }>();
  expectTypeOf<{ [Id in keyof Table]: types.Operations[Id]['responses'] }>().toEqualTypeOf<{
    [Id in keyof Table]: {
      -readonly [Status in keyof Table[Id]['responses']]: Table[Id]['responses'][Status] extends {
        headers: infer Named;
        body: infer Held;
      }
        ? { headers: Headers<Named>; body: Body<Held> }
        : never;
    };
  }>();
});

test('what sorts is what the fields say', () => {
  expectTypeOf<types.SortField>().toEqualTypeOf<schemas.SortField>();
  expectTypeOf<types.SortTerm>().toEqualTypeOf<schemas.SortTerm>();
});

test('the schemas re-export the types', () => {
  expectTypeOf<schemas.ResponseBody<'getCustomer', 200>>().toEqualTypeOf<types.Customer>();
  expectTypeOf<schemas.CustomerType>().toEqualTypeOf<schemas.Customer>();
});
