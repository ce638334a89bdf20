import { ask, membersOf } from './ask.ts';
import type { ProbedTenant, Question } from './question.ts';

const discoveryKeys = [
  ...['issuer', 'authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'],
  ...['revocation_endpoint', 'scopes_supported', 'response_types_supported'],
  ...['code_challenge_methods_supported', 'response_modes_supported', 'subject_types_supported'],
  ...['id_token_signing_alg_values_supported', 'token_endpoint_auth_methods_supported'],
  ...['claims_supported', 'request_uri_parameter_supported', 'request_parameter_supported'],
];

async function discovered(tenant: ProbedTenant, key: string): Promise<unknown> {
  return membersOf(await ask(tenant, '/.well-known/openid-configuration'))[key];
}

/** Whether a list of the discovery document has these members, and else which are missing. */
function lists(key: string, members: readonly string[]): Question {
  return {
    name: `discovery lists in ${key}: ${members.join(', ')}`,
    source: '§1',
    expected: 'all of them',
    ask: async (tenant) => {
      const list = await discovered(tenant, key);
      if (!Array.isArray(list)) return 'no list';
      const missing = members.filter((member) => !list.includes(member));

      return missing.length === 0 ? 'all of them' : `without ${missing.join(', ')}`;
    },
  };
}

/** What a tenant publishes about itself (contract §1). */
export const wellKnownQuestions: readonly Question[] = [
  {
    name: 'the issuer is the address with a slash at its end',
    source: '§1',
    expected: 'yes',
    ask: async (tenant) => {
      const issuer = await discovered(tenant, 'issuer');

      return issuer === `${tenant.origin}/` ? 'yes' : String(issuer);
    },
  },
  {
    name: 'discovery has every key that is documented',
    source: '§1',
    expected: 'all of them',
    ask: async (tenant) => {
      const document = membersOf(await ask(tenant, '/.well-known/openid-configuration'));
      const missing = discoveryKeys.filter((key) => !(key in document));

      return missing.length === 0 ? 'all of them' : `without ${missing.join(', ')}`;
    },
  },
  lists('response_types_supported', ['code', 'token', 'id_token', 'code token', 'token id_token']),
  lists('response_modes_supported', ['query', 'fragment', 'form_post']),
  lists('code_challenge_methods_supported', ['S256']),
  lists('id_token_signing_alg_values_supported', ['RS256']),
  lists('subject_types_supported', ['public']),
  lists('scopes_supported', ['openid', 'profile', 'email', 'offline_access']),
  {
    name: 'every key is RSA, for signatures, with kid, n, e and its certificate',
    source: '§1',
    expected: 'RSA sig RS256, complete',
    ask: async (tenant) => {
      const { keys } = membersOf(await ask(tenant, '/.well-known/jwks.json'));
      if (!Array.isArray(keys) || keys.length === 0) return 'no keys';
      const kinds = keys.map((key: unknown) => {
        const { kty, use, alg, kid, n, e, x5c, x5t } = { ...Object(key) } as Record<
          string,
          unknown
        >;
        const isComplete =
          [kid, n, e, x5t].every((part) => typeof part === 'string' && part !== '') &&
          Array.isArray(x5c);

        return `${String(kty)} ${String(use)} ${String(alg)}, ${isComplete ? 'complete' : 'incomplete'}`;
      });

      return [...new Set(kinds)].join('; ');
    },
  },
];
