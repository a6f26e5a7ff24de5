import { assertSafe, UnsafeRecordError } from '@customer-contracts/fixtures';
import { harmless } from '@customer-contracts/schemas/internal';

/**
 * Why a record may reach somebody outside, an address of a real host or a phone number, with the member; `undefined` where it
 * reaches nobody. What counts as that is what `assertSafe` of the fixtures says.
 */
export function reachableBy(record: object): string | undefined {
  try {
    assertSafe(record);
    return undefined;
  } catch (error) {
    if (!(error instanceof UnsafeRecordError)) throw error;
    const [finding] = error.findings;
    return finding && harmless(`${finding.path}: ${finding.reason}`);
  }
}
