import type { Connection } from '../../identity/connection';
import type { Direction } from '../../identity/link/link-direction';
import type { LinkPlan } from '../../identity/link/link-plan';
import { accountNames } from '../ui/account-names';
import { adviceWords, forbiddenWords } from './direction-words';

/** One of the two accounts, offered as the one that is kept. */
export interface DirectionOption {
  readonly direction: Direction;
  readonly name: string;
  readonly idEnd: string;
  readonly createdAtMs: number | undefined;
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  /** Why it is the better choice; `undefined` where it is not. */
  readonly advice: string | undefined;
  /** Why it cannot be chosen; `undefined` where it can. */
  readonly blocker: string | undefined;
}

/** Both accounts as choices: the one in use first, whichever is chosen. */
export function directionOptions(
  plan: LinkPlan,
  connections: readonly Connection[],
): readonly DirectionOption[] {
  const { direction, advice } = plan;
  const names = accountNames(plan, connections);
  const kept = { account: plan.kept, name: names.kept };
  const absorbed = { account: plan.absorbed, name: names.absorbed };
  const [first, second] = direction === 'keepFirst' ? [kept, absorbed] : [absorbed, kept];

  return [['keepFirst', first] as const, ['keepSecond', second] as const].map(
    ([option, { account, name }]) => {
      const why = advice.forbidden.get(option);
      const isBetter = option === advice.recommended && why === undefined;

      return {
        direction: option,
        name,
        idEnd: account.userId.slice(-4),
        createdAtMs: account.createdAtMs,
        isFirst: option === 'keepFirst',
        isChosen: option === direction,
        advice: isBetter ? adviceWords(advice) : undefined,
        blocker: why && forbiddenWords(why),
      };
    },
  );
}
