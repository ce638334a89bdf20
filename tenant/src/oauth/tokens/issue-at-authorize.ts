import { secretId } from '../../protocol/random.ts';
import type { Moment } from '../../state/exchange.ts';
import type { Authorization } from '../../state/grants.ts';
import type { User } from '../../state/people/user.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import { frontChannelLifetimeMs } from './lifetimes.ts';
import { mintAccessToken } from './mint-access-token.ts';
import { mintIdToken } from './mint-id-token.ts';
import { grantedScope } from './scopes.ts';

interface FrontChannel {
  readonly request: SignInRequest;
  readonly user: User;
  readonly authorization: Authorization;
  readonly code: string | undefined;
}

/**
 * The tokens that `/authorize` itself hands out, for clients of the implicit flow. Their access
 * tokens are short-lived, and never come with a refresh token (contract §2.2, §3.1).
 */
export async function issueAtAuthorize(
  { request, user, authorization, code }: FrontChannel,
  moment: Moment,
): Promise<Readonly<Record<string, string>>> {
  const { state } = moment;
  const { responseTypes, callback } = request;
  const { client } = callback;
  const { audience } = authorization;
  if (responseTypes.every((type) => type === 'code')) return {};
  const grant = { grantId: secretId(), user, client, authorization };
  const requested = authorization.scope.filter((name) => name !== 'offline_access');
  const scope = grantedScope({ requested, audience, client, user }, state);
  const lifetimeMs = frontChannelLifetimeMs(audience, state);
  const accessToken = responseTypes.includes('token')
    ? await mintAccessToken(grant, { scope, lifetimeMs }, moment)
    : undefined;

  return {
    ...(accessToken !== undefined && {
      access_token: accessToken,
      scope: scope.join(' '),
      expires_in: String(lifetimeMs / 1000),
      token_type: 'Bearer',
    }),
    ...(responseTypes.includes('id_token') && {
      id_token: await mintIdToken(grant, { scope, accessToken, code }, moment),
    }),
  };
}
