import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom, timeout } from 'rxjs';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import type { Json, JsonObject } from '../identity/json';
import { parseAccount } from './account-answer';

/** Somebody to be made: at a connection, with what an account there has. */
export interface NewPerson {
  readonly connection: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly phone_number?: string;
  readonly user_metadata: JsonObject;
}

const patience = 10_000;

/** The control plane that only a tenant on this machine has: its people, its faults, its clock, its state. */
@Service()
export class TenantControl {
  readonly #http = inject(HttpClient);
  readonly #origin = inject(LIGATURE_CONFIG).tenant.origin;

  /** Whether there is one. A tenant that is elsewhere is not even asked. */
  async isThere(): Promise<boolean> {
    const { protocol, hostname } = new URL(this.#origin);
    if (protocol !== 'http:' || !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
      return false;
    }

    return this.#ask('GET', '/health').then(
      () => true,
      () => false,
    );
  }

  async saveSnapshot(name: string): Promise<void> {
    await this.#ask('PUT', `/snapshots/${encodeURIComponent(name)}`, {});
  }

  async restoreSnapshot(name: string): Promise<void> {
    await this.#ask('POST', `/snapshots/${encodeURIComponent(name)}/restore`, {});
  }

  async forgetSnapshot(name: string): Promise<void> {
    await this.#ask('DELETE', `/snapshots/${encodeURIComponent(name)}`, {});
  }

  /** Everybody's accounts by their ids, to be compared. */
  async everybody(): Promise<ReadonlyMap<string, Json>> {
    const users = await this.#ask('GET', '/users');

    // What HTTP brings as JSON is JSON.
    return new Map(Array.isArray(users) ? users.map((user) => [idOf(user), user as Json]) : []);
  }

  async addPerson(person: NewPerson): Promise<Account> {
    const user = await this.#ask('POST', '/users', { ...person, fill: true });

    return parseAccount(user, idOf(user));
  }

  /** The account with this id, or `undefined` where there is none of its own. */
  async account(userId: string): Promise<Account | undefined> {
    try {
      return parseAccount(await this.#ask('GET', `/users/${encodeURIComponent(userId)}`), userId);
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 404) return undefined;
      throw error;
    }
  }

  /** Ends every session at the tenant, so that a sign-in is one. */
  async endSessions(): Promise<void> {
    await this.#ask('DELETE', '/sessions', {});
  }

  /** Says who signs in next: the tenant's pages then ask nobody. */
  async expectSignIns(userIds: readonly string[]): Promise<void> {
    await this.#ask('PUT', '/sign-ins', { user_ids: userIds });
  }

  /** The code of the newest message to this number or address. */
  async codeFor(address: string): Promise<string> {
    const messages = await this.#ask('GET', `/inbox?to=${encodeURIComponent(address)}&wait=5`);
    const newest: unknown = Array.isArray(messages) ? messages[0] : undefined;

    return hasText(newest, 'code') ? newest.code : '';
  }

  async turnFaultOn(preset: string): Promise<void> {
    await this.#ask('POST', `/faults/presets/${encodeURIComponent(preset)}`, {});
  }

  /** How often a fault has happened since it was turned on. */
  async timesFired(preset: string): Promise<number> {
    const presets = await this.#ask('GET', '/faults/presets');
    const found: unknown = Array.isArray(presets)
      ? presets.find((one: unknown) => hasText(one, 'name') && one.name === preset)
      : undefined;

    return hasNumber(found, 'fired') ? found.fired : 0;
  }

  async moveClock(offsetSeconds: number): Promise<void> {
    await this.#ask('PUT', '/clock', { offsetSeconds });
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    return firstValueFrom(
      this.#http
        .request<unknown>(method, `${this.#origin}/_tenant/api${path}`, {
          ...(body !== undefined && { body }),
        })
        .pipe(timeout(patience)),
    );
  }
}

const idOf = (user: unknown): string => (hasText(user, 'user_id') ? user.user_id : '');

const hasText = <Name extends string>(value: unknown, name: Name): value is Record<Name, string> =>
  typeof value === 'object' &&
  value !== null &&
  name in value &&
  typeof (value as Record<string, unknown>)[name] === 'string';

const hasNumber = <Name extends string>(
  value: unknown,
  name: Name,
): value is Record<Name, number> =>
  typeof value === 'object' &&
  value !== null &&
  name in value &&
  typeof (value as Record<string, unknown>)[name] === 'number';
