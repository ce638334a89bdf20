import { inject, Service } from '@angular/core';

import { TenantControl } from '../../../management-api/tenant-control';
import type { Drill, Step } from '../catalogue/drill';
import { stepWords } from '../catalogue/step-words';
import type { AccountsBefore } from '../judge/accounts-seen';
import type { DrillOutcome } from '../judge/drill-result';
import { asExpected, didNotHappen, notSeen, type Evidence } from '../judge/evidence';
import { judgeDrill, type Checked } from '../judge/judge';
import { DrillDriver } from './drill-driver';
import { DrillStuckError, type StuckCode } from './drill-stuck-error';
import { DrillTenant } from './drill-tenant';
import type { DrillWindow } from './drill-window';

/** Carries out drills on the local tenant by itself, on people that it makes and takes away again. */
@Service()
export class DrillRunner {
  readonly #tenant = inject(DrillTenant);
  readonly #control = inject(TenantControl);

  async run(
    drill: Drill,
    window: DrillWindow,
    onStep: (step: number) => void,
  ): Promise<DrillOutcome> {
    const atMs = Date.now();
    const noticed: Evidence[] = [];
    const checked: Checked[] = [];
    let before: AccountsBefore = {};
    try {
      const everybody = await this.#tenant.keep();
      try {
        before = await this.#tenant.castOf(drill);
        noticed.push(...(await this.#goThrough({ drill, window, before, checked, onStep })));
      } finally {
        noticed.push(await this.#tenant.putBack(everybody));
      }
    } catch (cause) {
      noticed.push(stuckEvidence(codeOf(cause)));
    }

    return {
      ...judgeDrill({ before, checked, noticed }),
      shown: window.sights.map(({ phase, failure }) => failure ?? phase ?? '').filter(isNew),
      atMs,
      durationMs: Date.now() - atMs,
    };
  }

  async #goThrough(run: Run): Promise<readonly Evidence[]> {
    const { drill, window, before, checked, onStep } = run;
    const hands = new DrillDriver({ drill, window, before, control: this.#control });
    const shown: Evidence[] = [];

    await window.startOver();
    for (const [index, step] of drill.steps.entries()) {
      onStep(index);
      try {
        await hands.carryOut(step);
      } catch (cause) {
        return [...shown, notCarriedOut(step, run, codeOf(cause))];
      }
      if (step.kind === 'see') shown.push(asExpected(stepWords(step, drill)));
      if (step.kind === 'check') {
        checked.push({ expected: step.accounts, after: await this.#tenant.look(before) });
      }
    }

    return [...shown, ...(await this.#tenant.faultEvidence(drill)), ...blockedEvidence(hands)];
  }
}

interface Run {
  readonly drill: Drill;
  readonly window: DrillWindow;
  readonly before: AccountsBefore;
  readonly checked: Checked[];
  readonly onStep: (step: number) => void;
}

const codeOf = (cause: unknown): StuckCode =>
  cause instanceof DrillStuckError ? cause.code : 'control-failed';

const stuckWords: Readonly<Record<StuckCode, string>> = {
  'windows-blocked': $localize`The browser blocked the sign-in window. Allow pop-ups for this page, then run the drill again.`,
  stopped: $localize`The drill was stopped before its end.`,
  'no-window': $localize`The browser blocked the window of the drill. Allow pop-ups for this page, then run it again.`,
  'control-failed': $localize`The local tenant did not do what the drill needs. Check that it still runs, then run the drill again.`,
  'not-shown': $localize`What the drill waits for did not come. Keep its window in sight, and run it again.`,
};

/** Says why a drill was not gone through, and what helps; nothing is known of what it would have shown. */
const stuckEvidence = (code: StuckCode, step?: string): Evidence =>
  notSeen(stuckWords[code], [
    { name: $localize`code`, value: code },
    ...(step === undefined ? [] : [{ name: $localize`step`, value: step }]),
  ]);

/** The page shows something else, or nothing could be done there. */
function notCarriedOut(step: Step, { drill, window }: Run, code: StuckCode): Evidence {
  const what = stepWords(step, drill);
  if (code !== 'not-shown') return stuckEvidence(code, what);

  return didNotHappen(what, lastOf(window));
}

const blockedEvidence = ({ isBlocked }: DrillDriver): readonly Evidence[] =>
  isBlocked
    ? [
        asExpected(
          $localize`The browser blocked the sign-in window, because nobody had clicked. The sign-in continued in the same tab instead.`,
        ),
      ]
    : [];

const lastOf = ({ sights }: DrillWindow): string => {
  const last = sights.at(-1);

  return last?.failure ?? last?.phase ?? last?.path ?? '–';
};

const isNew = (name: string, index: number, all: readonly string[]): boolean =>
  name !== '' && name !== all[index - 1];
