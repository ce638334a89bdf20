import { posix } from 'node:path';

import type { Rule } from '@angular-devkit/schematics';
/** Says where the configuration is written: among the files that a portal serves as they are. */
export const configPath = (root: string): string =>
  posix.join('/', root, 'public', 'ligature.json');

/** Writes a configuration to start from; one that is there stays as it is. */
export function writeConfig(
  path: string,
  tenant: { readonly origin: string; readonly clientId: string },
): Rule {
  return (tree, { logger }) => {
    if (tree.exists(path)) {
      logger.info(`${path.slice(1)} is there already, and was not changed.`);

      return;
    }
    const { origin, clientId } = tenant;
    const up = '../'.repeat(path.split('/').length - 2);
    const config = {
      $schema: `${up}node_modules/ligature-angular/config.schema.json`,
      tenant: {
        domain: origin.replace(/^https:\/\//, ''),
        clientId,
        audience: `${origin}/api/v2/`,
        environment: 'development',
      },
      connections: [
        {
          name: 'Username-Password-Authentication',
          strategy: 'auth0',
          label: 'Email and password',
        },
        { name: 'google-oauth2', strategy: 'google-oauth2', label: 'Google' },
      ],
    };
    tree.create(path, `${JSON.stringify(config, null, 2)}\n`);
  };
}
