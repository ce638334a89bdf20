import { drillOf } from '../../../session/storage/drill-mark';

/** Lets a drill see what this tab shows, if it is the tab of one; for everybody else nothing is loaded. */
export async function joinDrill(): Promise<void> {
  const drill = drillOf();
  if (drill === undefined) return;
  const { DrillAgent } = await import('./drill-agent');
  new DrillAgent(drill).start();
}
