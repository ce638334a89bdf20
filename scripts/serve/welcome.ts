import type { ServedTenant } from '../../tenant/src/serve.ts';
import { tenantOrigin } from '../lib/app-config.ts';
import type { LocalPlan } from './local-servers.ts';
import { textTable } from '../lib/text-table.ts';

/** What is shown once everything runs: the addresses, and who can sign in. */
export function welcome({ config, appUrl }: LocalPlan, tenant: ServedTenant | undefined): string {
  const addresses = `Application  ${appUrl}\nTenant       ${tenantOrigin(config)}`;
  if (tenant === undefined) return `${addresses} (not on this machine)\n\nCtrl-C stops it.`;

  const people = textTable(
    ['Person', 'Sign-in', 'Account', 'Password'],
    tenant.people.map(({ name, connection, account, password }) => [
      name,
      connection,
      account,
      password ?? '',
    ]),
  );

  return `${addresses}\n\n${people}\n\nCtrl-C stops both.`;
}
