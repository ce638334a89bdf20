import type { Account } from '../../../identity/account';
import type { Connection } from '../../../identity/connection';
import { isJsonObject, type Json } from '../../../identity/json';
import {
  secondAccountClaims,
  type SecondAccountClaims,
} from '../../../identity/sign-in/second-account';
import { parseAccount } from '../../../management-api/account-answer';

/** Somebody whose eyes the preview takes: their account, and what a sign-in just now would say of it. */
export interface PreviewPerson {
  readonly account: Account;
  readonly claims: SecondAccountClaims;
}

const proofSeconds = 600;

/** Reads a user as the Management API and the dashboard's raw JSON have it; `undefined` where it is none. */
export function personOf(json: unknown, nowMs: number): PreviewPerson | undefined {
  if (!isJsonObject(json) || typeof json['user_id'] !== 'string') return undefined;
  const nowSeconds = Math.floor(nowMs / 1000);
  try {
    const account = parseAccount(json, json['user_id']);
    const claims = secondAccountClaims(
      new Map<string, unknown>([
        ['sub', account.userId],
        ['email', json['email']],
        ['email_verified', json['email_verified']],
        ['iat', nowSeconds],
        ['auth_time', nowSeconds],
        ['exp', nowSeconds + proofSeconds],
      ]),
    );

    return { account, claims };
  } catch {
    return undefined;
  }
}

/** Reads what somebody has pasted. */
export function pastedPerson(text: string, nowMs: number): PreviewPerson | undefined {
  try {
    return personOf(JSON.parse(text) as Json, nowMs);
  } catch {
    return undefined;
  }
}

/** The connection that the second account signs in by, as people are offered it, or as it would be. */
export function connectionOf({ identities }: Account, offered: readonly Connection[]): Connection {
  const [{ connection: name, provider }] = identities;

  return (
    offered.find((one) => one.name === name) ?? {
      name,
      strategy: provider,
      label: name,
      transport: 'auto',
    }
  );
}
