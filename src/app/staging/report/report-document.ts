import { reportStyles } from './report-styles';

/** The report as its JSON says it, as far as people read it. */
interface ReportRecord {
  readonly at: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly browser: string;
  readonly configuration: unknown;
  readonly counts: Readonly<Record<string, number>>;
  readonly drills: readonly DrillRecord[];
}

interface DrillRecord {
  readonly title: string;
  readonly shows: string;
  readonly writes: string;
  readonly verdict: string;
  readonly steps: readonly string[];
  readonly shown: readonly string[];
  readonly at?: string;
  readonly durationMs?: number;
  readonly evidence: readonly {
    readonly what: string;
    readonly found: string;
    readonly facts: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}

/** One page to keep and to print: no script, nothing from elsewhere, and every text from outside escaped. */
export function reportPage(json: string): string {
  // It was written a moment ago by the function that calls this one.
  const report = JSON.parse(json) as ReportRecord;
  const title = $localize`Ligature: report of drills`;
  const { passed = 0, failed = 0, inconclusive = 0, total = 0 } = report.counts;

  return `<!doctype html>
<html lang="en">
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
<p>${escaped($localize`${report.at}:time: · ${total}:total: drills: ${passed}:passed: passed, ${failed}:failed: failed, ${inconclusive}:inconclusive: inconclusive.`)}</p>
<p>${escaped(report.browser)}</p>
${report.drills.map(drillSection).join('\n')}
<section>
<h2>${escaped($localize`Versions and configuration`)}</h2>
<pre>${escaped(JSON.stringify({ versions: report.versions, configuration: report.configuration }, null, 2))}</pre>
</section>
</body>
</html>
`;
}

const drillSection = (drill: DrillRecord): string => `<section class="${escaped(drill.verdict)}">
<h2>${escaped(drill.title)} <span>${escaped(drill.verdict)}</span></h2>
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
<p><small>${escaped(drill.shown.join(' → '))}</small></p>
</section>`;

const factsText = (facts: DrillRecord['evidence'][number]['facts']): string =>
  facts.map(({ name, value }) => `${name}: ${[value].flat().map(String).join(', ')}`).join(' · ');

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
