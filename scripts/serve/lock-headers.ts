/** Where the application shows Auth0's Lock, in a window, for connections whose `transport` is `lock`. */
export const lockPath = '/lock';

export interface LockHeaderOptions {
  readonly tenantOrigin: string;
  readonly clientId: string;
}

/**
 * The headers of Lock's page, from those of every other one. Lock runs a script of the tenant that names a
 * client's connections, draws its icons from texts, and is on its way to the tenant in sight of its opener.
 * What it makes out of texts still goes through a policy of ours (`lock-trust.ts`).
 */
export function lockHeaders(
  headers: Readonly<Record<string, string>>,
  { tenantOrigin, clientId }: LockHeaderOptions,
): Record<string, string> {
  const policy = (headers['Content-Security-Policy'] ?? '')
    .split('; ')
    .map((directive) => {
      const [name] = directive.split(' ');
      if (name === 'script-src') return `${directive} ${tenantOrigin}/client/${clientId.trim()}.js`;
      if (name === 'img-src') return `${directive} data:`;
      // Of Lock's own sanitizer, and of the page's own rules for all the rest.
      if (name === 'trusted-types') return 'trusted-types default dompurify';

      return directive;
    })
    .join('; ');

  return {
    ...headers,
    'Content-Security-Policy': policy,
    // With a policy of its own the window would be out of sight from the tenant's first page on.
    'Cross-Origin-Opener-Policy': 'unsafe-none',
  };
}
