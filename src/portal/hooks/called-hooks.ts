import { ErrorHandler, runInInjectionContext, type Injector } from '@angular/core';
import { isObservable, lastValueFrom } from 'rxjs';

import type { Account } from '../../app/identity/account';
import { subjectOf, type Identity } from '../../app/identity/identity';
import type { LinkPlan } from '../../app/identity/link/link-plan';
import type { UnlinkPlan } from '../../app/identity/link/unlink-plan';
import type { PortalTask } from '../../app/identity/settings/portal-task';
import type { PortalAnswer, PortalHooks } from '../../app/saga/ports/portal-hooks';
import { LigatureError } from '../ligature-error';
import type { AccountSummary, LigatureHooks } from './ligature-hooks';

/** How long a hook may take, in milliseconds. */
const answerWithinMs = 10_000;
/** How much of a portal's sentence is shown. */
const longestSentence = 300;

type Called =
  { readonly kind: 'answered'; readonly answer: unknown } | { readonly kind: 'failed' | 'silent' };

/** Calls the hooks of a portal, and makes of what they give what is known. Its `ErrorHandler` is told what they throw. */
export class CalledHooks implements PortalHooks {
  readonly isTold: boolean;
  readonly #hooks: LigatureHooks;
  readonly #injector: Injector;

  constructor(hooks: LigatureHooks, injector: Injector) {
    this.#hooks = hooks;
    this.#injector = injector;
    this.isTold = hooks.afterLink !== undefined || hooks.afterUnlink !== undefined;
  }

  beforeLink({ kept, absorbed, direction }: LinkPlan): Promise<PortalAnswer> {
    const plan = { kept: ownOf(kept), absorbed: ownOf(absorbed), direction };

    return this.#before('beforeLink', () => this.#hooks.beforeLink?.(plan));
  }

  beforeUnlink({ account, identity }: UnlinkPlan): Promise<PortalAnswer> {
    const plan = { kept: ownOf(account), left: summaryOf(identity) };

    return this.#before('beforeUnlink', () => this.#hooks.beforeUnlink?.(plan));
  }

  async after({ what, id, atMs, kept, other, connection }: PortalTask): Promise<boolean> {
    const receipt = { id, at: new Date(atMs).toISOString(), kept, connection };
    const called =
      what === 'link'
        ? await this.#call('afterLink', () =>
            this.#hooks.afterLink?.({ ...receipt, absorbed: other }),
          )
        : await this.#call('afterUnlink', () =>
            this.#hooks.afterUnlink?.({ ...receipt, left: other }),
          );

    return called.kind === 'answered';
  }

  async #before(name: keyof LigatureHooks, hook: () => unknown): Promise<PortalAnswer> {
    const called = await this.#call(name, hook);
    if (called.kind !== 'answered') return { kind: 'failed', code: `portal-${called.kind}` };
    const { answer } = called;
    if (typeof answer !== 'object' || answer === null || !('refuse' in answer)) {
      return { kind: 'go' };
    }
    if (typeof answer.refuse !== 'string' || answer.refuse.trim() === '') {
      this.#report(new LigatureError('LIG-HOOK-ANSWER', [name]));

      return { kind: 'failed', code: 'portal-failed' };
    }

    return { kind: 'refused', sentence: shortened(answer.refuse.trim()) };
  }

  async #call(name: keyof LigatureHooks, hook: () => unknown): Promise<Called> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<Called>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'silent' }), answerWithinMs);
    });
    const called = await Promise.race([this.#answered(hook), silence]);
    clearTimeout(timer);
    if (called.kind === 'silent') this.#report(new LigatureError('LIG-HOOK-SILENT', [name]));

    return called;
  }

  async #answered(hook: () => unknown): Promise<Called> {
    try {
      const given = runInInjectionContext(this.#injector, hook);
      const answer: unknown = await (isObservable(given)
        ? lastValueFrom(given, { defaultValue: undefined })
        : given);

      return { kind: 'answered', answer };
    } catch (cause) {
      this.#report(cause);

      return { kind: 'failed' };
    }
  }

  #report(error: unknown): void {
    this.#injector.get(ErrorHandler).handleError(error);
  }
}

const ownOf = ({ identities: [own] }: Account): AccountSummary => summaryOf(own);

const summaryOf = (identity: Identity): AccountSummary => ({
  userId: subjectOf(identity),
  connection: identity.connection,
});

function shortened(sentence: string): string {
  const characters = Array.from(sentence);

  return characters.length > longestSentence
    ? `${characters.slice(0, longestSentence).join('')}…`
    : sentence;
}
