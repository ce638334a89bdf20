import { pictureOrigins } from '../../src/app/config/picture-origins.ts';

export interface SecurityHeaderOptions {
  readonly tenantOrigin: string;
  /** Where the Management API is, when that is another host: with a custom domain it is the canonical one. */
  readonly apiOrigin?: string;
  /** New for every response; the same value is stamped into `index.html`. */
  readonly nonce: string;
  /** Whether the application is reached by https, as it is everywhere but on this machine. */
  readonly https: boolean;
  /** The logo of the configuration file, when it lies on another host. */
  readonly logoUrl?: string | null;
}

/** The headers of every response, wherever the application is served: here, in tests, in production. */
export function securityHeaders(options: SecurityHeaderOptions): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(options),
    // The application keeps sight of the windows that it opens; no other page has it as its opener.
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    ...(options.https && {
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    }),
  };
}

const builtWithHash = /(?:^|[\\/])(?:chunk|main|polyfills|styles)-[\w-]{8}\.(?:js|css)$/;

/** How long a response may be kept: what the build gave a hash for ever, the page not at all. */
export function cacheControl(path: string): string {
  if (builtWithHash.test(path)) return 'public, max-age=31536000, immutable';

  return /\.(?:html|json)$/.test(path) ? 'no-store' : 'no-cache';
}

function contentSecurityPolicy({
  tenantOrigin,
  apiOrigin = tenantOrigin,
  nonce,
  logoUrl,
}: SecurityHeaderOptions): string {
  const asked = [...new Set([tenantOrigin, apiOrigin])];
  const pictures = [...pictureOrigins, tenantOrigin, ...originsOf(logoUrl)];

  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' ${pictures.join(' ')}`,
    "font-src 'self'",
    `connect-src 'self' ${asked.join(' ')}`,
    `frame-src ${tenantOrigin}`,
    "worker-src 'none'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler',
  ].join('; ');
}

function originsOf(logoUrl: string | null | undefined): string[] {
  return logoUrl && URL.canParse(logoUrl) ? [new URL(logoUrl).origin] : [];
}
