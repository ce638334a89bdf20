import { InjectionToken } from '@angular/core';
import type { Routes } from '@angular/router';

import { joinDrill } from '../../app/staging/drills/driver/start-drill-agent';
import { withConsoleTexts } from '../../locales/console/with-console-texts';
import type { LigatureFeature } from './ligature-feature';

/** The console, where a portal wants it. */
export interface PortalConsole {
  loadRoutes(): Promise<Routes>;
  /** Begins what goes on as long as the page does, in an injection context. */
  begin(): void;
}

export const PORTAL_CONSOLE = new InjectionToken<PortalConsole>('the console for a portal');

/**
 * Adds the console for those who try linking out: checks of the tenant, the trace, drills and the policy preview, at
 * `staging` below the mount point. It is there where the configuration says `"staging": true`, so that one build of a
 * portal serves both. Without this feature a portal loads nothing of it.
 *
 * @example
 * provideLigature('ligature.json', withStaging())
 */
export function withStaging(): LigatureFeature {
  return {
    ɵproviders: [
      {
        provide: PORTAL_CONSOLE,
        useValue: {
          loadRoutes: async () =>
            (await withConsoleTexts(() => import('../../app/shell/staging.routes'))).stagingRoutes,
          begin: () => void joinDrill(),
        } satisfies PortalConsole,
      },
    ],
  };
}
