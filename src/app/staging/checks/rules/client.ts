import type { Check } from './check';
import { signInFailure, inConfigFile, ok, tenantSilent } from './verdict';

export const client = (): Check => ({
  id: 'client',
  group: 'application',
  title: $localize`Application`,
  problem: $localize`The tenant does not know this application as a public one`,
  why: $localize`The client ID says which application asks. An application that the tenant does not know, or that has a secret, gets no token.`,
  async run({ exchange, config }) {
    const answer = await exchange('authorization_code');
    if (answer.kind === 'unreadable') return tenantSilent('token-cors');
    const { error } = answer.json;
    if (answer.status === 401 || error === 'invalid_client') {
      return signInFailure(
        $localize`For the tenant, ${config.tenant.clientId}:client: is not a public application.`,
        inConfigFile(
          $localize`Applications › your application › Settings › Client ID, and Application Type: Single Page Application`,
          '"tenant": { "clientId": "…" }',
          { page: 'application' },
        ),
      );
    }

    return ok(
      $localize`The tenant knows ${config.tenant.clientId}:client: and does not ask it for a secret.`,
    );
  },
});
