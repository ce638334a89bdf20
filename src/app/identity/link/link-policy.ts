import type { Decision } from '../settings/settings-comparison';
import type { DirectionPolicy } from './link-direction';

/** What an operator has decided about links, beyond who may be linked. */
export interface LinkPolicy extends DirectionPolicy {
  /** Root keys of settings that belong to the portal and never cross. */
  readonly reservedMetadata: readonly string[];
  /** What is proposed where both accounts have a value of their own, by root key. */
  readonly metadataPresets: ReadonlyMap<string, Decision>;
}
