import type { LigatureConfig } from '../../config/ligature-config';
import { stepWords } from '../drills/catalogue/step-words';
import type { DrillResult } from '../drills/judge/drill-result';
import { drillCounts } from '../drills/judge/drill-result';
import { libraryVersions } from './library-versions';
import { dated, redacted } from './redacted';
import { reportPage } from './report-document';

export interface ReportParts {
  readonly results: readonly DrillResult[];
  readonly config: LigatureConfig;
  readonly browser: string;
  readonly at: Date;
}

/** The report of drills in both of its forms: to be read by a program, and by a person. */
export interface DrillsReport {
  readonly json: string;
  readonly html: string;
}

/** What has come of the drills, without a token, a code, an e-mail, a phone number or an id. */
export function drillsReport({ results, config, browser, at }: ReportParts): DrillsReport {
  const json = redacted({
    what: 'ligature drills report',
    at: at.toISOString(),
    versions: libraryVersions,
    browser,
    configuration: config,
    counts: drillCounts(results),
    drills: results.map(drillRecord),
  });

  return { json, html: reportPage(json) };
}

const drillRecord = ({ drill, progress }: DrillResult): object => ({
  id: drill.id,
  title: drill.title,
  shows: drill.shows,
  writes: drill.writes,
  steps: drill.steps.map((step) => stepWords(step, drill)),
  ...(progress.status === 'done'
    ? dated(progress.outcome)
    : { verdict: 'not run', evidence: [], shown: [] }),
});
