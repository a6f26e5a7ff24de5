import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { canonicalJson } from '@customer-contracts/pact-files/internal';

import { interactionKey } from '../contract/interaction-definition.ts';
import { type Answer, answerWith } from './answer.ts';
import { startAnsweringMock, type UsedPorts } from './answering-mock.ts';
import { type Change, replaceAt, withChanges } from './change.ts';
import { isAddition, type Row } from './documented-rows.ts';
import { type Ending, runGuarded } from './guarded-run.ts';
import { failureOf } from './judge-ending.ts';
import { type MutatedPart, otherRecord, type ReadAnswer, readAnswer } from './mutated-part.ts';
import type { Claim, Outcome } from './mutation.ts';
import { claimsOf, type MutationPlan, type PlannedMutation, planMutations } from './plan-mutations.ts';
import { readSettings, type Settings } from './settings.ts';
import { smallestSet } from './smallest-set.ts';
import { type RecordedMutation, type TestRecord, writeTestRecord } from './test-record.ts';

export { keepTimers } from './guarded-run.ts';

/** A test that has passed on its own answers. */
export interface MutableTest {
  /** Its name, as the runner says it. */
  readonly name: string;
  /** Its interactions: several of a flow. */
  readonly parts: readonly [MutatedPart, ...MutatedPart[]];
  /** Calls the test's callback once. `answers` are those of the parts; `goesByVariant` is to be called when it asks for its variant. */
  call(baseUrl: string, answers: readonly ReadAnswer[], goesByVariant: () => void): unknown;
  /** How long its runner lets it take, in ms; 0 and absence are without end. */
  readonly timeout: number | undefined;
  /** Takes back what failed without an error. */
  takeSoftFailures(): readonly unknown[];
}

/** Runs a test on other answers of its interactions, and leaves a record of what came of it. */
export async function mutateTest(test: MutableTest): Promise<void> {
  const settings = readSettings();
  const trial = new Trial(test);
  const record = trial.begin();
  writeTestRecord(settings.directory, record);
  writeTestRecord(settings.directory, { ...record, ...(await trial.outcome(settings)), isOver: true });
}

/** How long a run may take, in ms; longer where the test itself takes long. */
const shortestLimit = 5000;

/** How much of the time that a test has its mutations may take: it has run already, and runs once more at the end. */
const shareOfTime = 0.7;

/** What a run of a test came to. */
interface Run {
  readonly ending: Ending;
  /** How many of the expected requests came. */
  readonly answered: number;
  /** The first request that no interaction of the test expects. */
  readonly stray: string | undefined;
}

interface Judgement {
  readonly outcome: Outcome;
  readonly message: string;
  readonly trace?: string | undefined;
}

/** The test can't be scored: what it comes to hangs on what ran before. */
class StatefulTest extends Error {
  override name = 'StatefulTest';
}

class Trial {
  readonly #test: MutableTest;
  readonly #usual: readonly ReadAnswer[];
  readonly #ports: UsedPorts = new Set();
  readonly #end: number;
  #limit = shortestLimit;
  #goesByVariant = false;
  #holdsLiterals = false;
  /** Of each part, the answers with gaps, whether they are tried here or in another part of the run. */
  #gaps: MutationPlan['gaps'] = [];
  readonly #passing = new Map<Row, Promise<ReadAnswer | undefined>>();

  constructor(test: MutableTest) {
    this.#test = test;
    this.#end = test.timeout ? performance.now() + test.timeout * shareOfTime : Infinity;
    this.#usual = test.parts.map(({ definition, example }) => ({ body: definition.response.served, example }));
  }

