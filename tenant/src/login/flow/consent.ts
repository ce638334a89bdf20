import { grantedScope } from '../../oauth/tokens/scopes.ts';
import type { User } from '../../state/people/user.ts';
import type { SignInRequest } from '../../state/sign-ins/sign-in-request.ts';
import type { TenantState } from '../../state/tenant-state.ts';

/** Whether a person has to agree first that a client acts for them (contract §0, §2.3). */
export function needsConsent(request: SignInRequest, user: User, state: TenantState): boolean {
  if (request.prompts.includes('consent')) return true;
  if (isTrusted(request, state)) return false;
  const agreed = state.grants.consents.get(consentKey(request, user)) ?? [];

  return !scopeOf(request, user, state).every((scope) => agreed.includes(scope));
}

/** Remembers that a person agreed. */
export function recordConsent(request: SignInRequest, user: User, state: TenantState): void {
  const key = consentKey(request, user);
  const agreed = state.grants.consents.get(key) ?? [];
  state.grants.consents.set(key, [...new Set([...agreed, ...scopeOf(request, user, state)])]);
}

/** Tells what scopes a request would be granted, and so what there is to agree to. */
export function scopeOf(request: SignInRequest, user: User, state: TenantState): readonly string[] {
  const { scope, audience, callback } = request;

  return grantedScope({ requested: scope, audience, client: callback.client, user }, state);
}

function isTrusted({ callback, audience }: SignInRequest, state: TenantState): boolean {
  if (!callback.client.is_first_party) return false;
  const api = state.config.apis.get(audience ?? '');
  if (api === undefined) return true;
  if (!api.skip_consent_for_verifiable_first_party_clients) return false;

  return !(state.config.settings.loopbackNeedsConsent && isLoopback(callback.redirectUri));
}

function isLoopback(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

function consentKey({ callback, audience }: SignInRequest, user: User): string {
  return `${user.user_id} ${callback.client.client_id} ${audience ?? ''}`;
}
