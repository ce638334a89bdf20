/** What holds for the whole tenant. */
export interface TenantSettings {
  readonly friendlyName: string;
  readonly supportEmail?: string;
  readonly supportUrl?: string;
  readonly pictureUrl?: string;
  /** Where logging out may lead without a `client_id` (contract §5). */
  readonly allowedLogoutUrls: readonly string[];
  readonly defaultDirectory?: string;
  readonly defaultAudience?: string;
  /** Whether discovery names an `end_session_endpoint` (contract §1). */
  readonly showsEndSessionEndpoint: boolean;
  /** Whether revoking a refresh token revokes all that its grant gave (contract §5). */
  readonly revokesGrantWithRefreshToken: boolean;
  /** Whether signing up tells that an address has an account already. */
  readonly tellsThatUserExists: boolean;
  /** Whether a magic link works in any browser; off in tenants made since 2023 (contract §4.3). */
  readonly allowsMagicLinkWithoutSession: boolean;
  /**
   * Whether a client with a loopback callback cannot be verified, so that its people are asked for
   * consent, as on a real tenant (contract §0).
   */
  readonly loopbackNeedsConsent: boolean;
}

/** How many Management calls the tenant takes: a bucket and what flows into it (contract §6.1). */
export interface RateLimitSettings {
  readonly burst: number;
  readonly perSecond: number;
  /** Whether pages may read the headers; nobody documents that of a real tenant (contract §0). */
  readonly exposeHeaders: boolean;
}