  begin(): TestRecord {
    const { name, parts } = this.#test;
    return {
      key: hash('sha256', canonicalJson([name, parts.map(({ definition }) => interactionKey(definition))])).slice(
        0,
        16,
      ),
      test: name,
      interaction: parts.map(({ definition }) => definition.description).join('; '),
      consumer: parts[0].interaction.identity.consumer,
      isOver: false,
      readers: parts.flatMap(({ interaction: { reader: schema }, definition }) =>
        schema === undefined ? [] : [{ interaction: definition.description, schema }],
      ),
      leftOut: 0,
      outOfTime: 0,
      mutations: [],
    };
  }

  async outcome(
    settings: Settings,
  ): Promise<Pick<TestRecord, 'stateful' | 'bound' | 'leftOut' | 'outOfTime' | 'mutations'>> {
    const nothing = { leftOut: 0, outOfTime: 0, mutations: [] };
    try {
      await this.#control();
      const others = await this.#others(settings.seed);
      const plan = await planMutations(this.#test.name, this.#test.parts, others, settings);
      this.#gaps = plan.gaps;
      const mutations: RecordedMutation[] = [];
      let ran = 0;
      for (const mutation of plan.mutations) {
        if (performance.now() > this.#end) break;
        mutations.push(...(await this.#judge(mutation)));
        ran += 1;
      }
      await this.#control();
      return { bound: this.#bound, leftOut: plan.leftOut, outOfTime: plan.mutations.length - ran, mutations };
    } catch (error) {
      if (error instanceof StatefulTest) return { ...nothing, stateful: error.message };
      throw error;
    }
  }

  /** Runs the test on its own answers. @throws {StatefulTest} when it fails, which it didn't before. */
  async #control(): Promise<void> {
    const start = performance.now();
    const { ending } = await this.#run([]);
    if (ending.kind !== 'passed') throw new StatefulTest(reasonOf(ending, this.#limit));
    this.#limit = Math.max(shortestLimit, 10 * (performance.now() - start));
  }

  /** Other records of each interaction. A test that fails on them holds literals. */
  async #others(seed: number): Promise<readonly (readonly ReadAnswer[])[]> {
    const others: ReadAnswer[][] = this.#test.parts.map(() => []);
    for (const offset of [seed, seed + 1]) {
      const records = await Promise.all(this.#test.parts.map((part) => otherRecord(part, offset)));
      for (const [index, record] of records.entries()) if (record !== undefined) others[index]?.push(record);
      const { ending } = await this.#run(records);
      if (ending.kind !== 'passed') this.#holdsLiterals = true;
    }
    return others;
  }

  /** Why failed assertions say nothing about the code: the test never promised to hold on another answer. */
  get #bound(): string | undefined {
    if (this.#holdsLiterals) return 'it holds literals of its record';
    const { parts } = this.#test;
    if (parts.some(({ interaction }) => interaction.schema === undefined)) return 'it has no schema';
    const { only } = parts[0].interaction;
    if (only !== undefined) return `it runs on the ${only} answer only`;
    return this.#goesByVariant ? 'it goes by its variant' : undefined;
  }

  async #judge(mutation: PlannedMutation): Promise<readonly RecordedMutation[]> {
    const { kind, id } = mutation;
    const part = this.#test.parts[mutation.part];
    if (part === undefined) return [];
    const recorded = (changes: readonly Claim[], { outcome, message, trace }: Judgement): RecordedMutation => ({
      id,
      test: this.#test.name,
      interaction: part.definition.description,
      kind,
      changes: changes.map(({ member, claim }) => ({ member, claim })),
      outcome,
      message,
      trace,
    });
    switch (kind) {
      case 'tolerance': {
        const judged = await this.#tolerance(part, mutation.part, mutation.changes);
        return judged.map(({ changes, judgement }) => recorded(changes, judgement));
      }
      case 'sensitivity': {
        const [change] = mutation.changes;
        if (change === undefined) return [];
        return [recorded(mutation.changes, await this.#notice(part, mutation.part, change))];
      }
      case 'refusal': {
        const { member, claim, answer } = mutation.wrong;
        const passes = `an answer whose ${member} ${claim} passes for ${part.interaction.status}: refuse it`;
        return [recorded(claimsOf(mutation), await this.#failing(mutation.part, answer, passes))];
      }
      default:
        return mutation satisfies never;
    }
  }

  /**
   * What comes of changes that the API documents. Of those that break the code, the smallest set that does; then the rest is
   * tried without one of them, so that no failure hides another.
   */
  async #tolerance(
    part: MutatedPart,
    index: number,
    row: readonly Change[],
  ): Promise<readonly { readonly changes: readonly Change[]; readonly judgement: Judgement }[]> {
    const known = new Map<string, Promise<Judgement | undefined>>();
    const judge = (changes: readonly Change[]) => {
      const key = JSON.stringify(changes.map(({ member, claim }) => [member, claim]));
      const judged = known.get(key) ?? this.#endure(part, index, changes);
      known.set(key, judged);
      return judged;
    };
    const judged: { readonly changes: readonly Change[]; readonly judgement: Judgement }[] = [];
    for (let rest = row; rest.length > 0;) {
      const judgement = await judge(rest);
      if (judgement === undefined) break;
      if (judgement.outcome !== 'broke') {
        judged.push({ changes: rest, judgement });
        break;
      }
      const changes = await smallestSet(rest, async (fewer) => (await judge(fewer))?.outcome === 'broke');
      const smallest = (await judge(changes)) ?? judgement;
      const what = changes.map(({ member, claim }) => `${member === '' ? 'the body' : member} ${claim}`).join(' and ');
      judged.push({ changes, judgement: { ...smallest, message: `${what}: ${smallest.message}` } });
      const [healed] = changes;
      rest = rest.filter((change) => change !== healed);
    }
    return judged;
  }

  /** `undefined` where the reader's schema refuses that these come together: its contract excludes it. */
  async #endure(part: MutatedPart, index: number, changes: readonly Change[]): Promise<Judgement | undefined> {
    const body = part.definition.response.served;
    const read = await readAnswer(part, withChanges(body, changes));
    if (read === undefined) return undefined;
    const run = await this.#runWith(index, read);
    const judged = this.#endured(run);
    if (run.ending.kind !== 'failed' || run.stray !== undefined) return judged;
    // A member more may come through to the result, or not: both are right.
    const [only, another] = changes;
    if (only !== undefined && another === undefined && isAddition(only, body)) {
      const example = replaceAt(read.example, only.steps, (own) => Object.assign({}, only.value, own));
      const second = this.#endured(await this.#runWith(index, { ...read, example }));
      return second.outcome === 'survived' ? second : judged;
    }
    const { culprit, message } = failureOf(run.ending);
    if (judged.outcome !== 'broke' || culprit !== 'callback') return judged;
    // Told of the usual answer, the test gets as far as the code, and the code stumbles again.
    const { ending } = await this.#run([], { index, answer: answerWith(part, read.body) });
    const again = ending.kind === 'failed' ? failureOf(ending) : undefined;
    const isOfCode = again !== undefined && (again.culprit === 'code' || again.message === message);
    return isOfCode ? { outcome: 'broke', message: again.message, trace: again.trace } : this.#saysNothing();
  }

  #endured({ ending, stray }: Run): Judgement {
    if (ending.kind === 'passed') return { outcome: 'survived', message: '' };
    if (stray !== undefined)
      return { outcome: 'skipped', message: `the code went on to ask for ${stray}, to which the test has no answer` };
    if (ending.kind === 'hung') return { outcome: 'broke', message: reasonOf(ending, this.#limit) };
    const { culprit, message, trace } = failureOf(ending);
    const isOfTest =
      culprit === 'assertion' ? this.#bound !== undefined : culprit === 'callback' && this.#holdsLiterals;
    return isOfTest ? this.#saysNothing() : { outcome: 'broke', message, trace };
  }

  #saysNothing(): Judgement {
    const why = this.#bound ?? 'it reads the example as if it were the usual one';
    return { outcome: 'skipped', message: `the test failed by itself, which says nothing of the code: ${why}` };
  }

  /**
   * Whether the test notices another value of a member: in the usual answer, else in one with gaps, since code may look at an
   * e-mail only where there is no name.
   */
  async #notice(part: MutatedPart, index: number, change: Change): Promise<Judgement> {
    for (const gaps of [[], ...(this.#gaps[index] ?? [])]) {
      const usual = await this.#answerWithGaps(part, index, gaps);
      const changed = usual && withChanges(usual.body, [change]);
      if (usual === undefined || isDeepStrictEqual(changed, usual.body)) continue;
      const others = this.#usual.map((_, each) => (each === index ? usual : undefined));
      const { ending } = await this.#run(others, { index, answer: answerWith(part, changed) });
      if (ending.kind !== 'passed') return { outcome: 'survived', message: '' };
    }
    const { member } = change;
    const message = `${member} is read by the schema and noticed by no test: drop it from the schema or assert it`;
    return { outcome: 'unnoticed', message };
  }

  /** An answer with gaps on which the test passes; `undefined` where it doesn't. */
  #answerWithGaps(part: MutatedPart, index: number, gaps: readonly Change[]): Promise<ReadAnswer | undefined> {
    const passing = this.#passing.get(gaps) ?? this.#ifPassing(part, index, gaps);
    this.#passing.set(gaps, passing);
    return passing;
  }

  async #ifPassing(part: MutatedPart, index: number, gaps: readonly Change[]): Promise<ReadAnswer | undefined> {
    const read = await readAnswer(part, withChanges(part.definition.response.served, gaps));
    if (read === undefined || gaps.length === 0) return read;
    const { ending } = await this.#runWith(index, read);
    return ending.kind === 'passed' ? read : undefined;
  }

  /** An answer on which the test must fail. */
  async #failing(index: number, answer: Answer, passes: string): Promise<Judgement> {
    const { ending } = await this.#run([], { index, answer });
    if (ending.kind === 'passed') return { outcome: 'unnoticed', message: passes };
    return {
      outcome: 'survived',
      message: '',
      trace: ending.kind === 'failed' ? failureOf(ending).trace : undefined,
    };
  }

  #runWith(index: number, read: ReadAnswer): Promise<Run> {
    return this.#run(this.#usual.map((_, each) => (each === index ? read : undefined)));
  }

  /** Runs the test once: on the usual answers where there are no others; one of them may go out otherwise than the test is told. */
  async #run(
    others: readonly (ReadAnswer | undefined)[],
    sent?: { readonly index: number; readonly answer: Answer },
  ): Promise<Run> {
    const answers = this.#usual.map((usual, index) => others[index] ?? usual);
    const exchanges = this.#test.parts.map((part, index) => ({
      request: part.definition.request,
      answer: sent?.index === index ? sent.answer : answerWith(part, answers[index]?.body),
    }));
    const mock = await startAnsweringMock(exchanges, this.#ports);
    try {
      const goesByVariant = () => {
        this.#goesByVariant = true;
      };
      const time = Math.min(this.#limit, Math.max(this.#end - performance.now(), 100));
      const ended = await runGuarded(() => this.#test.call(mock.url, answers, goesByVariant), time);
      const [soft] = this.#test.takeSoftFailures();
      const ending: Ending =
        ended.kind === 'passed' && soft !== undefined ? { kind: 'failed', error: soft, isBeside: false } : ended;
      const answered = mock.answered();
      if (answered === 0 && ending.kind === 'passed')
        throw new StatefulTest('it passed without a request: it keeps an earlier answer');
      return { ending, answered, stray: mock.stray() };
    } finally {
      mock.close();
    }
  }
}

function reasonOf(ending: Exclude<Ending, { kind: 'passed' }>, limit: number): string {
  return ending.kind === 'hung' ? `it did not end within ${Math.round(limit)} ms` : failureOf(ending).message;
}
