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
  title: $localize`E-mail that is not verified`,
  shows: $localize`An account that anybody could have made in somebody's name is not linked.`,
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
  shows: $localize`Nobody can link at a screen that was left: the person confirms that it is them, and goes on.`,
  writes: $localize`Joins the second account to the first one, once the person has confirmed.`,
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
