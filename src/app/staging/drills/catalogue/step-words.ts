import type { AccountsExpected, Drill, Shown, Step, Who } from './drill';

/** What an account is called in sentences. */
export const whoWords: Readonly<Record<Who, string>> = {
  first: $localize`first account`,
  second: $localize`second account`,
  third: $localize`third account`,
};

/** All steps of a drill as they are told. */
export const stepsInWords = (drill: Drill): readonly string[] =>
  drill.steps.map((step) => stepWords(step, drill));

/** A step as it is told to the person who goes through the drill. */
export function stepWords(step: Step, { connection }: Drill): string {
  switch (step.kind) {
    case 'signIn':
      return $localize`Sign in to the ${whoWords[step.who]}:account:.`;
    case 'openWizard':
      return $localize`Press “Add sign-in method”, then “${connection.label}:label:”.`;
    case 'prove':
      return $localize`Press “Continue with ${connection.label}:label:” if it is there, and sign in to the ${whoWords[step.who]}:account:.`;
    case 'proveAnother':
      return $localize`Press “Use a different account” and sign in to the ${whoWords[step.who]}:account:.`;
    case 'confirm':
      return $localize`Press “Confirm it's you” and sign in to the ${whoWords[step.who]}:account: once more.`;
    case 'signInAgain':
      return $localize`Press “Sign in again” and sign in to the ${whoWords[step.who]}:account:.`;
    case 'keep':
      return $localize`Press “Change” and choose the ${whoWords[step.who]}:account: as the one that stays.`;
    case 'takeTheirs':
      return $localize`Press “Change” and choose the other account's value for “${step.setting}:setting:”.`;
    case 'agree':
      return $localize`Press “Link accounts”; if you are asked, tick “Both are mine” first.`;
    case 'cancel':
      return $localize`Press “Cancel”.`;
    case 'tryAgain':
      return $localize`Press “Try again” and sign in with the ${whoWords[step.who]}:account:.`;
    case 'goBack':
      return $localize`Press “Done”.`;
    case 'unlink':
      return $localize`Unlink the ${whoWords[step.who]}:account:.`;
    case 'wait':
      return $localize`Wait until the sign-in is older than ${step.seconds}:seconds: seconds.`;
    case 'breakTenant':
      return $localize`Make the tenant fail: ${step.preset}:fault:.`;
    case 'see':
      return $localize`The page shows: ${shownWords(step.shows)}:state:.`;
    case 'check':
      return checkWords[step.accounts.kind];
  }
}

/** A state of the page by the names that `data-phase` and `data-failure` have. */
const shownWords = (shown: Shown): string =>
  shown.kind === 'phase' ? shown.phase : shown.codes.join(' / ');

const checkWords: Readonly<Record<AccountsExpected['kind'], string>> = {
  unchanged: $localize`Every account is as it was.`,
  linked: $localize`The two accounts are one, and nothing is lost.`,
  apart: $localize`The two accounts are apart again.`,
};
