import { returnableTo } from '../../identity/settings/brought-values';
import { makingRoom } from '../../identity/settings/link-history';
import { clearingOf, planPutBack } from '../../identity/settings/put-back';
import { journalKey } from '../../identity/settings/reserved-settings';
import type { PutBackEnd } from '../../identity/settings/set-aside';
import {
  convergeSettings,
  unlessLinking,
  type Converged,
  type SettingsPort,
} from './converge-settings';

/** How putting settings back has ended, as far as it is known. Whatever it is, it can be done again. */
export type PutBackResult =
  ({ readonly kind: 'done' } & PutBackEnd) | Exclude<Converged, { kind: 'done' }>;

/**
 * Puts settings back into the account that they come from (`owner`, of this `subject`), or the one with this `key`. Only when that account has
 * them, removes them from what `holder` has set aside, so that they are always in one of the two.
 */
export async function runPutBack(
  { holder, owner }: { readonly holder: SettingsPort; readonly owner: SettingsPort },
  subject: string,
  { reserved, key }: { readonly reserved: readonly string[]; readonly key?: string },
): Promise<PutBackResult> {
  const held = await holder.read();
  if (!held.known) return { kind: 'notDone', code: held.code };
  const { settings } = held.account;
  if (settings.has(journalKey)) return { kind: 'notDone', code: 'unfinished-link' };
  const { values: all } = returnableTo(settings, subject);
  const aside = new Map([...all].filter(([name]) => key === undefined || name === key));
  const given = await convergeSettings(owner, (now) =>
    makingRoom(now, planPutBack(aside, now, reserved).changes),
  );
  if (given.kind !== 'done') {
    return given.code === 'rejected' ? { ...given, code: 'settings-refused' } : given;
  }
  const owned = given.account.settings;
  const { back, stays } = planPutBack(aside, owned, reserved);
  // Left there as well, they do no harm.
  const cleared = await convergeSettings(
    holder,
    unlessLinking((now) => makingRoom(now, clearingOf(now, subject, owned))),
  );

  return { kind: 'done', back, stays, archive: cleared.kind === 'done' ? 'cleared' : 'left' };
}
