import type { Loss } from '../../identity/link-plan';

/** What a loss means to the person who has it. */
export function lossWords(loss: Loss): string {
  switch (loss.kind) {
    case 'separateAccount':
      return $localize`The account that joins stops being an account of its own.`;
    case 'settings':
      return $localize`Its settings: ${loss.keys.join(', ')}:names:.`;
    case 'portalData':
      return $localize`What this site has noted about it.`;
    case 'access':
      return $localize`Its roles, its memberships and its second sign-in step, if it has any.`;
  }
}
