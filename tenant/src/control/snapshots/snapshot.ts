import { JsonReader } from '../../protocol/json-reader.ts';
import type { JsonObject } from '../../protocol/json.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
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

/** What people and tests do to a tenant. */
const happened: readonly SnapshotPart[] = [
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
];

/** How a tenant is set up, as far as a snapshot holds it. */
const configured: readonly SnapshotPart[] = [settingsPart, keysPart];

const parts = [...happened, ...configured];

export interface RestoreOptions {
  /** Applications, connections, Actions, settings and keys stay as they are now. */
  readonly keepConfiguration?: boolean;
}

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
export async function restoreSnapshot(
  value: unknown,
  moment: Moment,
  { keepConfiguration = false }: RestoreOptions = {},
): Promise<void> {
  const snapshot = new JsonReader(value, 'snapshot');
  if (snapshot.optionalNumber('version') !== version) {
    snapshot.fail('version', `must be ${version}`);
  }
  snapshot.optionalText('takenAt');
  const restores = new Map<SnapshotPart, Restore>();
  for (const part of parts) restores.set(part, await part.read(snapshot));
  snapshot.finish();
  if (keepConfiguration) forgetWhatHappened(moment.state);
  else moment.state.reset();
  for (const part of keepConfiguration ? happened : parts) restores.get(part)?.(moment);
}

/** What no snapshot holds goes as well: sign-ins under way, and what was counted. The logs stay, as a history does. */
function forgetWhatHappened({ signIns, grants, limits, control }: TenantState): void {
  for (const group of [signIns, grants, limits, control.automaticSignIns]) group.clear();
}
