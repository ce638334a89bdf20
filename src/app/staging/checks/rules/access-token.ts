import type { Check } from './check';
import { textOf } from './text-of';
import { failure, inConfigFile, inTenantFile, nobodySignedIn, ok } from './verdict';

export const audience = (): Check => ({
  id: 'audience',
  group: 'tokens',
  title: $localize`Token for the Management API`,
  problem: $localize`The access token is not for the Management API`,
  why: $localize`The Management API refuses a token for another audience, and an opaque one, with a message about the header.`,
  async run({ tokens, config }) {
    const facts = await tokens();
    if (facts === undefined) return nobodySignedIn();
    const wanted = config.tenant.audience;
    const seen = [facts.accessToken?.claims.get('aud')].flat().map(String);
    if (facts.accessToken !== undefined && seen.includes(wanted)) {
      return ok($localize`The access token is for ${wanted}:audience:.`);
    }

    return failure(
      $localize`The access token is not for ${wanted}:audience:.`,
      inConfigFile(
        $localize`APIs › Auth0 Management API › Identifier; with the slash at the end`,
        `"tenant": { "audience": "https://{tenant}/api/v2/" }`,
        { page: 'managementApi' },
      ),
      [{ name: 'aud', value: facts.accessToken === undefined ? '–' : seen }],
    );
  },
});

/** The tenant leaves out what it does not grant, and says so nowhere else. */
export const scopes = (needed: readonly string[]): Check => ({
  id: 'scopes',
  group: 'tokens',
  title: $localize`Scopes`,
  problem: $localize`Scopes are missing`,
  why: $localize`The tenant leaves out a scope that it does not grant, without saying so. Nobody notices until an account is read or linked.`,
  async run({ tokens }) {
    const facts = await tokens();
    if (facts === undefined) return nobodySignedIn();
    const granted = textOf(facts.accessToken?.claims.get('scope')).split(' ');
    const missing = needed.filter((scope) => !granted.includes(scope));
    const seen = [
      { name: $localize`granted`, value: granted.join(' ') },
      { name: $localize`needed`, value: needed.join(' ') },
    ];
    if (missing.length === 0)
      return ok($localize`All the scopes that linking needs are granted.`, seen);

    return failure(
      $localize`Not granted: ${missing.join(', ')}:scopes:.`,
      inTenantFile(
        $localize`Applications › your application › APIs › Auth0 Management API › User Access: allow these scopes, then sign in again`,
        `# User access to the Management API:\n${missing.map((scope) => `#   - ${scope}`).join('\n')}`,
        { page: 'applicationApis', value: missing.join(' '), now: granted.join(' ') },
      ),
      seen,
    );
  },
});

export const authorizedParty = (): Check => ({
  id: 'authorized-party',
  group: 'tokens',
  title: $localize`Authorized party (azp)`,
  problem: $localize`The tokens are not both for this application (azp)`,
  why: $localize`The tenant refuses a link unless the access token and the second ID token are for the same application.`,
  async run({ tokens, config }) {
    const facts = await tokens();
    if (facts === undefined) return nobodySignedIn();
    const { clientId } = config.tenant;
    const azp = facts.accessToken?.claims.get('azp');
    const aud = facts.idToken.claims.get('aud');
    const seen = [
      { name: 'azp', value: textOf(azp) },
      { name: 'aud', value: textOf(aud) },
    ];
    if (azp === clientId && aud === clientId) {
      return ok($localize`Both tokens are for ${clientId}:client:.`, seen);
    }

    return failure(
      $localize`The tokens are not both for ${clientId}:client:.`,
      inConfigFile(
        $localize`Applications › your application › Settings › Client ID; one application for both sign-ins`,
        `"tenant": { "clientId": "…" }`,
        { page: 'application' },
      ),
      seen,
    );
  },
});
