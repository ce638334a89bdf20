import { inject } from '@angular/core';

import { LIGATURE_CONFIG } from '../../../config/ligature-config';
import { drillOf } from '../../../session/storage/drill-mark';

/**
 * Lets a drill see what this tab shows, if it is the tab of one; for everybody else nothing is loaded. In an injection
 * context.
 */
export async function joinDrill(): Promise<void> {
  const { staging, tenant } = inject(LIGATURE_CONFIG);
  if (!staging || tenant.environment === 'production') return;
  const drill = drillOf();
  if (drill === undefined) return;
  const { DrillAgent } = await import('./drill-agent');
  new DrillAgent(drill).start();
}
