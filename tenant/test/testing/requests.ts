import assert from 'node:assert/strict';

import type { JsonObject } from '../../src/protocol/json.ts';
import { jsonOf, text } from './browser.ts';
import { origin, type TestTenant } from './tenant.ts';

type Fields = Readonly<Record<string, string>>;

export const machine = {
  client_id: 'ligature-m2m',
  client_secret: 'local-only-machine-secret',
} as const;

export async function postForm(
  tenant: TestTenant,
  path: string,
  fields: Fields,
  headers: Fields = {},
): Promise<Response> {
  return tenant.app.request(`${origin}${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  });
}

export async function postJson(
  tenant: TestTenant,
  path: string,
  body: unknown,
  headers: Fields = {},
): Promise<Response> {
  return tenant.app.request(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Fails unless a call was refused with this status, and with these words if they are given. */
export async function assertRefused(
  response: Response,
  status: number,
  error: string,
  description?: string,
): Promise<void> {
  const body = await jsonOf(response);
  assert.equal(response.status, status, JSON.stringify(body));
  assert.equal(body['error'], error);
  if (description !== undefined) assert.equal(body['error_description'], description);
}

/** The body of an answer that must have been a success. */
export async function granted(response: Response): Promise<JsonObject> {
  const body = await jsonOf(response);
  assert.equal(response.status, 200, JSON.stringify(body));

  return body;
}

/** The newest code that was sent to an address. */
export function codeFor(tenant: TestTenant, address: string): string {
  return text(tenant.state.inbox.messages(address)[0]?.code);
}

/** A code that is certainly not the one that was sent. */
export function notThat(code: string): string {
  return code === '000000' ? '000001' : '000000';
}
