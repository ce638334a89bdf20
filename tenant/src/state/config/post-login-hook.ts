import type { JsonObject } from '../../protocol/json.ts';

/** What the hook is told, in the shape of an Auth0 Action's `event` (contract §9). */
export interface PostLoginEvent {
  readonly authentication: {
    readonly methods: readonly { readonly name: string; readonly timestamp: string }[];
  };
  readonly client: { readonly client_id: string; readonly name: string };
  readonly connection: { readonly name: string; readonly strategy: string };
  readonly organization?: { readonly id: string; readonly name: string };
  readonly request: {
    readonly ip: string;
    readonly hostname: string;
    readonly method: string;
    readonly user_agent: string;
    readonly query: Readonly<Record<string, string>>;
    readonly body: JsonObject;
  };
  readonly resource_server?: { readonly identifier: string };
  readonly secrets: Readonly<Record<string, string>>;
  readonly session?: { readonly id: string };
  readonly stats: { readonly logins_count: number };
  readonly tenant: { readonly id: string };
  readonly transaction: {
    readonly protocol: string;
    readonly requested_scopes: readonly string[];
    readonly prompt?: readonly string[];
    readonly redirect_uri?: string;
    readonly response_mode?: string;
    readonly response_type?: readonly string[];
    readonly state?: string;
    readonly login_hint?: string;
  };
  /** The account in the shape of the Management API. */
  readonly user: JsonObject;
}

interface RedirectTokenOptions {
  readonly secret: string;
  readonly payload: JsonObject;
  readonly expiresInSeconds?: number;
}

/** What the hook may do, in the shape of an Auth0 Action's `api` (contract §9). */
export interface PostLoginApi {
  readonly access: { readonly deny: (reason: string) => void };
  readonly accessToken: { readonly setCustomClaim: (name: string, value: unknown) => void };
  readonly idToken: { readonly setCustomClaim: (name: string, value: unknown) => void };
  readonly authentication: { readonly setPrimaryUser: (userId: string) => void };
  readonly cache: {
    readonly get: (key: string) => { readonly value: string } | undefined;
    readonly set: (key: string, value: string, options: { readonly ttl: number }) => void;
  };
  readonly redirect: {
    readonly sendUserTo: (
      url: string,
      options?: { readonly query?: Readonly<Record<string, string>> },
    ) => void;
    readonly encodeToken: (options: RedirectTokenOptions) => string;
    readonly validateToken: (options: {
      readonly secret: string;
      readonly tokenParameterName?: string;
    }) => JsonObject;
  };
}

type Step = (event: PostLoginEvent, api: PostLoginApi) => unknown;

/** A file that runs after every sign-in, and after the page it sent the person to. */
export interface PostLoginHook {
  readonly onExecutePostLogin: Step;
  readonly onContinuePostLogin?: Step;
  /** What the hook reads as `event.secrets`. */
  readonly secrets: Readonly<Record<string, string>>;
}
