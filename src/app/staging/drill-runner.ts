import { inject, Service } from '@angular/core';

import { LIGATURE_CONFIG } from '../config/ligature-config';
import type { Account } from '../identity/account';
import { sameJson, type Json } from '../identity/json';
import { TenantControl } from '../management-api/tenant-control';
import { DrillHands } from './drill-hands';
import { DrillStuckError } from './drill-stuck-error';
import type { DrillWindow } from './drill-window';
import type { AccountsBefore, AccountsSeen } from './drills/accounts-seen';
import type { Drill, Who } from './drills/drill';
import type { DrillOutcome } from './drills/drill-result';
import { asExpected, judged, notSeen, otherwise, type Evidence } from './drills/evidence';
import { judgeDrill, type Checked } from './drills/judge';
import { stepWords } from './drills/step-words';
import { stuckEvidence } from './stuck-words';
import { testPerson } from './test-people';

const snapshot = 'ligature drills';

/** Carries out drills on the local tenant by itself, on people that it makes and takes away again. */
@Service()
export class DrillRunner {
  readonly #control = inject(TenantControl);
  readonly #config = inject(LIGATURE_CONFIG);

  async run(
    drill: Drill,
    window: DrillWindow,
    onStep: (step: number) => void,
  ): Promise<DrillOutcome> {
    const at = Date.now();
    const noticed: Evidence[] = [];
    const checked: Checked[] = [];
    let before: AccountsBefore = {};
    try {
      const everybody = await this.#control.everybody();
      await this.#control.saveSnapshot(snapshot);
      await this.#control.endSessions();
      try {
        before = await this.#castOf(drill);
        noticed.push(...(await this.#goThrough({ drill, window, before, checked, onStep })));
      } finally {
        noticed.push(await this.#putBack(everybody));
      }
    } catch (cause) {
      noticed.push(stuckEvidence(cause instanceof DrillStuckError ? cause.code : 'control-failed'));
    }

    return {
      ...judgeDrill({ before, checked, noticed }),
      shown: window.sights.map(({ phase, failure }) => failure ?? phase ?? '').filter(isNew),
      at,
      duration: Date.now() - at,
    };
  }

  async #goThrough({ drill, window, before, checked, onStep }: Run): Promise<readonly Evidence[]> {
    const account = (who: Who): Account => {
      const found = before[who];
      if (found === undefined) throw new DrillStuckError('control-failed');

      return found;
    };
    const connection = this.#config.connections.find(({ name }) => name === drill.connection.name);
    if (connection === undefined) throw new DrillStuckError('control-failed');
    const wait = drill.steps.find((step) => step.do === 'wait');
    const hands = new DrillHands({
      window,
      control: this.#control,
      connection,
      account,
      age: wait?.seconds ?? 0,
    });
    const shown: Evidence[] = [];

    await window.startOver();
    for (const [index, step] of drill.steps.entries()) {
      onStep(index);
      try {
        await hands.carryOut(step);
      } catch (cause) {
        const code = cause instanceof DrillStuckError ? cause.code : 'control-failed';
        const what = stepWords(step, drill);
        const facts = [{ name: $localize`shown instead`, value: lastOf(window) }];

        return [
          ...shown,
          code === 'not-shown' ? otherwise(what, facts) : stuckEvidence(code, what),
        ];
      }
      if (step.do === 'see') shown.push(asExpected(stepWords(step, drill)));
      if (step.do === 'check') {
        checked.push({ expected: step.accounts, after: await this.#look(before) });
      }
    }

    return [...shown, ...(await this.#faultEvidence(drill)), ...blockedEvidence(hands)];
  }

  async #castOf({ cast }: Drill): Promise<AccountsBefore> {
    const before: Partial<Record<Who, Account>> = {};
    for (const [who, part] of Object.entries(cast)) {
      before[who as Who] = await this.#control.addPerson(
        testPerson(part, this.#config.connections),
      );
    }

    return before;
  }

  async #look(before: AccountsBefore): Promise<AccountsSeen> {
    const seen = await Promise.all(
      Object.entries(before).map(async ([who, { userId }]) => {
        const account = await this.#control.account(userId);

        return [who, account === undefined ? { is: 'gone' } : { is: 'there', account }] as const;
      }),
    );

    return Object.fromEntries(seen);
  }

  async #faultEvidence({ fault }: Drill): Promise<readonly Evidence[]> {
    if (fault === undefined) return [];
    const fired = await this.#control.timesFired(fault);
    const what = $localize`The fault has happened.`;

    return [fired > 0 ? asExpected(what, [{ name: 'fired', value: fired }]) : notSeen(what)];
  }

  /** Puts the tenant back whole, and looks whether everybody is as they were. */
  async #putBack(everybody: ReadonlyMap<string, Json>): Promise<Evidence> {
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

interface Run {
  readonly drill: Drill;
  readonly window: DrillWindow;
  readonly before: AccountsBefore;
  readonly checked: Checked[];
  readonly onStep: (step: number) => void;
}

const blockedEvidence = ({ isBlocked }: DrillHands): readonly Evidence[] =>
  isBlocked
    ? [
        asExpected(
          $localize`The browser blocked the sign-in window, since nobody had clicked; the full page was used instead.`,
        ),
      ]
    : [];

const lastOf = ({ sights }: DrillWindow): string => {
  const last = sights.at(-1);

  return last?.failure ?? last?.phase ?? last?.path ?? '–';
};

const isNew = (name: string, index: number, all: readonly string[]): boolean =>
  name !== '' && name !== all[index - 1];
