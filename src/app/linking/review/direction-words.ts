import type { DirectionAdvice, Forbidden } from '../../identity/link/link-direction';

/** Why an account cannot be the one that is kept. */
export function forbiddenWords(why: Forbidden): string {
  switch (why) {
    case 'noSwap':
      return $localize`This site lets you keep only the account you are using.`;
    case 'companyMustStay':
      return $localize`The other account is managed by a company and has to be the one that is kept.`;
  }
}

/** Why one account is the better one to keep. */
export function adviceWords({ recommended, reason }: DirectionAdvice): string {
  switch (reason) {
    case 'company':
      return $localize`It is managed by your company, which might lose track of it otherwise.`;
    case 'older':
      return $localize`It is the older one, so more of what you use is likely to know it.`;
    case 'moreMethods':
      return $localize`It has more sign-in methods.`;
    case 'moreSettings':
      return $localize`It has more settings.`;
    case 'asUsual':
      return recommended === 'keepFirst'
        ? $localize`It is the one you are using now.`
        : $localize`It is the only one that can be kept.`;
  }
}
