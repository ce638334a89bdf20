import {
  createEnvironmentInjector,
  ErrorHandler,
  Injector,
  type DestroyRef,
  type EnvironmentInjector,
  type Provider,
} from '@angular/core';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import { LinkEnding } from '../../app/linking/link-page/store/link-ending';
import { LinkReturnStore } from '../../app/linking/store/link-return';
import { Outcomes } from '../../app/linking/store/outcomes';
import { PrimarySession } from '../../app/session/primary/primary-session';
import { accountProviders } from '../../app/shell/account.routes';
import { isFramed } from '../../app/shell/framed/is-framed';
import { enterLigature } from '../enter-ligature';
import { LigatureError } from '../ligature-error';
import { portalProviders } from '../pages/portal-providers';
import { PORTAL_SETUP, type PortalSetup } from '../portal-setup';
import { mountIn } from './mount-in';
import { PartOutcomes } from './part-outcomes';

/** What can be shown on a page of the portal's. What is given in the injector is of one part of it, and ends with that. */
export type EnteredPart =
  | { readonly status: 'framed' | 'unusable' }
  | { readonly status: 'signedOut' | 'signedIn'; readonly injector: EnvironmentInjector };

/** Enters Ligature from a page of the portal's. Fails with {@link LigatureError} as `ligatureRoutes()` do. */
export async function enterPart(
  application: EnvironmentInjector,
  lifetime: DestroyRef,
  providers: Provider[] = [],
): Promise<EnteredPart> {
  if (isFramed()) {
    application.get(ErrorHandler).handleError(new LigatureError('LIG-FRAMED'));

    return { status: 'framed' };
  }
  const setup = application.get(PORTAL_SETUP, null);
  if (setup === null) throw new LigatureError('LIG-NOT-PROVIDED');
  if (!(await entered(application, setup))) return { status: 'unusable' };
  const { status } = await firstValueFrom(application.get(PrimarySession).settled);
  if (lifetime.destroyed) return { status: 'unusable' };

  setup.components += 1;
  const injector = createEnvironmentInjector(
    [
      portalProviders,
      accountProviders,
      // What comes of a link is told by the part in which it was made, and it leads back to no other application.
      { provide: Outcomes, useClass: PartOutcomes },
      LinkEnding,
      LinkReturnStore,
      providers,
    ],
    application,
  );
  lifetime.onDestroy(() => {
    setup.components -= 1;
    injector.destroy();
  });

  return { status: status === 'signedIn' ? 'signedIn' : 'signedOut', injector };
}

async function entered(application: EnvironmentInjector, setup: PortalSetup): Promise<boolean> {
  if (!setup.isEntered) {
    const mount = mountIn(application.get(Router).config);
    if (mount === undefined) throw new LigatureError('LIG-NOT-MOUNTED');

    return enterLigature(application.get(Injector), setup, mount);
  }
  if (!setup.hasChanged) return true;
  // This document is still of the person who was here before.
  window.location.reload();

  return new Promise<never>(() => undefined);
}
