import { inject, Service, signal } from '@angular/core';

import type { Account } from '../../app/identity/account';
import { arriveWithinMs } from '../../app/identity/link/journal';
import {
  dueTasks,
  staleTasks,
  taskKey,
  type PortalTask,
} from '../../app/identity/settings/portal-task';
import { ManagementApiService } from '../../app/management-api/management-api-service';
import { PORTAL_HOOKS } from '../../app/saga/ports/portal-hooks';
import { httpSettingsPort } from '../../app/saga/settings/converge-account';
import { convergeSettings } from '../../app/saga/settings/converge-settings';
import { PrimarySession } from '../../app/session/primary/primary-session';
import { TenantClock } from '../../app/session/tokens/tenant-clock';

/** How far a portal has been told. */
export type Telling =
  | { readonly status: 'none' | 'telling' }
  /** It has not answered, or has failed: it is to be told again. */
  | { readonly status: 'open'; readonly what: PortalTask['what'] };

/** Tells a portal what the account of its person has on record for it, the oldest first, whichever page is open. */
@Service()
export class PortalTasks {
  readonly #api = inject(ManagementApiService);
  readonly #session = inject(PrimarySession);
  readonly #clock = inject(TenantClock);
  readonly #hooks = inject(PORTAL_HOOKS);
  readonly #telling = signal<Telling>({ status: 'none' });
  /** What has been answered, though an account that was read before may still have it on record. */
  readonly #answered = new Set<string>();

  readonly telling = this.#telling.asReadonly();

  /** Lists what the portal is still to be told by this tab. */
  due(account: Account): readonly PortalTask[] {
    return dueTasks(account).filter(({ id }) => !this.#answered.has(id));
  }

  /** Leaves what is due as it is, and says so. */
  leave([first]: readonly PortalTask[]): void {
    if (this.#telling().status === 'telling') return;
    this.#telling.set(first ? { status: 'open', what: first.what } : { status: 'none' });
  }

  /** Tells the portal, and stops where it does not answer. Another tab that is at it already goes on alone. */
  async tell(account: Account): Promise<void> {
    if (this.#telling().status === 'telling') return;
    this.#telling.set({ status: 'telling' });
    let ended: Telling = { status: 'none' };
    try {
      ended = await alone(account.userId, () => this.#tellAll(account));
    } finally {
      this.#telling.set(ended);
    }
  }

  /** Takes off the record what has not happened. */
  async forgetStale(account: Account): Promise<void> {
    const stale = staleTasks(account, { nowMs: this.#clock.now(), withinMs: arriveWithinMs });
    if (stale.length > 0) await this.#remove(account.userId, stale);
  }

  async #tellAll(account: Account): Promise<Telling> {
    for (const task of this.due(account)) {
      if (!(await this.#hooks.after(task))) return { status: 'open', what: task.what };
      this.#answered.add(task.id);
      // Where this does not succeed, the next visit tells it once more, by the same id.
      await this.#remove(account.userId, [task]);
    }

    return { status: 'none' };
  }

  async #remove(userId: string, tasks: readonly PortalTask[]): Promise<void> {
    const port = httpSettingsPort({ userId, bearer: this.#session }, this.#api);
    const keys = tasks.map(taskKey);
    await convergeSettings(
      port,
      (now) => new Map(keys.filter((key) => now.has(key)).map((key) => [key, null])),
    );
  }
}

/** Takes steps while no other tab of this browser takes them for this account. */
async function alone(userId: string, steps: () => Promise<Telling>): Promise<Telling> {
  // Absent outside secure contexts, whatever its type says.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) return steps();

  return locks.request(`ligature.portal ${userId}`, { ifAvailable: true }, (lock) =>
    lock === null ? { status: 'none' as const } : steps(),
  );
}
