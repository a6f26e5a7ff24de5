import type { testSources } from '@customer-contracts/pact-files/command';

/** What `pact-files` knows of pacts and traffic, for whoever writes tests. */
export type Sources = Awaited<ReturnType<typeof testSources>>;

/** An interaction beside what the API says about it. */
export type SourceInteraction = ReturnType<Sources['documentedInteractions']>[number];

/** What an interaction asks of one place of the answer. */
export type Asked = ReturnType<Sources['requirementsOf']>[number];
