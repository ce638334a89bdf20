import type { Blocker } from '../../identity/link/link-blockers';
import type { Loss, Warning } from '../../identity/link/link-warnings';
import type { SettingsLimit } from '../../identity/settings/settings-limits';
import { displayText } from '../../identity/text/display-text';
import { forbiddenWords } from './direction-words';

/** What a loss means to the person who has it. */
export function lossWords(loss: Loss): string {
  switch (loss.kind) {
    case 'separateAccount':
      return $localize`The account that joins stops being an account of its own.`;
    case 'settings':
      return $localize`Its settings with names that may not be used here, because a program could mistake them for something else: ${loss.paths.map(displayText).join(', ')}:names:.`;
    case 'portalData':
      return $localize`What this site has noted about it.`;
    case 'access':
      return $localize`Its roles, its memberships and its second sign-in step, if it has any.`;
  }
}

/** What to notice before another account is absorbed. */
export function warningWords(warning: Warning): string {
  switch (warning.kind) {
    case 'manyMethods':
      return $localize`The account that joins has ${warning.count}:count: sign-in methods of its own. All of them move to the account you keep.`;
    case 'belongsElsewhere':
      return $localize`That sign-in method belongs to another account, which has ${warning.count}:count: sign-in methods: all of them would move. Is this you?`;
    case 'otherConnection':
      return $localize`You signed in with a method that opens another account. Is this you, and is it the account you meant?`;
    case 'newborn':
      return warning.hasSettings === true
        ? $localize`The account you just signed in to has only now been made by doing so, and has settings already: look at them below. Did you mean another one?`
        : $localize`The account you just signed in to has only now been made by doing so, and is empty. Did you mean another one?`;
    case 'companyAbsorbed':
      return $localize`The account that joins is managed by a company. Its directory may make it anew, or lose track of you. Better keep that one.`;
    case 'lookAlike':
      return $localize`The names of the two accounts look alike, and are not the same. Read them letter by letter: is each of them yours?`;
  }
}

/** Why a link cannot be done as it is planned, and what to do about it. */
export function blockerWords(blocker: Blocker): string {
  switch (blocker.kind) {
    case 'direction':
      return $localize`${forbiddenWords(blocker.why)}:reason: Choose the other account to keep, or cancel.`;
    case 'unfinished':
      return blocker.whose === 'kept'
        ? $localize`An earlier link of the account you keep was left unfinished. Cancel, then continue or undo that one first.`
        : $localize`An earlier link of the account that joins was left unfinished. Sign in with that account, continue or undo that link, then come back.`;
    case 'limit':
      return $localize`${whose(blocker.whose)}:whose: ${limitWords(blocker.limit)}:why: Have them tidied up where they are used, then come back.`;
    case 'profileSize':
      return $localize`The settings would take ${bytes(blocker.bytes)}:size: in the account you keep, and ${bytes(blocker.limit)}:limit: is all it can hold. Keep less of them, remove what is kept aside in your account, or tidy up one of the two; then come back.`;
  }
}

const whose = (party: 'kept' | 'absorbed'): string =>
  party === 'kept'
    ? $localize`The settings of the account you keep cannot be compared:`
    : $localize`The settings of the account that joins cannot be carried over:`;

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
