import { ContractReport } from '../../../src/report/contract-report.ts';

/** What the last run of the loop found; null when there was none. */
export async function loadContract(signal?: AbortSignal): Promise<ContractReport | null> {
  const answer = await fetch('/contract.json', signal ? { signal } : {});
  if (answer.status === 404) return null;
  if (!answer.ok)
    throw new Error(`Failed to load the contract: the server answered ${answer.status}. Run the loop again.`);
  return ContractReport.parse(await answer.json());
}
