import assert from 'node:assert/strict';

import { isObject, type JsonObject } from '../../src/protocol/json.ts';
import { origin, type TestTenant } from './tenant.ts';

/** Calls the control plane as a program does; `path` comes after `/_tenant/api`. */
export function control(
  { app }: TestTenant,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return Promise.resolve(
    app.request(`${origin}/_tenant/api${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }),
  );
}

/** Turns a preset on. */
export async function turnOn(tenant: TestTenant, preset: string): Promise<void> {
  assert.equal((await control(tenant, 'POST', `/faults/presets/${preset}`)).status, 201);
}

/** The list that a call answers with. */
export async function listOf(response: Response): Promise<readonly JsonObject[]> {
  const body: unknown = await response.json();
  assert.ok(Array.isArray(body));

  return body.filter(isObject);
}
