import type { Client } from './client.ts';

/** Where the answer to a sign-in goes, and how. Once this is known, errors go there too (§2.2). */
export interface Callback {
  readonly client: Client;
  readonly redirectUri: string;
  readonly responseMode: 'query' | 'web_message';
  readonly state: string | undefined;
}

/** What a client asked for at `/authorize`, checked. */
export interface SignInRequest {
  readonly callback: Callback;
  readonly scope: readonly string[];
  readonly audience: string | undefined;
  readonly nonce: string | undefined;
  readonly codeChallenge: string;
  readonly prompt: 'none' | 'login' | undefined;
  /** Seconds that a sign-in may be old. */
  readonly maxAge: number | undefined;
  readonly connection: string | undefined;
  readonly loginHint: string | undefined;
}
