/** An API that access tokens are issued for: a `resourceServer`, in Auth0's names. */
export interface Api {
  readonly id: string;
  readonly name: string;
  /** The audience. */
  readonly identifier: string;
  readonly scopes: readonly { readonly value: string; readonly description?: string }[];
  /** How long its access tokens live, in seconds. */
  readonly token_lifetime: number;
  /** How long those of the implicit flow live, in seconds (contract §3.1). */
  readonly token_lifetime_for_web: number;
  /** Whether `offline_access` is granted with it. */
  readonly allow_offline_access: boolean;
  readonly skip_consent_for_verifiable_first_party_clients: boolean;
  /** Whether a person gets only the scopes that a role gives. */
  readonly enforce_policies: boolean;
}

/** What a machine may ask of an API (contract §3.4). */
export interface ClientGrant {
  readonly id: string;
  readonly client_id: string;
  readonly audience: string;
  readonly scope: readonly string[];
}

/** What the people who have it may do at which API. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly permissions: readonly {
    readonly permission_name: string;
    readonly resource_server_identifier: string;
  }[];
}
