import { invalidFieldsOf } from '../plan/check-call.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';

const titles: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  422: 'Validation error',
  429: 'Rate Limit Exceeded',
};

/** The problem that the API answers an error status with. That of a 422 names the members of the body that break a rule. */
export function problemBody(plan: InteractionPlan): Readonly<Record<string, unknown>> {
  const { status = 0 } = plan;
  const title = titles[status] ?? 'Problem';
  const problem = { type: 'about:blank', title, status, detail: `${title}.` };
  return status === 422 ? { ...problem, invalidFields: invalidFieldsOf(plan) } : problem;
}
