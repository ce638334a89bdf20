import type { LigatureConfig } from '../../config/ligature-config';
import type { TraceEntry, TraceFlow } from '../../trace/trace-entry';
import type { CheckResult } from '../checks/rules/check-result';
import { libraryVersions } from './library-versions';
import { dated, redacted } from './redacted';

export interface BundleParts {
  readonly entries: readonly TraceEntry[];
  readonly flows: readonly TraceFlow[];
  readonly checks: readonly CheckResult[];
  readonly config: LigatureConfig;
  readonly browser: string;
  readonly at: Date;
}

/**
 * Everything that helps somebody who was not there, as one JSON text without a token, an e-mail, a phone
 * number or an id: each of them is a number instead, the same one wherever the same value stood.
 */
export function supportBundle(parts: BundleParts): string {
  return redacted({
    what: 'ligature support bundle',
    at: parts.at.toISOString(),
    versions: libraryVersions,
    browser: parts.browser,
    configuration: parts.config,
    checks: parts.checks.map(({ check, progress }) => ({
      id: check.id,
      title: check.title,
      ...(progress.status === 'done' ? progress.verdict : { status: progress.status }),
    })),
    flows: parts.flows.map(dated),
    trace: parts.entries.map(dated),
  });
}
