import type * as z from 'zod';

import {
  ContactEmail,
  ContactEmailInput,
  ContactObject,
  ContactObjectInput,
  ContactPhoneNumber,
  ContactPhoneNumberInput,
} from './contact-object.ts';
import { resources } from './resources.ts';
import { TaxNumber, TaxNumberInput } from './tax-number.ts';

/** An object that is read in one form and written in another. */
interface Views {
  readonly schema: z.ZodObject;
  readonly input: z.ZodObject | undefined;
}

/** A function, so that a bundler leaves it out where nobody asks. */
function views(): readonly Views[] {
  return [
    ...Object.values<Views>(resources),
    { schema: ContactObject, input: ContactObjectInput },
    { schema: ContactEmail, input: ContactEmailInput },
    { schema: ContactPhoneNumber, input: ContactPhoneNumberInput },
    { schema: TaxNumber, input: TaxNumberInput },
  ];
}

/** The schema of what is written beside what is read, `CustomerInput` beside `Customer`; `undefined` where nothing is. */
export function writtenBeside(read: z.core.$ZodType): z.ZodObject | undefined {
  return views().find(({ schema }) => schema === read)?.input;
}

/** The schema of what is read beside what is written, `Customer` beside `CustomerInput`; `undefined` where nothing is. */
export function readBeside(written: z.core.$ZodType): z.ZodObject | undefined {
  return views().find(({ input }) => input === written)?.schema;
}
