import type { LigatureConfig } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { isCompany } from '../../../identity/connection-kinds';
import type { Drill, Step, Who } from './drill';
import { partsFor } from './parts';

/** Link and unlink, once for each way to sign in that people are offered. */
export const linkDrills = (config: LigatureConfig): readonly Drill[] =>
  config.connections.flatMap((connection) => {
    const parts = partsFor(config, connection);

    return parts === undefined
      ? []
      : [
          {
            id: `link-${connection.name}`,
            group: 'links' as const,
            title: $localize`Link and unlink: ${connection.label}:label:`,
            shows: $localize`An account of ${connection.label}:label: can be proven, joined and taken out again, and no setting is lost on the way.`,
            writes: $localize`Joins the two accounts, adds settings, and takes the accounts apart again.`,
            ...parts,
            steps: linkSteps(config, connection),
          },
        ];
  });

/** The steps of a link that goes well, up to its review. */
export const upToReview: readonly Step[] = [
  { kind: 'signIn', who: 'first' },
  { kind: 'openWizard' },
  { kind: 'prove', who: 'second' },
  { kind: 'see', shows: { phase: 'reviewing' } },
];

/** From the review to two accounts that are one. */
export const agreed = (kept: Who = 'first'): readonly Step[] => [
  { kind: 'keep', who: kept },
  { kind: 'agree' },
  { kind: 'see', shows: { phase: 'done' } },
];

/** The check of two accounts that have become one. */
export const areLinked = (kept: Who = 'first'): Step => ({
  kind: 'check',
  accounts: { kind: 'linked', kept, joined: kept === 'first' ? 'second' : 'first' },
});

function linkSteps({ policy }: LigatureConfig, { strategy }: Connection): readonly Step[] {
  const staysAsItIs = policy.enterpriseMustBePrimary && isCompany(strategy);
  const [kept, joined]: readonly [Who, Who] = staysAsItIs
    ? ['second', 'first']
    : ['first', 'second'];
  const unlinked: readonly Step[] = [
    { kind: 'goBack' },
    { kind: 'unlink', who: joined },
    { kind: 'see', shows: { phase: 'unlinked' } },
    { kind: 'check', accounts: { kind: 'apart', kept, joined } },
  ];

  return [...upToReview, ...agreed(kept), areLinked(kept), ...(policy.allowUnlink ? unlinked : [])];
}
