/**
 * What each operation promises to answer, and what judges an answer by it, for the guard of the client: nobody else is promised that
 * it stays. The build evaluates the promises, so that a page that watches answers carries neither the table nor zod.
 *
 * @module
 */

// What is promised
export { type PromisedAnswers, promisedAnswers } from './shapes/promised-answers.ts';
export type { ChangeKind } from './shapes/change.ts';
export type { Kinds } from './shapes/kinds.ts';
export type { TestedAnswers } from './shapes/tested-answers.ts';

// What an answer is judged by
export { pathInUrl } from './path-pattern.ts';
export { headerValue } from './shapes/header-value.ts';
export { kindsIn, or } from './shapes/kind-words.ts';
export { looksLikeName } from './shapes/looks-like-name.ts';
export { Judge, type Misfit } from './shapes/judge.ts';
