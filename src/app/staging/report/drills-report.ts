import { stepsInWords } from '../drills/catalogue/step-words';
import { drillCounts, endOf, type DrillResult } from '../drills/judge/drill-result';
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
  const json = reportOf(context, 'ligature drills report', {
    counts: drillCounts(results),
    drills: results.map(drillRecord),
  });

  return { json, html: reportPage(json) };
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
