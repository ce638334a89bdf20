import type { LigatureConfig } from '../../../config/ligature-config';
import type { Drill } from './drill';
import { firstConnection, part, partsFor, usualConnection, type Parts } from './parts';
import { areUnchanged, linkedFromTheStart, sees, seesFailure, toTheWizard } from './steps';

/** What must not be linked, or not yet. */
export function refusalDrills(config: LigatureConfig): readonly Drill[] {
  const { confirmWithin, requireVerifiedEmail } = config.policy;
  const parts = partsFor(config, usualConnection(config));
  const same = partsFor(config, firstConnection(config));

  return [
    ...(same === undefined ? [] : [sameAccount(same)]),
    ...(parts === undefined ? [] : [expired(parts, confirmWithin)]),
    ...(parts === undefined || !requireVerifiedEmail ? [] : [unverified(parts)]),
  ];
}

const sameAccount = ({ connection, participants: { first } }: Parts): Drill => ({
  id: 'same-account',
  group: 'refusals',
  title: $localize`Same account`,
  shows: $localize`An account is not linked to itself.`,
  writes: $localize`Nothing, if it passes.`,
  connection,
  participants: { first },
  steps: [
    ...toTheWizard,
    { kind: 'prove', who: 'first' },
    seesFailure('same-account'),
    areUnchanged,
  ],
});

const unverified = ({ connection, participants: { first } }: Parts): Drill => ({
  id: 'unverified-email',
  group: 'refusals',
  title: $localize`Unverified email address`,
  shows: $localize`An account that anyone could have made in someone else's name is not linked.`,
  writes: $localize`Nothing, if it passes.`,
  connection,
  participants: { first, second: part(connection, {}, false) },
  steps: [
    ...toTheWizard,
    { kind: 'prove', who: 'second' },
    seesFailure('email-unverified'),
    areUnchanged,
  ],
});

const expired = (parts: Parts, confirmWithin: number): Drill => ({
  id: 'expired-sign-in',
  group: 'refusals',
  title: $localize`Sign-in that is too old`,
  shows: $localize`Nobody can link on a screen that its owner has left: the person confirms that it is them, then goes on.`,
  writes: $localize`Links the second account to the first one, once the person has confirmed that it is them.`,
  ...parts,
  steps: [
    { kind: 'signIn', who: 'first' },
    { kind: 'wait', seconds: confirmWithin },
    { kind: 'openWizard' },
    sees('confirmingPrimary'),
    { kind: 'confirm', who: 'first' },
    ...linkedFromTheStart,
  ],
});
