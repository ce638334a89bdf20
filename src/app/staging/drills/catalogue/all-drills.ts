import type { LigatureConfig } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { isCompany } from '../../../identity/connection-kinds';
import { choiceDrills } from './choice-drills';
import type { Drill, FaultDrill, Step, Who } from './drill';
import { linkFaults } from './link-faults';
import { partsFor, usualConnection, type Parts } from './parts';
import { refusalDrills } from './refusal-drills';
import { signInFaults } from './sign-in-faults';
import { linked, sees, upToReview } from './steps';

/** Every drill that this configuration allows, in the order in which one would go through them. */
export const allDrills = (config: LigatureConfig): readonly Drill[] => [
  ...linkDrills(config),
  ...choiceDrills(config),
  ...refusalDrills(config),
  ...faultDrills(config),
];

/** Link and unlink, once for each way to sign in that people are offered. */
const linkDrills = (config: LigatureConfig): readonly Drill[] =>
  config.connections.flatMap((connection) => {
    const parts = partsFor(config, connection);

    return parts === undefined
      ? []
      : [
          {
            id: `link-${connection.name}`,
            group: 'links' as const,
            title: $localize`Link and unlink: ${connection.label}:label:`,
            shows: $localize`The account can be linked and unlinked again with ${connection.label}:label:, and no setting is lost.`,
            writes: $localize`Links the two accounts, adds settings, and unlinks the accounts again.`,
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

/** What must come of a link when the tenant or the network fails; only the local tenant fails on demand. */
function faultDrills(config: LigatureConfig): readonly Drill[] {
  const parts = partsFor(config, usualConnection(config));
  const faults = [...signInFaults(), ...linkFaults()];

  return parts === undefined ? [] : faults.map((fault) => drillOf(fault, parts));
}

const drillOf = ({ preset, title, shows, steps }: FaultDrill, parts: Parts): Drill => ({
  id: preset,
  group: 'faults',
  title,
  shows,
  writes: $localize`Makes the local tenant fail, and links the two accounts as far as it can.`,
  ...parts,
  steps: steps({ kind: 'breakTenant', preset }),
  // Nothing asks for cookies where no frame and no embedded form is used, and that is what this one shows.
  ...(preset !== 'cookies-blocked' && { fault: preset }),
});
