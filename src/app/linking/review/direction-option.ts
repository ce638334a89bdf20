import type { Connection } from '../../identity/connection';
import type { Direction } from '../../identity/link/link-direction';
import { inOrder, type LinkPlan } from '../../identity/link/link-plan';
import { accountNames } from '../ui/accounts/account-names';
import { adviceWords, forbiddenWords, priceWords, strangerWords } from './direction-words';

/** One of the two accounts, offered as the one that stays. */
export interface DirectionOption {
  readonly direction: Direction;
  readonly name: string;
  /** The strategy of the account's own method, whose mark is shown. */
  readonly strategy: string;
  readonly isChosen: boolean;
  /** Why it is the better choice; `undefined` where it is not, or where it may not be the account that was meant. */
  readonly advice: string | undefined;
  /** What it costs, sentence by sentence. */
  readonly price: readonly string[];
  /** Whether it costs what the person has in the account they use. */
  readonly isDear: boolean;
  /** Why it cannot be chosen; `undefined` where it can. */
  readonly blocker: string | undefined;
}

/** Both accounts as choices: the one in use first, whichever is chosen. */
export function directionOptions(
  plan: LinkPlan,
  connections: readonly Connection[],
): readonly DirectionOption[] {
  const names = accountNames(plan, connections);
  const { first, second } = inOrder(plan);
  const kept = optionFor(plan, 'keepFirst');
  const swapped = optionFor(plan, 'keepSecond');

  return [
    {
      ...kept,
      name: names.first,
      strategy: first.identities[0].provider,
      price: kept.isChosen ? [strangerWords(names.second)] : [],
      isDear: false,
    },
    {
      ...swapped,
      name: names.second,
      strategy: second.identities[0].provider,
      price: swapped.blocker
        ? []
        : [
            priceWords(names.first, first.hasAppMetadata),
            ...(swapped.isChosen
              ? [
                  strangerWords(names.first),
                  $localize`You'll be signed in with your ${names.second}:account: account from then on.`,
                ]
              : []),
          ],
      isDear: true,
    },
  ];
}

function optionFor(
  { advice, direction: chosen, isSecondDoubtful }: LinkPlan,
  direction: Direction,
) {
  const why = advice.forbidden.get(direction);
  const isBetter = direction === advice.recommended && why === undefined;
  const isDoubtful = direction === 'keepSecond' && isSecondDoubtful;

  return {
    direction,
    isChosen: direction === chosen,
    advice: isBetter && !isDoubtful ? adviceWords(advice) : undefined,
    blocker: why && forbiddenWords(why),
  };
}
