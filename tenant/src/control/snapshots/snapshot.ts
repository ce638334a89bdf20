import { JsonReader } from '../../protocol/json-reader.ts';
import type { JsonObject } from '../../protocol/json.ts';
import type { Moment } from '../../state/tenant-state.ts';
import {
  clockPart,
  faultsPart,
  fixedCodesPart,
  inboxPart,
  keysPart,
  settingsPart,
} from './control-parts.ts';
import {
  consentsPart,
  liveGrantsPart,
  opaqueTokensPart,
  refreshFamiliesPart,
  refreshTokensPart,
  sessionsPart,
} from './grants-parts.ts';
import { peoplePart } from './people-part.ts';
import type { Restore, SnapshotPart } from './snapshot-part.ts';

const version = 1;

const parts: readonly SnapshotPart[] = [
  clockPart,
  peoplePart,
  sessionsPart,
  consentsPart,
  liveGrantsPart,
  opaqueTokensPart,
  refreshFamiliesPart,
  refreshTokensPart,
  inboxPart,
  fixedCodesPart,
  faultsPart,
  settingsPart,
  keysPart,
];

/**
 * All that a tenant has come to know since its start, as one JSON object that a person can read.
 * What is about to happen is not in it: a sign-in that waits for its person has to be started again.
 */
export async function takeSnapshot(moment: Moment): Promise<JsonObject> {
  const taken = await Promise.all(
    parts.map(async ({ name, take }) => [name, await take(moment)] as const),
  );

  return { version, takenAt: new Date(moment.nowMs).toISOString(), ...Object.fromEntries(taken) };
}

/**
 * Reads a snapshot and puts it in the place of the state. What is wrong with it is named by its path,
 * and nothing has changed then.
 */
export async function restoreSnapshot(value: unknown, moment: Moment): Promise<void> {
  const snapshot = new JsonReader(value, 'snapshot');
  if (snapshot.optionalNumber('version') !== version) {
    snapshot.fail('version', `must be ${version}`);
  }
  snapshot.optionalText('takenAt');
  const restores: Restore[] = [];
  for (const { read } of parts) restores.push(await read(snapshot));
  snapshot.finish();
  moment.state.reset();
  for (const restore of restores) restore(moment);
}
