import { displayText } from '../../identity/display-text';
import type { Loss, Warning } from '../../identity/link-plan';

/** What a loss means to the person who has it. */
export function lossWords(loss: Loss): string {
  switch (loss.kind) {
    case 'separateAccount':
      return $localize`The account that joins stops being an account of its own.`;
    case 'settings':
      return $localize`Its settings: ${loss.keys.map(displayText).join(', ')}:names:.`;
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
      return $localize`That account has ${warning.count}:count: sign-in methods of its own. All of them move to the account you keep.`;
    case 'otherConnection':
      return $localize`You signed in with a method that opens another account. Is this you, and is it the account you meant?`;
    case 'newborn':
      return $localize`That account has just been made by signing in to it, and is empty. Did you mean another one?`;
  }
}
