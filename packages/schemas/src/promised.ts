/**
 * What each operation promises to answer, as data and nothing else, for the guard of the client: nobody else is promised that it
 * stays. The build evaluates it, so that a page that watches answers carries neither the table nor zod.
 *
 * @module
 */

export { type PromisedAnswers, promisedAnswers } from './shapes/promised-answers.ts';
