import type { OperationId } from '../operation-types.ts';
import type { Kinds } from './kinds.ts';

/**
 * What a consumer's tests had of each answer, as data: by operation and status the kinds of its body; null where they had none.
 * `testedAnswers` of the package `pact-files` makes it of a pact.
 */
export type TestedAnswers = { readonly [Id in OperationId]?: Readonly<Record<number | string, Kinds | null>> };
