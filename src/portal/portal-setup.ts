import { InjectionToken } from '@angular/core';

import type { ConfigFailure } from '../app/config/config-failure';
import type { LigatureConfig } from '../app/config/ligature-config';
import type { TabMemory } from '../app/trace/trace-settings';
import type { Locale } from '../locales/languages';
import type { ConfigSource } from './config-source';
import { LigatureError } from './ligature-error';
import type { PortalSession } from './session/portal-session';

/** What is known once the first page of Ligature is opened. */
export interface Entered {
  readonly config: LigatureConfig;
  readonly clockSkewMs: number;
  /** What the pages speak. */
  readonly locale: Locale;
  /** What the tenant's pages are to speak; `undefined` where it decides itself. */
  readonly uiLocales: string | undefined;
  readonly traceMemory: TabMemory | undefined;
  /** The path of the portal's router below which the pages lie. */
  readonly mount: string;
  /** Gives an element the looks that the configuration names, if it names any. */
  readonly applyBrand?: ((element: HTMLElement) => void) | undefined;
  /** The portal's own session, where that is the one in use. */
  readonly session?: PortalSession | undefined;
}

/** What a portal has given, and what came of it when the first page was opened. */
export class PortalSetup {
  readonly source: ConfigSource;
  /** Why no page can be shown; the next one that is opened tries again. */
  failure: ConfigFailure | undefined;
  /** The first entering, while it is under way: pages and components of a portal begin at the same time. */
  entering: Promise<boolean> | undefined;
  /** How many components of ours are on the portal's pages now. */
  components = 0;
  #entered: Entered | undefined;

  constructor(source: ConfigSource) {
    this.source = source;
  }

  get isEntered(): boolean {
    return this.#entered !== undefined;
  }

  /** Fails where nothing has been entered: then no page is there that could ask. */
  get entered(): Entered {
    if (this.#entered === undefined) throw new LigatureError('LIG-NOT-ENTERED');

    return this.#entered;
  }

  /** Whether the portal has become somebody else's since, so that this document is still of the person before. */
  get hasChanged(): boolean {
    return this.#entered?.session?.hasChanged === true;
  }

  enter(entered: Entered): void {
    this.failure = undefined;
    this.#entered = entered;
  }
}

export const PORTAL_SETUP = new InjectionToken<PortalSetup>('what provideLigature was given');
