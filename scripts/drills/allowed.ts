import type { AppConfig } from '../lib/app-config.ts';
import { CommandError } from '../lib/command-error.ts';

/** Throws unless drills may write to the accounts of this configuration's tenant. */
export function expectDrillsAllowed(config: AppConfig): void {
  if (!['staging', 'development'].includes(String(config.tenant.environment))) {
    throw new CommandError(
      'Drills write to accounts, and this tenant is one of production. ' +
        'If its accounts are made up, say so in the configuration: tenant.environment: "staging".',
    );
  }
  if (config.staging !== true) {
    throw new CommandError(
      'Drills are a page of the staging console. Turn it on in the configuration: staging: true.',
    );
  }
}
