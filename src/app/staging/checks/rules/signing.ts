import { isJsonObject } from '../../../identity/json';
import type { Check } from './check';
import { textOf } from './text-of';
import { failure, inTenantFile, ok, tenantSilent } from './verdict';

const fix = () =>
  inTenantFile(
    $localize`Applications › your application › Settings › Advanced › OAuth › JsonWebToken Signature Algorithm: RS256`,
    'jwt_configuration:\n  alg: RS256',
    { page: 'application' },
  );

export const signing = (): Check => ({
  id: 'signing',
  group: 'tenant',
  title: $localize`Keys and signatures (RS256)`,
  problem: $localize`ID tokens are not signed with a published RS256 key`,
  why: $localize`A page cannot keep a shared secret, so the tenant must sign ID tokens with its private key. This application and the tenant's link refuse all others.`,
  async run({ jwks, tokens }) {
    const answer = await jwks();
    if (answer.kind === 'unreadable') return tenantSilent();
    const keys = Array.isArray(answer.json['keys']) ? answer.json['keys'].filter(isJsonObject) : [];
    const usable = keys.filter(({ kty, alg }) => kty === 'RSA' && (alg ?? 'RS256') === 'RS256');
    if (usable.length === 0) {
      return failure($localize`The tenant publishes no key for RS256.`, fix());
    }
    const header = (await tokens())?.idToken.header;
    const facts = [{ name: 'alg', value: textOf(header?.get('alg')) }];
    if (header !== undefined && header.get('alg') !== 'RS256') {
      return failure($localize`ID tokens are signed with another algorithm.`, fix(), facts);
    }
    if (header !== undefined && !usable.some(({ kid }) => kid === header.get('kid'))) {
      return failure(
        $localize`The ID token is signed with a key that the tenant no longer publishes. Sign in again.`,
        { setting: $localize`Settings › Signing Keys` },
        facts,
      );
    }

    return ok(
      header === undefined
        ? $localize`The tenant publishes ${usable.length}:count: keys for RS256. Sign in to compare an ID token with them.`
        : $localize`The ID token is signed with RS256 and a key that the tenant publishes.`,
      facts,
    );
  },
});
