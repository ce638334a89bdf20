import type { LigatureConfig } from '../../../config/ligature-config';
import type { Drill, FaultDrill } from './drill';
import { linkFaults } from './link-faults';
import { partsFor, usualConnection, type Parts } from './parts';
import { signInFaults } from './sign-in-faults';

/** What must come of a link when the tenant or the network fails; only the local tenant fails on demand. */
export function faultDrills(config: LigatureConfig): readonly Drill[] {
  const parts = partsFor(config, usualConnection(config));
  const faults = [...signInFaults(), ...linkFaults()];

  return parts === undefined ? [] : faults.map((fault) => drillOf(fault, parts));
}

const drillOf = ({ preset, title, shows, steps }: FaultDrill, parts: Parts): Drill => ({
  id: preset,
  group: 'faults',
  title,
  shows,
  writes: $localize`Has the local tenant misbehave, and joins the two accounts as far as that lets it.`,
  ...parts,
  steps: steps({ kind: 'breakTenant', preset }),
  // Nothing asks for cookies where no frame and no embedded form is used, and that is what this one shows.
  ...(preset !== 'cookies-blocked' && { fault: preset }),
});
