import type { DirectionAdvice, Forbidden } from '../../identity/link/link-direction';
import type { LinkPlan } from '../../identity/link/link-plan';
import type { AccountNames } from '../ui/accounts/account-names';

/** Why an account cannot be the one that is kept. */
export function forbiddenWords(why: Forbidden): string {
  switch (why) {
    case 'noSwap':
      return $localize`This site lets you keep only the account you are using.`;
    case 'companyMustStay':
      return $localize`Your company manages the other account, so that one has to stay.`;
  }
}

/** Why one account is the better one to keep. */
export function adviceWords({ recommended, reason }: DirectionAdvice): string {
  switch (reason) {
    case 'company':
      return $localize`Your company manages it, and might lose track of you otherwise.`;
    case 'older':
      return $localize`You've had it longest, so more of your apps use it.`;
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

/** What it costs not to keep an account, by its name. */
export const priceWords = (name: string, hasAppData: boolean): string =>
  hasAppData
    ? $localize`You lose the roles, groups and app data of your ${name}:account: account.`
    : $localize`You lose the roles and groups of your ${name}:account: account.`;

/** What other systems may make of an account that is not kept, by its name. */
export const strangerWords = (name: string): string =>
  $localize`Other apps that knew you through your ${name}:account: account may treat you as a new user.`;

/** What is no choice, and is said before all else: a company's account stays. `undefined` where one can choose. */
export function mustStayWords(
  { advice, direction, absorbed, blockers }: LinkPlan,
  { kept, absorbed: name }: AccountNames,
): string | undefined {
  const other = direction === 'keepFirst' ? 'keepSecond' : 'keepFirst';
  const isForced = advice.forbidden.get(other) === 'companyMustStay';
  if (!isForced || blockers.some(({ kind }) => kind === 'direction')) return undefined;
  const stays = $localize`Your company manages your ${kept}:account: account, so that is the one that stays.`;
  if (direction === 'keepFirst') return stays;

  return $localize`${stays}:stays: ${priceWords(name, absorbed.hasAppMetadata)}:price: You'll be signed in with your ${kept}:account: account from then on.`;
}
