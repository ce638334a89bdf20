import type { SignInProblem } from './session/primary/session-state';

/** Says on the start page why nobody was signed in, and what helps; never in words of the tenant's. */
export function problemWords(problem: SignInProblem): string {
  switch (problem) {
    case 'denied':
      return $localize`You were not signed in: the sign-in was not allowed. Try again if you like.`;
    case 'blocked':
      return $localize`You were not signed in: that account cannot be used here. It is blocked, or this site does not let it in, and trying again does not help. Use another account, or tell the people who run this site.`;
    case 'not-set-up':
      return $localize`You were not signed in: the sign-in service refuses this site, or the way you came. Trying again does not help. If you followed an invitation, ask for a new one; otherwise tell the people who run this site.`;
    case 'unreachable':
      return $localize`You were not signed in: the sign-in service cannot be reached. Check your connection, then try again.`;
    case 'busy':
      return $localize`You were not signed in: the sign-in service is busy. Wait a minute, then try again.`;
    case 'tenant-error':
      return $localize`You were not signed in: the sign-in service has a problem. Try again in a few minutes.`;
    case 'failed':
      return $localize`You were not signed in: something went wrong on the way. Try again; if it keeps happening, tell the people who run this site.`;
  }
}
