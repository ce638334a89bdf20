import { InjectionToken } from '@angular/core';

import type { LanguageCode } from '../../locales/languages';
import type { Connection } from '../identity/connection';
import type { LinkPolicy } from '../identity/link/link-policy';
import type { SecondAccountPolicy } from '../identity/sign-in/second-account';
import type { SettingKind } from '../identity/settings/setting-description';
import type { Support } from '../identity/support';
import type { LocalizedText } from './localized-text';

/** Everything an operator can set, read from `config.json` at start. */
export interface LigatureConfig {
  readonly tenant: TenantConfig;
  readonly connections: readonly Connection[];
  readonly policy: Policy;
  readonly branding: Branding;
  /** Whom people can ask where they cannot go on by themselves. */
  readonly support?: Support;
  /** What people call the settings of their accounts, by root key or by the path of a part: `alerts.sms`. */
  readonly settings?: ReadonlyMap<string, SettingConfig>;
  /** Pages of other applications that may have their people come back to them after a link: origin and path. */
  readonly returnAddresses: readonly string[];
  /** Whether the staging console is there, and what happens is traced for it. */
  readonly staging: boolean;
}

/** The same as the file has it, before it is known which language the page is in. */
export interface WrittenConfig extends Omit<LigatureConfig, 'connections'> {
  readonly connections: readonly WrittenConnection[];
}

interface WrittenConnection extends Omit<Connection, 'label'> {
  readonly label: LocalizedText;
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

export interface SettingConfig {
  readonly label?: LocalizedText | undefined;
  /** What people call its values, by the value as a text. */
  readonly values?: Readonly<Record<string, LocalizedText>> | undefined;
  readonly kind?: SettingKind | undefined;
  /** Whether people have nothing to do with it. */
  readonly hidden: boolean;
}

export interface Branding {
  readonly productName: string;
  readonly logoUrl: string | null;
  readonly logoDarkUrl?: string | undefined;
  readonly faviconUrl?: string | undefined;
  readonly colors?: BrandColors | undefined;
  readonly font?: BrandFont | undefined;
  /** How round buttons and fields are, in pixels. */
  readonly borderRadius?: number | undefined;
  /** Web addresses at the foot of each page. */
  readonly links?: BrandLinks | undefined;
  readonly theme: 'system' | 'light' | 'dark';
  /** What the pages are in for somebody who has not chosen a language; without it, what the browser asks for. */
  readonly language?: LanguageCode | undefined;
}

/** The accent, as `#rrggbb`. */
export interface BrandColors {
  readonly primary: string;
  readonly primaryDark?: string | undefined;
}

export interface BrandFont {
  readonly family: string;
  /** Where it lies on this site; without it, it is one that people have installed. */
  readonly url?: string | undefined;
}

export interface BrandLinks {
  readonly privacy?: LocalizedText | undefined;
  readonly terms?: LocalizedText | undefined;
  readonly imprint?: LocalizedText | undefined;
}

export const LIGATURE_CONFIG = new InjectionToken<LigatureConfig>('ligature configuration');
