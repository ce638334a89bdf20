import type { LigatureConfig } from '../../../config/ligature-config';
import { choiceDrills } from './choice-drills';
import type { Drill } from './drill';
import { faultDrills } from './fault-drills';
import { linkDrills } from './link-drills';
import { refusalDrills } from './refusal-drills';

/** Every drill that this configuration allows, in the order in which one would go through them. */
export const allDrills = (config: LigatureConfig): readonly Drill[] => [
  ...linkDrills(config),
  ...choiceDrills(config),
  ...refusalDrills(config),
  ...faultDrills(config),
];
