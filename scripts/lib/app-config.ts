import { readFileSync } from 'node:fs';
import { parse, safeParse } from 'valibot';
import { tenantDomain } from '../../src/app/config/tenant-address.ts';
import { CommandError } from './command-error.ts';

/** What the commands need to know of `config.json`; whatever else is in it passes through as it is. */
export interface AppConfig {
  readonly tenant: {
    readonly domain: string;
    readonly clientId: string;
    readonly audience: string;
    readonly environment?: unknown;
  };
  readonly connections?: readonly { readonly transport?: string }[];
  readonly staging?: unknown;
  readonly branding?: { readonly logoUrl?: string | null };
}

/** Reads a configuration file. What is wrong with it in detail is for the application to say. */
export function readAppConfig(file: string): AppConfig {
  const config = jsonOf(file);
  if (!isAppConfig(config)) throw new CommandError(`${file} names no tenant.domain`);
  const { success, issues } = safeParse(tenantDomain, config.tenant.domain);
  if (!success) throw new CommandError(`${file}: tenant.domain ${issues[0].message}`);

  return config;
}

function jsonOf(file: string): unknown {
  try {
    // A byte order mark is no mistake in the browser either.
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`${file} cannot be read: ${reason}`, { cause });
  }
}

/** The origin of the tenant, whose domain is understood here as the application understands it. */
export const tenantOrigin = ({ tenant }: AppConfig): string => parse(tenantDomain, tenant.domain);

/** The origin of the Management API, which a custom domain is not. */
export function apiOrigin({ tenant }: AppConfig): string {
  return URL.canParse(tenant.audience) ? new URL(tenant.audience).origin : tenantOrigin({ tenant });
}

/** Whether any connection travels by Auth0's Lock, which then has a page of its own. */
export const showsLock = ({ connections = [] }: AppConfig): boolean =>
  connections.some(({ transport }) => transport === 'lock');

/** The port of a tenant on this machine; `undefined` when the tenant is somewhere else. */
export function localTenantPort(config: AppConfig): number | undefined {
  const { protocol, hostname, port } = new URL(tenantOrigin(config));
  if (!isLocal(hostname)) return undefined;

  return Number(port || (protocol === 'https:' ? 443 : 80));
}

/** Whether a name stands for this machine everywhere (RFC 6761 §6.3). */
function isLocal(hostname: string): boolean {
  return ['localhost', '127.0.0.1'].includes(hostname) || hostname.endsWith('.localhost');
}

/** The same configuration, for a local tenant that listens on another port. */
export function withTenantPort(config: AppConfig, port: number): AppConfig {
  const { protocol, hostname } = new URL(tenantOrigin(config));
  const domain = `${protocol}//${protocol === 'https:' ? hostname : 'localhost'}:${port}`;

  return { ...config, tenant: { ...config.tenant, domain, audience: `${domain}/api/v2/` } };
}

function isAppConfig(value: unknown): value is AppConfig {
  if (typeof value !== 'object' || value === null || !('tenant' in value)) return false;
  const { tenant } = value;

  return (
    typeof tenant === 'object' &&
    tenant !== null &&
    'domain' in tenant &&
    typeof tenant.domain === 'string'
  );
}
