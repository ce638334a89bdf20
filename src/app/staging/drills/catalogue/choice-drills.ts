import type { LigatureConfig } from '../../../config/ligature-config';
import type { Drill } from './drill';
import { drillSetting } from './drill-settings';
import { partsFor, part, usualConnection, type Parts } from './parts';
import { areLinked, areUnchanged, linked, sees, toTheWizard, upToReview } from './steps';

/** What a person may decide on the way, and what must come of it. */
export function choiceDrills(config: LigatureConfig): readonly Drill[] {
  const connection = usualConnection(config);
  const parts = partsFor(config, connection);
  const differing = partsFor(config, connection, {
    first: { [drillSetting.language]: 'en' },
    second: { [drillSetting.language]: 'fr' },
  });
  if (parts === undefined || differing === undefined) return [];

  return [
    ...(config.policy.allowSwap ? [swap(parts)] : []),
    conflict(differing),
    cancel(parts),
    wrongAccount(parts),
  ];
}

const swap = (parts: Parts): Drill => ({
  id: 'swap',
  group: 'choices',
  title: $localize`Swap: the other account stays`,
  shows: $localize`The second account can be the one that stays, and the person goes on with that account.`,
  writes: $localize`Links the first account to the second one.`,
  ...parts,
  steps: [...upToReview, ...linked('second')],
});

const conflict = (parts: Parts): Drill => ({
  id: 'conflict',
  group: 'choices',
  title: $localize`Conflict: both accounts have a value`,
  shows: $localize`What the person chooses is what they have afterwards, and the other value is saved.`,
  writes: $localize`Links the two accounts and changes a setting of the first one.`,
  ...parts,
  steps: [
    ...upToReview,
    { kind: 'keep', who: 'first' },
    { kind: 'takeTheirs', setting: drillSetting.language },
    { kind: 'agree' },
    sees('done'),
    areLinked('first', { [drillSetting.language]: 'fr' }),
  ],
});

const cancel = (parts: Parts): Drill => ({
  id: 'cancel',
  group: 'choices',
  title: $localize`Cancel halfway`,
  shows: $localize`If the person cancels at the review, nothing has changed.`,
  writes: $localize`Nothing, if it passes.`,
  ...parts,
  steps: [...upToReview, { kind: 'cancel' }, areUnchanged],
});

const wrongAccount = ({ connection, participants }: Parts): Drill => ({
  id: 'wrong-account',
  group: 'choices',
  title: $localize`Wrong account first`,
  shows: $localize`If the person signs in to the wrong account and then to another one, the wrong account stays as it is.`,
  writes: $localize`Links the second account to the first one; the third one stays as it is.`,
  connection,
  participants: { ...participants, third: part(connection, { [drillSetting.mistake]: true }) },
  steps: [
    ...toTheWizard,
    { kind: 'prove', who: 'third' },
    sees('reviewing'),
    { kind: 'proveAnother', who: 'second' },
    sees('reviewing'),
    ...linked(),
  ],
});
