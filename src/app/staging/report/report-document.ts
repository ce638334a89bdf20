import { revealed, written } from '../../trace/masking';
import type { TraceValue } from '../../trace/personal';
import type { Fact } from '../checks/rules/verdict';
import type { Drill } from '../drills/catalogue/drill';
import { whoWords } from '../drills/catalogue/step-words';
import type { ComparedAccount } from '../drills/judge/accounts-compared';
import { statusWords, type DrillOutcome, type DrillStatus } from '../drills/judge/drill-result';

/** The report as its JSON says it, as far as people read it. */
interface ReportRecord {
  readonly at: string;
  readonly summary: string;
  readonly tenant: string;
  readonly environment: string;
  readonly application: string;
  readonly version: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly browser: string;
  readonly configuration: unknown;
  readonly drills: readonly DrillRecord[];
}

/** A drill in the report: what it is, and what has come of it if it was run. */
export interface DrillRecord
  extends
    Pick<Drill, 'id' | 'title' | 'shows' | 'writes'>,
    Pick<DrillOutcome, 'evidence' | 'shown' | 'accounts'>,
    Partial<Pick<DrillOutcome, 'durationMs'>> {
  readonly steps: readonly string[];
  readonly verdict: string;
  readonly at?: string;
}

/** How the report looks, on a screen and on paper. */
const reportStyles = `
body { max-inline-size: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
section { margin-block: 1rem; padding: 0.5rem 1rem; border: 1px solid #8888; border-inline-start-width: 6px; border-radius: 8px; break-inside: avoid; }
section.passed { border-inline-start-color: #2e7d32; }
section.failed { border-inline-start-color: #c62828; }
section.inconclusive { border-inline-start-color: #ef6c00; }
h2 { font-size: 1.1rem; } h2 span { float: inline-end; }
li.asExpected::marker { content: '✓ '; } li.otherwise::marker { content: '✗ '; } li.notSeen::marker { content: '? '; }
table { inline-size: 100%; margin-block: 0.5rem; border-collapse: collapse; table-layout: fixed; font-size: 0.85rem; }
caption, th, td { padding: 0.25rem; border-block-start: 1px solid #8888; text-align: start; overflow-wrap: anywhere; }
pre { overflow-x: auto; white-space: pre-wrap; } pre, small { overflow-wrap: anywhere; }
`;

/** One page to keep and to print: no script, nothing from elsewhere, and every text from outside escaped. */
export function reportPage(json: string): string {
  // It was written a moment ago by the function that calls this one.
  const report = JSON.parse(json) as ReportRecord;
  const title = $localize`Ligature: drills report`;
  const { tenant, environment, application, version } = report;

  return `<!doctype html>
<html lang="${escaped($localize.locale ?? 'en')}" dir="${escaped(document.documentElement.dir || 'ltr')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${reportStyles}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p><strong>${escaped(report.summary)}</strong></p>
<p>${escaped($localize`Tenant: ${tenant}:tenant: (${environment}:environment:) · Application: ${application}:application: · Ligature ${version}:version:`)}</p>
<p>${escaped(report.at)} · ${escaped(report.browser)}</p>
${report.drills.map(drillSection).join('\n')}
<section>
<h2>${escaped($localize`Versions and configuration`)}</h2>
<pre>${escaped(JSON.stringify({ versions: report.versions, configuration: report.configuration }, null, 2))}</pre>
</section>
</body>
</html>
`;
}

const isStatus = (verdict: string): verdict is DrillStatus => Object.hasOwn(statusWords, verdict);

/** A program reads how a drill ended by its name; people read it as the page says it. */
const endWords = (verdict: string): string =>
  isStatus(verdict) ? statusWords[verdict] : statusWords.notRun;

const afterWords: Readonly<Record<ComparedAccount['after'], string>> = {
  there: $localize`After`,
  gone: $localize`After: no longer an account of its own`,
  notSeen: $localize`After: not known`,
};

const drillSection = (drill: DrillRecord): string => `<section class="${escaped(drill.verdict)}">
<h2>${escaped(drill.title)} <span>${escaped(endWords(drill.verdict))}</span></h2>
<p>${escaped(drill.shows)}</p>
<p><strong>${escaped($localize`Writes:`)}</strong> ${escaped(drill.writes)}</p>
${drill.at === undefined ? '' : `<p>${escaped(drill.at)} · ${String(drill.durationMs ?? 0)} ms</p>`}
<ol>${drill.steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>
<ul>${drill.evidence
  .map(
    ({ what, found, facts }) =>
      `<li class="${escaped(found)}">${escaped(what)}<br><small>${escaped(factsText(facts))}</small></li>`,
  )
  .join('')}</ul>
${(drill.accounts ?? []).map(accountTable).join('')}
<p><small>${escaped(drill.shown.join(' → '))}</small></p>
</section>`;

/** By now every value is a text that says nothing about anybody. */
const valueText = (value: TraceValue | undefined): string =>
  escaped(value === undefined ? '–' : written(value, revealed));

const accountTable = ({ who, after, facts }: ComparedAccount): string => `<table>
<caption>${escaped(whoWords[who])}</caption>
<tr><td></td><th>${escaped($localize`Before`)}</th><th>${escaped(afterWords[after])}</th></tr>
${facts.map(({ name, before, after: then }) => `<tr><th>${escaped(name)}</th><td>${valueText(before)}</td><td>${valueText(then)}</td></tr>`).join('\n')}
</table>`;

const factsText = (facts: readonly Fact[]): string =>
  facts.map(({ name, value }) => `${name}: ${written(value, revealed)}`).join(' · ');

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
