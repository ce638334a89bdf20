import type { LigatureConfig } from '../config/ligature-config';
import { masking, plainJson } from '../trace/masking';
import type { TraceEntry, TraceFlow } from '../trace/trace-entry';
import { withoutSecrets } from '../trace/without-secrets';
import type { CheckResult } from './checks/check-result';
import { libraryVersions } from './library-versions';

export interface BundleParts {
  readonly entries: readonly TraceEntry[];
  readonly flows: readonly TraceFlow[];
  readonly checks: readonly CheckResult[];
  readonly config: LigatureConfig;
  readonly browser: string;
  readonly at: Date;
}

/** An e-mail address or a phone number, wherever somebody may have written one. */
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const phone = /\+\d{7,15}\b/g;

/**
 * Everything that helps somebody who was not there, as one JSON text without a token, an e-mail, a phone
 * number or an id: each of them is a number instead, the same one wherever the same value stood.
 */
export function supportBundle(parts: BundleParts): string {
  const write = masking();
  const trace = parts.entries.map((entry) => ({ ...entry, at: iso(entry.at) }));
  const bundle = {
    what: 'ligature support bundle',
    at: parts.at.toISOString(),
    versions: libraryVersions,
    browser: parts.browser,
    configuration: parts.config,
    checks: parts.checks.map(({ check, progress }) => ({
      id: check.id,
      title: check.title,
      ...(progress.state === 'done' ? progress.verdict : { status: progress.state }),
    })),
    flows: parts.flows.map((flow) => ({ ...flow, at: iso(flow.at) })),
    trace,
  };
  const text = JSON.stringify(plainJson(withoutSecrets(bundle), write), null, 2);

  // What is known to be personal has its number by now; this is for where it stood in other words.
  return write
    .seen()
    .filter(([value]) => value.length >= 6)
    .reduce((masked, [value, mask]) => masked.replaceAll(inJson(value), mask), text)
    .replaceAll(email, '<e-mail>')
    .replaceAll(phone, '<phone>');
}

const iso = (time: number): string => new Date(time).toISOString();

/** A text as it stands inside a string of JSON. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
