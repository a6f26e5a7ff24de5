import * as z from 'zod';

// A package manager only warns of the wrong zod, or says nothing; what follows would be "z.email is not a function".
// One member of it: a bundler keeps all of zod where it is taken apart.
const looseObject: unknown = z.looseObject;
if (looseObject === undefined) {
  throw new Error(
    'Failed to load @customer-contracts/schemas: the zod beside it is older than 4. Install zod 4.3 or later, or import types alone, from @customer-contracts/types.',
  );
}
