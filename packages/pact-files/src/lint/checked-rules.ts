import type { CheckedRule } from './lint-rule.ts';
import { bodyNotGiven } from './rules/body-not-given.ts';
import { bodyNotTaken } from './rules/body-not-taken.ts';
import { credential } from './rules/credential.ts';
import { eachLikeQuery } from './rules/each-like-query.ts';
import { eachLikeZero } from './rules/each-like-zero.ts';
import { falseExample } from './rules/false-example.ts';
import { filterGrammar } from './rules/filter-grammar.ts';
import { impossibleGenerator } from './rules/impossible-generator.ts';
import { impossibleRule } from './rules/impossible-rule.ts';
import { loneAbsence } from './rules/lone-absence.ts';
import { loosePath } from './rules/loose-path.ts';
import { missingState } from './rules/missing-state.ts';
import { organizationHeader } from './rules/organization-header.ts';
import { otherCustomer } from './rules/other-customer.ts';
import { pathParameter } from './rules/path-parameter.ts';
import { problemShape } from './rules/problem-shape.ts';
import { providerState } from './rules/provider-state.ts';
import { queryParameter } from './rules/query-parameter.ts';
import { randomValue } from './rules/random-value.ts';
import { readOnlyMember } from './rules/read-only-member.ts';
import { realKey } from './rules/real-key.ts';
import { requestBody } from './rules/request-body.ts';
import { requestContentType } from './rules/request-content-type.ts';
import { responseHeader } from './rules/response-header.ts';
import { responseValue } from './rules/response-value.ts';
import { sameName } from './rules/same-name.ts';
import { twoAnswers } from './rules/two-answers.ts';
import { undocumentedMember } from './rules/undocumented-member.ts';
import { undocumentedStatus } from './rules/undocumented-status.ts';
import { unknownField } from './rules/unknown-field.ts';
import { unknownMember } from './rules/unknown-member.ts';
import { unknownOperation } from './rules/unknown-operation.ts';
import { unreadablePattern } from './rules/unreadable-pattern.ts';
import { unreadableRule } from './rules/unreadable-rule.ts';
import { unusedRule } from './rules/unused-rule.ts';
import { validBody } from './rules/valid-body.ts';
import { writeOnlyMember } from './rules/write-only-member.ts';

/** The rules, each with its check: first the request, then the answer, the matching rules, interactions beside each other, hygiene. */
export const checkedRules: readonly CheckedRule[] = [
  unknownOperation,
  pathParameter,
  queryParameter,
  filterGrammar,
  unknownField,
  credential,
  organizationHeader,
  requestBody,
  unknownMember,
  readOnlyMember,
  validBody,
  bodyNotTaken,
  requestContentType,

  undocumentedStatus,
  responseValue,
  undocumentedMember,
  otherCustomer,
  writeOnlyMember,
  problemShape,
  bodyNotGiven,
  responseHeader,

  impossibleRule,
  impossibleGenerator,
  falseExample,
  unusedRule,
  unreadableRule,
  unreadablePattern,

  sameName,
  twoAnswers,
  missingState,
  providerState,
  loneAbsence,

  realKey,
  randomValue,
  eachLikeZero,
  eachLikeQuery,
  loosePath,
];
