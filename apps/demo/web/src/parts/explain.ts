import { isCustomersApiError } from '@customer-contracts/client';

/** A failure in the words of the page. */
export interface Explanation {
  readonly title: string;
  readonly advice: string;
  /** `warning` where nothing is broken: one has to wait, or to look again. */
  readonly tone: 'danger' | 'warning';
  /** Whether the same again may succeed. */
  readonly mayRetry: boolean;
}

const nothingAnswers: Explanation = {
  title: 'Nothing answers',
  advice: 'Check that Lead Desk is still running, and the network.',
  tone: 'danger',
  mayRetry: true,
};

/** What an error of a call means to the person in front of the page. */
export function explain(error: unknown): Explanation {
  if (!isCustomersApiError(error)) {
    return { title: 'Lead Desk made a mistake', advice: 'Load the page anew.', tone: 'danger', mayRetry: true };
  }
  switch (error.name) {
    case 'UnauthorizedError':
      return {
        title: 'Lead Desk’s API key is not valid',
        advice: 'Set CUSTOMERS_API_KEY to a key of this organization and start Lead Desk again.',
        tone: 'danger',
        mayRetry: true,
      };
    case 'ForbiddenError':
      return {
        title: 'Lead Desk’s API key may not do this',
        advice: 'Ask for a key with this permission, or leave this to somebody who has one.',
        tone: 'danger',
        mayRetry: false,
      };
    case 'NotFoundError':
      return {
        title: 'This customer is not there',
        advice: 'It may have been merged into another one. Search for the name or the e-mail address.',
        tone: 'warning',
        mayRetry: false,
      };
    case 'ConflictError':
      return {
        title: 'The API refuses this as it is now',
        advice: 'Somebody may have changed the customer meanwhile. Look at it again before you repeat this.',
        tone: 'warning',
        mayRetry: true,
      };
    case 'TooManyRequestsError':
      return {
        title: 'Too many changes in a short time',
        advice: 'The organization has used up its allowance of changes. Nothing was changed, and nothing is lost.',
        tone: 'warning',
        mayRetry: true,
      };
    case 'ValidationError':
    case 'InvalidCallError':
      return {
        title: 'The API does not take this',
        advice: 'Correct what it names.',
        tone: 'warning',
        mayRetry: false,
      };
    case 'NetworkError':
      if (!navigator.onLine)
        return {
          title: 'You are offline',
          advice: 'Try again when the network is back. What you typed is kept.',
          tone: 'warning',
          mayRetry: true,
        };
      return nothingAnswers;
    case 'TimeoutError':
      return nothingAnswers;
    case 'CollectionLimitError':
    case 'InvalidOptionsError':
    case 'UndocumentedAnswerError':
      return {
        title: 'The API is in trouble',
        advice: 'It gave an answer that it doesn’t document. Try again in a moment.',
        tone: 'danger',
        mayRetry: true,
      };
  }
}
