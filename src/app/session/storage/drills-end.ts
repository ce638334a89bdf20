import { tabStorage } from '../sealed/tab-storage';

/** The entry that says when drills of this tab have last ended the tenant's session in this browser. */
const entry = 'ligature.drills-end';

/** Notes that a drill signs in as people of its own at the tenant, and that nobody is signed in there afterwards. */
export const noteDrillsEnd = (nowMs: number): void => tabStorage.write(entry, String(nowMs));

/**
 * Whether drills have ended the tenant's session of somebody who signed in at this time; where that is not known, they may
 * have.
 */
export function endedByDrills(signedInAtMs: number | undefined): boolean {
  const endedAtMs = Number(tabStorage.read(entry) ?? 0);

  return endedAtMs > (signedInAtMs ?? 0);
}
