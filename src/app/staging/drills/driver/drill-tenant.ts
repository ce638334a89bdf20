import { inject, Service } from '@angular/core';

import type { Account } from '../../../identity/account';
import { isPhone } from '../../../identity/connection-kinds';
import { sameJson, type Json } from '../../../identity/json';
import { TenantControl, type NewPerson } from '../../../management-api/tenant-control';
import type { Drill, Part, Who } from '../catalogue/drill';
import type { AccountsBefore, AccountsSeen } from '../judge/accounts-seen';
import { asExpected, judged, notSeen, type Evidence } from '../judge/evidence';

const snapshot = 'ligature drills';

/** Everybody's accounts as they were before a drill, by their ids. */
export type Everybody = ReadonlyMap<string, Json>;

/** Prepares the local tenant for a drill: keeps how it was, makes people, looks at them, and puts all of it back. */
@Service()
export class DrillTenant {
  readonly #control = inject(TenantControl);

  /** Keeps the tenant as it is now, to be put back; nobody is signed in there any more. */
  async keep(): Promise<Everybody> {
    const everybody = await this.#control.everybody();
    await this.#control.saveSnapshot(snapshot);
    await this.#control.endSessions();

    return everybody;
  }

  /** Makes whoever takes part. */
  async castOf({ participants }: Drill): Promise<AccountsBefore> {
    const before: Partial<Record<Who, Account>> = {};
    for (const [who, part] of Object.entries(participants)) {
      before[who as Who] = await this.#control.addPerson(testPerson(part));
    }

    return before;
  }

  /** Looks what has become of them. */
  async look(before: AccountsBefore): Promise<AccountsSeen> {
    const seen = await Promise.all(
      Object.entries(before).map(async ([who, { userId }]) => {
        const account = await this.#control.account(userId);

        return [
          who,
          account === undefined ? { kind: 'gone' } : { kind: 'there', account },
        ] as const;
      }),
    );

    return Object.fromEntries(seen);
  }

  /** Whether the fault has happened that the drill is about. */
  async faultEvidence({ fault }: Drill): Promise<readonly Evidence[]> {
    if (fault === undefined) return [];
    const fired = await this.#control.timesFired(fault);
    const what = $localize`The fault has happened.`;

    return [
      fired > 0 ? asExpected(what, [{ name: $localize`how often`, value: fired }]) : notSeen(what),
    ];
  }

  /** Puts back all that a drill may change, and no setting of the tenant's, and looks whether everybody is as they were. */
  async putBack(everybody: Everybody): Promise<Evidence> {
    await this.#control.expectSignIns([]);
    await this.#control.restoreSnapshot(snapshot);
    await this.#control.forgetSnapshot(snapshot);
    const now = await this.#control.everybody();
    const isSame =
      now.size === everybody.size &&
      [...now].every(([id, account]) => sameJson(account, everybody.get(id)));

    return judged(isSame, $localize`All accounts of the tenant are as they were found.`, [
      { name: $localize`accounts`, value: now.size },
    ]);
  }
}

/** Somebody who has never been, for a part in a drill. */
function testPerson({ connection, isVerified, settings }: Part): NewPerson {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const account = isPhone(connection.strategy)
    ? { phone_number: `+1555${String(random).padStart(10, '0').slice(-7)}` }
    : { email: `drill-${random.toString(36)}@drills.example`, email_verified: isVerified };

  return { connection: connection.name, ...account, user_metadata: settings };
}
