import type { Check } from './check';
import { textOf } from './text-of';
import { failure, inConfigFile, inTenantFile, nobodySignedIn, ok } from './verdict';

export const audience = (): Check => ({
  id: 'audience',
  group: 'tokens',
  title: $localize`Token for the Management API`,
  why: $localize`A token for another audience, or an opaque one, is refused by the Management API with a message about its header.`,
  async run({ tokens, config }) {
    const facts = await tokens();
    if (facts === undefined) return nobodySignedIn();
    const wanted = config.tenant.audience;
    const seen = [facts.accessToken?.claims.get('aud')].flat().map(String);
    if (facts.accessToken !== undefined && seen.includes(wanted)) {
      return ok($localize`The access token is made out to ${wanted}:audience:.`);
    }

    return failure(
      $localize`The access token is not made out to ${wanted}:audience:.`,
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
  why: $localize`A scope that the tenant does not grant is left out without a word, and missed only when an account is to be read or linked.`,
  async run({ tokens }) {
    const facts = await tokens();
    if (facts === undefined) return nobodySignedIn();
    const granted = textOf(facts.accessToken?.claims.get('scope')).split(' ');
    const missing = needed.filter((scope) => !granted.includes(scope));
    const seen = [
      { name: 'granted', value: granted.join(' ') },
      { name: 'needed', value: needed.join(' ') },
    ];
    if (missing.length === 0) return ok($localize`Everything that is needed is granted.`, seen);

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
  why: $localize`A link is refused unless the access token and the second ID token come from one and the same application.`,
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
      return ok($localize`Both tokens were made for ${clientId}:client:.`, seen);
    }

    return failure(
      $localize`The tokens were not both made for ${clientId}:client:.`,
      inConfigFile(
        $localize`Applications › your application › Settings › Client ID; one application for both sign-ins`,
        `"tenant": { "clientId": "…" }`,
        { page: 'application' },
      ),
      seen,
    );
  },
});
