import type { StateEvent } from '../trace-event';

/** What it means that something has come to a state, by what it is of and by the state. */
const words: ReadonlyMap<string, string> = new Map([
  ['session signedIn', $localize`Somebody is signed in to this tab`],
  ['session signedOut', $localize`Nobody is signed in to this tab`],
  [
    'session newPerson',
    $localize`Another person than before has signed in to this browser, and is asked whether to continue`,
  ],
  [
    'session anotherPerson',
    $localize`Another person has signed in, so this page used nothing of it`,
  ],
  ['link idle', $localize`The link is at its beginning again`],
  ['link confirmingPrimary', $localize`The page asks the person to confirm that it is them`],
  ['link signingIn', $localize`The page waits for the sign-in to the second account`],
  ['link signInUnknown', $localize`The page cannot see the sign-in window`],
  ['link reading', $localize`The page reads both accounts`],
  ['link reviewing', $localize`The page shows the review to the person`],
  ['link preparing', $localize`The link begins: the page looks at both accounts again`],
  ['link sending', $localize`The link is on its way`],
  ['link closing', $localize`The accounts are linked, and the page saves what belongs to it`],
  ['link done', $localize`The link is finished, and the person sees the receipt`],
  ['link unknown', $localize`The page is not sure whether the accounts are linked`],
  ['link failed', $localize`The accounts are not linked, and the person sees why`],
  ['unlink idle', $localize`The unlink is at its beginning again`],
  ['unlink confirmingPrimary', $localize`The page asks the person to confirm that it is them`],
  ['unlink reviewing', $localize`The page shows the person what unlinking would do`],
  ['unlink sending', $localize`The unlink is on its way`],
  ['unlink done', $localize`The sign-in method is unlinked`],
  ['unlink unknown', $localize`The page is not sure whether the sign-in method is unlinked`],
  ['unlink failed', $localize`The sign-in method is not unlinked, and the person sees why`],
]);

/** What has come about. */
export const stateWords = ({ of, to }: StateEvent): string =>
  words.get(`${of} ${to}`) ?? $localize`${of}:what: is now: ${to}:state:`;
