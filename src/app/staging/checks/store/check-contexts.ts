import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { CLOCK_SKEW } from '../../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { loadConfig } from '../../../config/load-config';
import { TenantProbe } from '../../../management-api/tenant-probe';
import { PrimarySession } from '../../../session/primary/primary-session';
import { SessionFacts } from '../../../session/primary/session-facts';
import { FrameProbe } from '../../../session/probes/frame-probe';
import { WindowProbe } from '../../../session/probes/window-probe';
import { sealingKey } from '../../../session/sealed/sealing-key';
import { tabStorage } from '../../../session/sealed/tab-storage';
import { addressOf, appUrl, callbackUrl, startUrl } from '../../../session/sign-in/callback-url';
import type { BrowserFacts, CheckContext } from '../rules/check';

/** Makes what checks look at, new for each run: what was seen a minute ago may have been mended since. */
@Service()
export class CheckContexts {
  readonly #config = inject(LIGATURE_CONFIG);
  readonly #clockSkew = inject(CLOCK_SKEW);
  readonly #tenant = inject(TenantProbe);
  readonly #frames = inject(FrameProbe);
  readonly #facts = inject(SessionFacts);
  readonly #session = inject(PrimarySession);
  readonly #windows = inject(WindowProbe);

  /** `isClick` says that somebody has asked for this very thing: only then is a window opened. */
  create({ isClick }: { readonly isClick: boolean }): CheckContext {
    const once = onceEach();

    return {
      config: this.#config,
      origin: window.location.origin,
      appUrl: appUrl(),
      startUrl: startUrl(),
      clockSkewMs: this.#clockSkew,
      configFile: () => once('configFile', async () => (await loadConfig()).result),
      pageHeaders: () => once('pageHeaders', pageHeaders),
      discovery: () => once('discovery', () => this.#tenant.discovery()),
      jwks: () => once('jwks', () => this.#tenant.jwks()),
      exchange: (grant) =>
        once(`exchange ${grant}`, () => this.#tenant.exchange(grant, callbackUrl())),
      crossOrigin: (tried) =>
        once(`crossOrigin ${tried.realm}`, () => this.#tenant.crossOrigin(tried)),
      ownAccount: () => once('ownAccount', () => this.#ownAccount()),
      tokens: () => once('tokens', () => this.#facts.read()),
      renewal: () => once('renewal', () => this.#facts.renew()),
      silent: (request) =>
        once(`silent ${JSON.stringify(request)}`, () => this.#frames.silent(request)),
      authorizeRedirects: (request) =>
        once(`redirects ${JSON.stringify(request)}`, () =>
          this.#frames.authorizeRedirects(request),
        ),
      logoutRedirects: () => once('logout', () => this.#frames.logoutRedirects(startUrl())),
      browser: () => once('browser', browserFacts),
      tryWindow: () =>
        isClick ? this.#windows.tryWindow() : Promise.resolve('notInAClick' as const),
    };
  }

  async #ownAccount() {
    const state = await firstValueFrom(this.#session.settled);

    return state.status === 'signedIn' ? this.#tenant.ownAccount(state.user.subject) : undefined;
  }
}

/** Does each thing once: whoever asks again for what has the same name gets the same answer. */
function onceEach() {
  const answers = new Map<string, Promise<unknown>>();

  return <Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const asked = answers.get(name) ?? ask();
    answers.set(name, asked);

    // One name is always used for one question.
    return asked as Promise<Answer>;
  };
}

async function browserFacts(): Promise<BrowserFacts> {
  return {
    isSecure: window.isSecureContext,
    hasCrypto: typeof crypto.subtle === 'object',
    storageWorks: tabStorage.works(),
    sealingWorks: (await sealingKey()) !== undefined,
  };
}

/** The headers that this page comes with, as they are now. */
async function pageHeaders(): Promise<ReadonlyMap<string, string>> {
  const { headers } = await fetch(addressOf('/'), { cache: 'no-store' });

  return new Map(headers);
}
