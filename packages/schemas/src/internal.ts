/**
 * What this project's own packages share: nobody else is promised that it stays. It loads no zod.
 *
 * @module
 */

// Messages
export { nearest } from './internal/nearest.ts';
export { harmless, kindOf, shown, unicodeEscapes } from './internal/shown.ts';

// Options
export { checkOptions } from './internal/check-options.ts';
export { misusedOption, noOptions, type OptionProblem, unknownOption } from './internal/option-problem.ts';

// Facts of the API, for who loads no zod
export { primaryEmail } from './primary-email.ts';
export { isRawFilter } from './raw-filter.ts';

// Links
export { pageAddress } from './internal/repository.ts';

// Commands
export { mistakeInKey } from './internal/mistake-in-key.ts';
export { versionIn } from './internal/version-in.ts';
export { wholeNumber } from './internal/whole-number.ts';
