import type { JsonObject } from '../../protocol/json.ts';
import type { Client } from '../config/client.ts';
import type { Connection } from '../config/connection.ts';
import type { User } from '../people/user.ts';

/** Auth0's codes for what can happen (contract §6.13). */
export type EventType =
  /** Success Login */
  | 's'
  /** Failed Login */
  | 'f'
  /** Failed Login (Incorrect Password) */
  | 'fp'
  /** Failed Login (Invalid Email/Username) */
  | 'fu'
  /** Success Signup */
  | 'ss'
  /** Failed Signup */
  | 'fs'
  /** Success Silent Auth */
  | 'ssa'
  /** Failed Silent Auth */
  | 'fsa'
  /** Success Logout */
  | 'slo'
  /** Failed Logout */
  | 'flo'
  /** Success Exchange (Authorization Code for Access Token) */
  | 'seacft'
  /** Failed Exchange (Authorization Code for Access Token) */
  | 'feacft'
  /** Success Exchange (Client Credentials for Access Token) */
  | 'seccft'
  /** Failed Exchange (Client Credentials for Access Token) */
  | 'feccft'
  /** Success Exchange (Refresh Token for Access Token) */
  | 'sertft'
  /** Failed Exchange (Refresh Token for Access Token) */
  | 'fertft'
  /** Failed Exchange (Rotating Refresh Token) */
  | 'ferrt'
  /** Success Revocation (Refresh Token) */
  | 'srrt'
  /** Success Exchange (Password for Access Token) */
  | 'sepft'
  /** Failed Exchange (Password for Access Token) */
  | 'fepft'
  /** Success Exchange (Passwordless OTP for Access Token) */
  | 'sepotpft'
  /** Failed Exchange (Passwordless OTP for Access Token) */
  | 'fepotpft'
  /** Success Cross Origin Authentication */
  | 'scoa'
  /** Failed Cross Origin Authentication */
  | 'fcoa'
  /** Code Sent */
  | 'cs'
  /** Code/Link Sent */
  | 'cls'
  /** Success Change Password */
  | 'scp'
  /** Success Change Password Request */
  | 'scpr'
  /** Success Verification Email Request */
  | 'svr'
  /** Success Verification Email */
  | 'sv'
  /** Blocked Account */
  | 'limit_wc'
  /** Breached password */
  | 'pwd_leak'
  /** Blocked IP Address */
  | 'limit_mu'
  /** Rate Limit on the Management API */
  | 'api_limit'
  /** Success API Operation */
  | 'sapi'
  /** Failed API Operation */
  | 'fapi'
  /** Success User Deletion */
  | 'sdu';

/** Something that happened, as the code that saw it tells the log. */
export interface TenantEvent {
  readonly type: EventType;
  /** In a sentence; failures say why. */
  readonly description?: string;
  readonly client?: Client;
  readonly connection?: Connection;
  readonly user?: User;
  readonly ip?: string;
  readonly userAgent?: string;
  readonly audience?: string;
  readonly scope?: string;
  readonly details?: JsonObject;
}
