import { deepestSnapshot, parseJson } from '../../protocol/json.ts';
import type { Moment, TenantState } from '../../state/tenant-state.ts';
import { invalidRequest, notThere } from '../control-call.ts';
import { restoreSnapshot, takeSnapshot, type RestoreOptions } from './snapshot.ts';

/** A snapshot's name and when it was saved. */
export interface SnapshotLabel {
  readonly name: string;
  readonly saved_at: string;
}

/** Every named snapshot, in the order of their names. */
export function snapshotLabels({ control }: TenantState): readonly SnapshotLabel[] {
  return [...control.snapshots]
    .map(([name, { savedAt }]) => ({ name, saved_at: savedAt }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Saves the state under a name; a snapshot of that name is replaced. */
export async function saveSnapshot(name: string, moment: Moment): Promise<void> {
  const { state, nowMs } = moment;
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u.test(name)) {
    throw invalidRequest(
      'A name is up to 64 letters, digits, spaces, dots, dashes and underscores.',
    );
  }
  const text = JSON.stringify(await takeSnapshot(moment));
  state.control.snapshots.set(name, { text, savedAt: new Date(nowMs).toISOString() });
}

/** The text of a named snapshot. */
export function snapshotText(name: string, { control }: TenantState): string {
  const snapshot = control.snapshots.get(name);
  if (snapshot === undefined) throw notThere(`snapshot ${name}`);

  return snapshot.text;
}

/** Goes back to a named snapshot. */
export async function restoreNamed(
  name: string,
  moment: Moment,
  options?: RestoreOptions,
): Promise<void> {
  const text = snapshotText(name, moment.state);
  await restoreSnapshot(parseJson(text, deepestSnapshot), moment, options);
}

/** Forgets a named snapshot. */
export function forgetSnapshot(name: string, { control }: TenantState): void {
  if (!control.snapshots.delete(name)) throw notThere(`snapshot ${name}`);
}
