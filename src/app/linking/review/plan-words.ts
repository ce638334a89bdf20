import type { Blocker } from '../../identity/link/link-blockers';
import type { Loss, Warning } from '../../identity/link/link-warnings';
import type { SettingsLimit } from '../../identity/settings/settings-limits';
import { pathNames } from '../settings/setting-name';
import type { AccountNames } from '../ui/accounts/account-names';
import { forbiddenWords } from './direction-words';

/** What a loss means to the person who has it; the name is that of the account that is not kept. */
export function lossWords(loss: Loss, name: string): string {
  switch (loss.kind) {
    case 'separateAccount':
      return $localize`Your ${name}:account: account will no longer be a separate account here.`;
    case 'settings':
      return $localize`Its settings with names that may not be used here, because a program could mistake them for something else: ${pathNames(loss.paths)}:names:.`;
    case 'portalData':
      return $localize`Anything this site has saved for that account.`;
    case 'access':
      return $localize`Its roles, groups and two-step verification, if you set them up.`;
  }
}

/** All losses in a sentence or two. */
export function lossesInShort(losses: readonly Loss[]): string {
  const has = (kind: Loss['kind']): boolean => losses.some((loss) => loss.kind === kind);
  const gone = has('portalData')
    ? $localize`You lose its roles, groups, two-step verification and anything this site has saved for it. Unlinking won't bring them back.`
    : $localize`You lose its roles, groups and two-step verification, if you set them up. Unlinking won't bring them back.`;

  return has('settings')
    ? $localize`${gone}:losses: Some of its settings are lost, too: see the details.`
    : gone;
}

/** What to notice before another account is absorbed. */
export function warningWords(warning: Warning, { second, absorbed }: AccountNames): string {
  switch (warning.kind) {
    case 'manyMethods':
      return $localize`Your ${absorbed}:account: account has ${warning.count}:count: sign-in methods. All of them move to the account that stays.`;
    case 'belongsElsewhere':
      return $localize`That sign-in method belongs to another account, which has ${warning.count}:count: sign-in methods: all of them would move. Is this you?`;
    case 'otherConnection':
      return $localize`You signed in with a method that opens another account. Is this you, and is it the account you meant?`;
    case 'newborn':
      if (warning.madeFor !== undefined) return madeForWords(warning.madeFor, warning, second);

      return warning.hasSettings === true
        ? $localize`This is a brand-new account that was created when you signed in just now, and it has settings already: open them below. Did you mean a different ${second}:account: account?`
        : $localize`This is a brand-new, empty account that was created when you signed in just now. Did you mean a different ${second}:account: account?`;
    case 'unlinkedBefore':
      return unlinkedWords(warning, second);
    case 'companyAbsorbed':
      return $localize`If you don't keep your work account, your company may create a second one for you. We recommend keeping it.`;
    case 'lookAlike':
      return $localize`Check that both addresses are yours. They look alike, but aren't the same:`;
  }
}

/** Of a number or an address that had no account before the sign-in. */
function madeForWords(
  messageTo: 'phone' | 'email',
  { hasSettings }: { readonly hasSettings?: true },
  address: string,
): string {
  if (hasSettings) {
    return $localize`No account used ${address}:address: until just now. The one made for it has settings already: open them below.`;
  }

  return messageTo === 'phone'
    ? $localize`No account used ${address}:address: until you signed in just now.`
    : $localize`No account used ${address}:address: to sign in with a code until just now.`;
}

/** Of what is there again because it was unlinked. */
function unlinkedWords(
  { atMs, hasSettings, madeFor }: Extract<Warning, { kind: 'unlinkedBefore' }>,
  name: string,
): string {
  if (madeFor !== undefined) {
    return atMs === undefined
      ? $localize`You unlinked ${name}:address: before.`
      : $localize`You unlinked ${name}:address: on ${day(atMs)}:date:.`;
  }
  const unlinked =
    atMs === undefined
      ? $localize`You unlinked this account before.`
      : $localize`You unlinked this account on ${day(atMs)}:date:.`;

  return hasSettings ? unlinked : $localize`${unlinked}:unlinked: It has been empty since.`;
}

const day = (atMs: number): string =>
  new Intl.DateTimeFormat($localize.locale ?? 'en', { dateStyle: 'medium' }).format(atMs);

/** Why a link cannot be done as it is planned, and what to do about it. */
export function blockerWords(blocker: Blocker): string {
  switch (blocker.kind) {
    case 'direction':
      return $localize`${forbiddenWords(blocker.why)}:reason: Choose the other account to keep, or cancel.`;
    case 'unfinished':
      return blocker.whose === 'kept'
        ? $localize`You didn't finish an earlier link of the account that stays. Leave this page, then finish or cancel that link first.`
        : $localize`You didn't finish an earlier link of the account you add. Sign in with that account, finish or cancel that link, then come back.`;
    case 'limit':
      return $localize`${whose(blocker.whose)}:whose: ${limitWords(blocker.limit)}:why: Contact support to reduce the saved settings, then try again.`;
    case 'profileSize':
      return $localize`The settings would take ${bytes(blocker.bytes)}:size: in the account that stays, and ${bytes(blocker.limit)}:limit: is all it can hold. Keep less of them, remove what is saved in your account, or tidy up one of the two; then come back.`;
  }
}

const whose = (party: 'kept' | 'absorbed'): string =>
  party === 'kept'
    ? $localize`The settings of the account that stays can't be compared:`
    : $localize`The settings of the account that is added can't be carried over:`;

function limitWords(limit: SettingsLimit): string {
  switch (limit) {
    case 'depth':
      return $localize`they are nested too deep.`;
    case 'keys':
      return $localize`there are too many of them.`;
    case 'text':
      return $localize`one of their texts is too long.`;
    case 'size':
      return $localize`they are larger than an account can hold.`;
  }
}

const bytes = (count: number): string =>
  $localize`${new Intl.NumberFormat($localize.locale ?? 'en').format(count)}:count: bytes`;
