import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';

import { CLOCK_SKEW } from '../../../config/clock-skew';
import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { loadConfig } from '../../../config/load-config';
import { TenantProbe } from '../../../management-api/tenant-probe';
import { PrimarySession } from '../../../session/primary/primary-session';
import { SessionFacts } from '../../../session/primary/session-facts';
import { endedByDrills } from '../../../session/storage/drills-end';
import { FrameProbe } from '../../../session/probes/frame-probe';
import { WindowProbe } from '../../../session/probes/window-probe';
import { sealingKey } from '../../../session/sealed/sealing-key';
import { tabStorage } from '../../../session/sealed/tab-storage';
import { addressOf, appUrl, callbackUrl, startUrl } from '../../../session/sign-in/callback-url';
import type { BrowserFacts, CheckContext } from '../rules/check';

/** Makes what checks look at, new for each run: what was seen a minute ago may have been fixed since. */
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
    return {
      config: this.#config,
      origin: window.location.origin,
      appUrl: appUrl(),
      startUrl: startUrl(),
      clockSkewMs: this.#clockSkew,
      configFile: once(async () => (await loadConfig()).result),
      pageHeaders: once(pageHeaders),
      discovery: once(() => this.#tenant.discovery()),
      jwks: once(() => this.#tenant.jwks()),
      exchange: once((grant) => this.#tenant.exchange(grant, callbackUrl())),
      crossOrigin: once((tried) => this.#tenant.crossOrigin(tried)),
      ownAccount: once(() => this.#ownAccount()),
      tokens: once(() => this.#facts.read()),
      endedByDrills,
      renewal: once(() => this.#facts.renew()),
      silent: once((request) => this.#frames.silent(request)),
      authorizeRedirects: once((request) => this.#frames.authorizeRedirects(request)),
      logoutRedirects: once(() => this.#frames.logoutRedirects(startUrl())),
      browser: once(browserFacts),
      tryWindow: () =>
        isClick ? this.#windows.tryWindow() : Promise.resolve('notInAClick' as const),
    };
  }

  async #ownAccount() {
    const state = await firstValueFrom(this.#session.settled);

    return state.status === 'signedIn' ? this.#tenant.ownAccount(state.user.subject) : undefined;
  }
}

/** Asks each thing once: whoever asks again for the same gets the same answer. */
function once<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();

  return (...asked) => {
    const name = JSON.stringify(asked);
    const answer = answers.get(name) ?? ask(...asked);
    answers.set(name, answer);

    return answer;
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
