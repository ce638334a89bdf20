import type { LinkPolicy } from '../link/link-policy';

/** What an operator has decided who has changed nothing. */
export const usualPolicy: LinkPolicy = {
  allowSwap: true,
  enterpriseMustBePrimary: true,
  reservedMetadata: [],
  metadataPresets: new Map(),
};
