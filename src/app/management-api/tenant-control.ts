import { HttpErrorResponse } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom, timeout, TimeoutError } from 'rxjs';
import * as v from 'valibot';

import { isLocal } from '../config/dashboard';
import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { isJsonObject, type Json, type JsonObject } from '../identity/json';
import { parseAccount } from './account-answer';
import { parseAnswer } from './parse-answer';
import { TENANT_HTTP } from './tenant-http';

/** Somebody to be made: at a connection, with what an account there has. */
export interface NewPerson {
  readonly connection: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly phone_number?: string;
  readonly user_metadata: JsonObject;
}

const timeoutMs = 10_000;

/** Whether there is a control plane; `silent` is a tenant on this machine whose answer this page does not get to read. */
export type ControlPresence = 'there' | 'silent' | 'none';

/** The control plane that only a tenant on this machine has: its people, its faults, its clock, its state. */
@Service()
export class TenantControl {
  readonly #http = inject(TENANT_HTTP);
  readonly #origin = inject(LIGATURE_CONFIG).tenant.origin;

  /** Whether there is one. A tenant that is elsewhere is not even asked. */
  async find(): Promise<ControlPresence> {
    if (!isLocal({ origin: this.#origin })) return 'none';

    return this.#ask('GET', '/health').then(
      () => 'there',
      (cause: unknown) => (isSilence(cause) ? 'silent' : 'none'),
    );
  }

  /** Keeps the state of the tenant under a name. */
  async saveSnapshot(name: string): Promise<void> {
    await this.#ask('PUT', `/snapshots/${encodeURIComponent(name)}`, {});
  }

  /** Puts back people, sessions, faults and the clock; how the tenant is set up stays as it is now. */
  async restoreSnapshot(name: string): Promise<void> {
    await this.#ask('POST', `/snapshots/${encodeURIComponent(name)}/restore`, {
      keepConfiguration: true,
    });
  }

  /** Removes what was kept under a name. */
  async forgetSnapshot(name: string): Promise<void> {
    await this.#ask('DELETE', `/snapshots/${encodeURIComponent(name)}`, {});
  }

  /** Reads everybody's accounts by their ids, to be compared. */
  async everybody(): Promise<ReadonlyMap<string, Json>> {
    const users = parseAnswer(usersAnswer, await this.#ask('GET', '/users'));

    return new Map(users.map(({ id, user }) => [id, user]));
  }

  /** Makes a person, with what is not said made up; gives their account. */
  async addPerson(person: NewPerson): Promise<Account> {
    const made = await this.#ask('POST', '/users', { ...person, fill: true });
    const { id, user } = parseAnswer(userAnswer, made);

    return parseAccount(user, id);
  }

  /** Reads the account with this id; `undefined` where it is none of its own. */
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

  /** Reads the code of the newest message to this number or address; empty where there is none. */
  async codeFor(address: string): Promise<string> {
    const inbox = await this.#ask('GET', `/inbox?to=${encodeURIComponent(address)}&wait=5`);

    return parseAnswer(inboxAnswer, inbox)[0]?.code ?? '';
  }

  /** Turns a fault on, by the name of its preset. */
  async turnFaultOn(preset: string): Promise<void> {
    await this.#ask('POST', `/faults/presets/${encodeURIComponent(preset)}`, {});
  }

  /** Tells how often a fault has happened since it was turned on. */
  async timesFired(preset: string): Promise<number> {
    const presets = parseAnswer(presetsAnswer, await this.#ask('GET', '/faults/presets'));

    return presets.find(({ name }) => name === preset)?.fired ?? 0;
  }

  /** Sets how far the tenant's clock is ahead of the time, in seconds. */
  async moveClock(offsetSeconds: number): Promise<void> {
    await this.#ask('PUT', '/clock', { offsetSeconds });
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    return firstValueFrom(
      this.#http
        .request<unknown>(method, `${this.#origin}/_tenant/api${path}`, {
          ...(body !== undefined && { body }),
        })
        .pipe(timeout(timeoutMs)),
    );
  }
}

/** It is down, or does not list this page's origin: a page cannot tell one from the other. */
const isSilence = (cause: unknown): boolean =>
  cause instanceof TimeoutError || (cause instanceof HttpErrorResponse && cause.status === 0);

const whole = v.custom<JsonObject>(isJsonObject);

/** An account as the control plane has it, taken whole, beside the id that it has in there. */
const userAnswer = v.pipe(
  whole,
  v.transform((user) => ({ id: user['user_id'], user })),
  v.object({ id: v.string(), user: whole }),
);

const usersAnswer = v.array(userAnswer);

/** Newest first; a message may have a link in the place of a code. */
const inboxAnswer = v.array(v.object({ code: v.optional(v.string(), '') }));

const presetsAnswer = v.array(v.object({ name: v.string(), fired: v.number() }));
