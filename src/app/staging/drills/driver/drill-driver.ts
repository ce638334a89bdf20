import type { Action } from '../../../actions/action';
import { nameOf, type Account } from '../../../identity/account';
import type { Direction } from '../../../identity/link/link-direction';
import type { Decision } from '../../../identity/settings/settings-comparison';
import type { TenantControl } from '../../../management-api/tenant-control';
import type { Drill, Shown, Step, Who } from '../catalogue/drill';
import type { AccountsBefore } from '../judge/accounts-seen';
import { isShown } from './drill-messages';
import { DrillStuckError } from './drill-stuck-error';
import type { DrillWindow } from './drill-window';

export interface DrillScene {
  readonly drill: Drill;
  readonly window: DrillWindow;
  /** The accounts that take part. */
  readonly before: AccountsBefore;
  readonly control: TenantControl;
}

/** Does the steps of a drill in its window, by pressing what a person presses, whatever language it is in. */
export class DrillDriver {
  /** Whether a window was blocked and the full page was used instead. */
  isBlocked = false;

  readonly #scene: DrillScene;

  constructor(scene: DrillScene) {
    this.#scene = scene;
  }

  async carryOut(step: Step): Promise<void> {
    const { control, window, drill } = this.#scene;
    switch (step.kind) {
      case 'signIn':
        return this.#signIn(step.who);
      case 'openWizard':
        return this.#press('open-link', drill.connection.name);
      case 'prove':
        return this.#prove(step.who, 'prove-account');
      case 'tryAgain':
        return this.#prove(step.who, 'try-again');
      case 'proveAnother':
        await this.#expect(step.who);

        return this.#press('use-another-account');
      case 'confirm':
        await this.#expect(step.who);

        return this.#press('confirm');
      case 'signInAgain':
        await this.#expect(step.who);

        return this.#press('sign-in-again');
      case 'keep':
        // Where the account that is kept becomes the person's own, they sign in as it once more.
        await this.#expect(step.who);

        return this.#press('keep-account', directionFor(step.who));
      case 'takeTheirs':
        return this.#press('choose-value', `${step.setting} ${theirs}`);
      case 'agree':
        return this.#press('link-accounts');
      case 'cancel':
        return this.#press('cancel');
      case 'goBack':
        return this.#press('go-to-account');
      case 'unlink':
        await this.#press('review-unlink', this.#account(step.who).identities[0].connection);

        return this.#press('unlink');
      case 'breakTenant':
        return control.turnFaultOn(step.preset);
      case 'see':
        return this.#see(step.shows);
      case 'wait':
      case 'check':
        window.lookAfresh();
    }
  }

  /** The clock is moved back for the sign-in alone: then it is as old as it has to be. */
  async #signIn(who: Who): Promise<void> {
    const { control, window, drill } = this.#scene;
    const ageSeconds = drill.steps.find((step) => step.kind === 'wait')?.seconds ?? 0;
    await this.#expect(who);
    if (ageSeconds > 0) await control.moveClock(-ageSeconds - 60);
    await this.#press('sign-in');
    await window.until(({ path }) => path === '/account');
    if (ageSeconds > 0) await control.moveClock(0);
  }

  async #prove(who: Who, action: Action): Promise<void> {
    const { drill, window, control } = this.#scene;
    const isEmbedded = drill.connection.transport === 'embedded';
    await this.#expect(isEmbedded ? undefined : who);
    await this.#press(action);
    if (!isEmbedded) return;
    const address = nameOf(this.#account(who));
    await window.act({ kind: 'type', action: 'enter-address', text: address });
    await this.#press('send-message');
    const text = await control.codeFor(address);
    // It is tried by itself, as soon as it is complete.
    await window.act({ kind: 'type', action: 'enter-code', text });
  }

  /** A page that shows a failure in the place of what is waited for rests there, and so does the drill. */
  async #see(shows: Shown): Promise<void> {
    const { window } = this.#scene;
    const sight = await window.until(
      (one) => isShown(one, shows) || one.phase === 'failed' || one.failure === 'popup-blocked',
    );
    if (isShown(sight, shows)) return;
    if (sight.failure !== 'popup-blocked') throw new DrillStuckError('not-shown');
    this.isBlocked = true;
    // Waiting for a window is nothing that a full page can show.
    const onlyByWindow = shows.kind === 'phase' && shows.phase === 'signingIn';
    if (onlyByWindow) throw new DrillStuckError('windows-blocked');
    await this.#press('use-full-page');
    await this.#see(shows);
  }

  #expect(who: Who | undefined): Promise<void> {
    return this.#scene.control.expectSignIns(who === undefined ? [] : [this.#account(who).userId]);
  }

  #account(who: Who): Account {
    const account = this.#scene.before[who];
    if (account === undefined) throw new DrillStuckError('control-failed');

    return account;
  }

  #press(action: Action, target?: string): Promise<void> {
    return this.#scene.window.act({
      kind: 'press',
      action,
      ...(target !== undefined && { target }),
    });
  }
}

const theirs: Decision = 'theirs';

const directionFor = (who: Who): Direction => (who === 'first' ? 'keepFirst' : 'keepSecond');
