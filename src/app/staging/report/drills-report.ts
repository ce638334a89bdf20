import { environmentOf } from '../../config/dashboard';
import { stepsInWords } from '../drills/catalogue/step-words';
import {
  drillCounts,
  endOf,
  type DrillCounts,
  type DrillResult,
} from '../drills/judge/drill-result';
import { libraryVersions } from './library-versions';
import { dated, reportOf, type ReportContext } from './redacted-report';
import { reportPage, type DrillRecord } from './report-document';

export interface ReportParts extends ReportContext {
  readonly results: readonly DrillResult[];
}

/** The report of drills in both of its forms: to be read by a program, and by a person. */
export interface DrillsReport {
  readonly json: string;
  readonly html: string;
}

/** What has come of the drills, without a token, a code, an e-mail, a phone number or an id. */
export function drillsReport({ results, ...context }: ReportParts): DrillsReport {
  const counts = drillCounts(results);
  const { tenant, branding } = context.config;
  const json = reportOf(context, 'ligature drills report', {
    summary: summaryOf(counts),
    tenant: new URL(tenant.origin).host,
    environment: environmentOf(tenant),
    application: `${branding.productName} (${tenant.clientId})`,
    version: libraryVersions.ligature,
    counts,
    drills: results.map(drillRecord),
  });

  return { json, html: reportPage(json) };
}

/** How many drills there are, and how they ended, in one line. */
function summaryOf({ total, done, passed, failed, inconclusive }: DrillCounts): string {
  const ended = $localize`${total}:total: drills: ${passed}:passed: passed, ${failed}:failed: failed`;
  const doubtful = inconclusive > 0 ? $localize`, ${inconclusive}:inconclusive: inconclusive` : '';
  const notRun = total > done ? $localize`, ${total - done}:notRun: not run` : '';

  return `${ended}${doubtful}${notRun}`;
}

const drillRecord = ({ drill, progress }: DrillResult): DrillRecord => ({
  id: drill.id,
  title: drill.title,
  shows: drill.shows,
  writes: drill.writes,
  steps: stepsInWords(drill),
  ...(progress.status === 'done'
    ? { ...dated(progress.outcome), verdict: endOf(progress.outcome) }
    : { verdict: 'not run', evidence: [], shown: [] }),
});
