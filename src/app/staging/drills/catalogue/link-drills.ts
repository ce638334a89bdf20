import type { LigatureConfig } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { isCompany } from '../../../identity/connection-kinds';
import type { Drill, Step, Who } from './drill';
import { partsFor } from './parts';
import { linked, sees, upToReview } from './steps';

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

function linkSteps({ policy }: LigatureConfig, { strategy }: Connection): readonly Step[] {
  const staysAsItIs = policy.enterpriseMustBePrimary && isCompany(strategy);
  const [kept, joined]: readonly [Who, Who] = staysAsItIs
    ? ['second', 'first']
    : ['first', 'second'];
  const unlinked: readonly Step[] = [
    { kind: 'goBack' },
    { kind: 'unlink', who: joined },
    sees('unlinked'),
    { kind: 'check', accounts: { kind: 'apart', kept, joined } },
  ];

  return [...upToReview, ...linked(kept), ...(policy.allowUnlink ? unlinked : [])];
}
