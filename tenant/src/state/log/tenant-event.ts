import type { JsonObject } from '../../protocol/json.ts';
import type { Client } from '../config/client.ts';
import type { Connection } from '../config/connection.ts';
import type { User } from '../people/user.ts';

/** What can happen, by Auth0's codes and in its words (contract §6.13). */
interface EventNames {
  s: 'Success Login';
  f: 'Failed Login';
  fp: 'Failed Login (Incorrect Password)';
  fu: 'Failed Login (Invalid Email/Username)';
  ss: 'Success Signup';
  ssa: 'Success Silent Auth';
  fsa: 'Failed Silent Auth';
  slo: 'Success Logout';
  seacft: 'Success Exchange (Authorization Code for Access Token)';
  feacft: 'Failed Exchange (Authorization Code for Access Token)';
  seccft: 'Success Exchange (Client Credentials for Access Token)';
  feccft: 'Failed Exchange (Client Credentials for Access Token)';
  sertft: 'Success Exchange (Refresh Token for Access Token)';
  fertft: 'Failed Exchange (Refresh Token for Access Token)';
  ferrt: 'Failed Exchange (Rotating Refresh Token)';
  srrt: 'Success Revocation (Refresh Token)';
  sepft: 'Success Exchange (Password for Access Token)';
  fepft: 'Failed Exchange (Password for Access Token)';
  sepotpft: 'Success Exchange (Passwordless OTP for Access Token)';
  fepotpft: 'Failed Exchange (Passwordless OTP for Access Token)';
  scoa: 'Success Cross Origin Authentication';
  cs: 'Code Sent';
  cls: 'Code/Link Sent';
  scp: 'Success Change Password';
  scpr: 'Success Change Password Request';
  svr: 'Success Verification Email Request';
  sv: 'Success Verification Email';
  limit_wc: 'Blocked Account';
  pwd_leak: 'Breached password';
  api_limit: 'Rate Limit on the Management API';
  sapi: 'Success API Operation';
  fapi: 'Failed API Operation';
}

/** Auth0's code for something that can happen. */
export type EventType = keyof EventNames;

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
