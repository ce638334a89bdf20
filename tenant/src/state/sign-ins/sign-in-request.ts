import type { Client } from '../config/client.ts';

/** How an answer reaches the client (contract §2.2). */
export type ResponseMode = 'query' | 'fragment' | 'form_post' | 'web_message' | 'relay';

/** What an answer may hold: a code to exchange, or tokens at once. */
export type ResponseType = 'code' | 'token' | 'id_token';

export type Prompt = 'none' | 'login' | 'consent' | 'select_account';

/** Where the answer to a sign-in goes, and how. Once this is known, errors go there too (§2.2). */
export interface Callback {
  readonly client: Client;
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
  /** The languages that the pages on the way to it are wanted in. */
  readonly uiLocales: string | undefined;
}

/** What a client asked for at `/authorize`, checked. */
export interface SignInRequest {
  readonly callback: Callback;
  readonly responseTypes: readonly ResponseType[];
  readonly scope: readonly string[];
  readonly audience: string | undefined;
  readonly nonce: string | undefined;
  /** Left out by clients alone that have a secret. */
  readonly codeChallenge: string | undefined;
  /** The thumbprint of the key that the code is bound to (RFC 9449 §10). */
  readonly dpopKey: string | undefined;
  readonly prompts: readonly Prompt[];
  /** How old a sign-in may be. */
  readonly maxAgeMs: number | undefined;
  readonly connection: string | undefined;
  readonly loginHint: string | undefined;
  readonly wantsSignUp: boolean;
  readonly organization: string | undefined;
  /** Whom an `id_token_hint` names: nobody else may answer. */
  readonly hintedUserId: string | undefined;
  /** The request's own parameters, for the post-login hook. */
  readonly query: Readonly<Record<string, string>>;
}
