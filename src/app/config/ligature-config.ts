import { InjectionToken } from '@angular/core';

import type { LanguageCode } from '../../locales/languages';
import type { Connection } from '../identity/connection';
import type { LinkPolicy } from '../identity/link/link-policy';
import type { SecondAccountPolicy } from '../identity/sign-in/second-account';
import type { Support } from '../identity/support';

/** Everything an operator can set, read from `config.json` at start. */
export interface LigatureConfig {
  readonly tenant: TenantConfig;
  readonly connections: readonly Connection[];
  readonly policy: Policy;
  readonly branding: Branding;
  /** Whom people can ask where they cannot go on by themselves. */
  readonly support?: Support;
  /** Whether the staging console is there, and what happens is traced for it. */
  readonly staging: boolean;
}

export interface TenantConfig {
  /** Where the tenant answers, without a trailing slash: `https://acme.eu.auth0.com`. */
  readonly origin: string;
  readonly clientId: string;
  /** The Management API's identifier, which is its base URL as well; ends in `/api/v2/`. */
  readonly audience: string;
  /** Whose accounts these are; a tenant of which nobody has said otherwise is taken for production. */
  readonly environment: 'production' | 'staging' | 'development';
}

export interface Policy extends SecondAccountPolicy, LinkPolicy {
  readonly allowUnlink: boolean;
  /** How fresh the first person's sign-in must be before a link or an unlink, in seconds. */
  readonly confirmWithin: number;
}

export interface Branding {
  readonly productName: string;
  readonly logoUrl: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** What the pages are in for somebody who has not chosen a language; without it, what the browser asks for. */
  readonly language?: LanguageCode | undefined;
}

export const LIGATURE_CONFIG = new InjectionToken<LigatureConfig>('ligature configuration');
