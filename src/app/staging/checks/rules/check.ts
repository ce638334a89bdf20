import type { LigatureConfig } from '../../../config/ligature-config';
import type { ConfigResult } from '../../../config/parse-config';
import type { Connection } from '../../../identity/connection';
import type {
  CrossOriginTry,
  ProbeAnswer,
  ProbedGrant,
} from '../../../management-api/tenant-probe';
import type { Renewal, TokenFacts } from '../../../session/primary/session-facts';
import type { FrameAnswer, FrameRedirect } from '../../../session/probes/frame-answer';
import type { HarmlessRequest } from '../../../session/probes/harmless-request';
import type { WindowTried } from '../../../session/probes/window-probe';
import type { Verdict } from './verdict';

/** What a check is about; the page shows them under these headings. */
export type CheckGroup =
  'setup' | 'tenant' | 'application' | 'tokens' | 'browser' | 'page' | 'connections';

/** One question about the tenant, the browser or this page, and how it is answered. */
export interface Check {
  readonly id: string;
  readonly group: CheckGroup;
  readonly title: string;
  /** What it is called once it has found something: what is wrong. */
  readonly problem: string;
  /** Why it matters, for somebody who has not read the documentation. */
  readonly why: string;
  /** The connection that a dry sign-in would prove. */
  readonly connection?: Connection;
  readonly run: (context: CheckContext) => Promise<Verdict>;
}

/** What the browser lets a page keep and do. */
export interface BrowserFacts {
  readonly isSecure: boolean;
  readonly hasCrypto: boolean;
  readonly storageWorks: boolean;
  /** Whether the sealing key could be made and kept, which takes IndexedDB. */
  readonly sealingWorks: boolean;
}

/** All that checks look at. Each thing is looked at once in a run, however many checks ask for it. */
export interface CheckContext {
  readonly config: LigatureConfig;
  /** Of this page. */
  readonly origin: string;
  /** Where the application is served, without a slash at the end: its origin, or a folder of it. */
  readonly appUrl: string;
  /** Where signing out leads. */
  readonly startUrl: string;
  /** How far this device's clock was behind the server's at the start, in milliseconds. */
  readonly clockSkewMs: number;
  readonly configFile: () => Promise<ConfigResult>;
  readonly pageHeaders: () => Promise<ReadonlyMap<string, string>>;
  readonly discovery: () => Promise<ProbeAnswer>;
  readonly jwks: () => Promise<ProbeAnswer>;
  readonly exchange: (grant: ProbedGrant) => Promise<ProbeAnswer>;
  readonly crossOrigin: (tried: CrossOriginTry) => Promise<ProbeAnswer>;
  /** `undefined` where nobody is signed in. */
  readonly ownAccount: () => Promise<ProbeAnswer | undefined>;
  readonly tokens: () => Promise<TokenFacts | undefined>;
  /** Whether drills have ended the tenant's session of somebody who signed in at this time. */
  readonly endedByDrills: (signedInAtMs: number | undefined) => boolean;
  readonly renewal: () => Promise<Renewal>;
  readonly silent: (request: HarmlessRequest) => Promise<FrameAnswer>;
  readonly authorizeRedirects: (request: HarmlessRequest) => Promise<FrameRedirect>;
  readonly logoutRedirects: () => Promise<FrameRedirect>;
  readonly browser: () => Promise<BrowserFacts>;
  /** Sends a window to the tenant and back, if this is a click. */
  readonly tryWindow: () => Promise<WindowTried>;
}
