import type { TraceEntry, TraceFlow } from '../../trace/trace-entry';
import { titleOf, type CheckResult } from '../checks/rules/check-result';
import { dated, reportOf, type ReportContext } from './redacted-report';

export interface BundleParts extends ReportContext {
  readonly entries: readonly TraceEntry[];
  readonly flows: readonly TraceFlow[];
  readonly checks: readonly CheckResult[];
}

/**
 * Everything that helps somebody who was not there, as one JSON text without a token, an email address, a
 * phone number or an ID: each of them is a number instead, the same one wherever the same value stood.
 */
export const supportBundle = ({ entries, flows, checks, ...context }: BundleParts): string =>
  reportOf(context, 'ligature support bundle', {
    checks: checks.map(({ check, progress }) => ({
      id: check.id,
      ...(progress.status === 'done' ? progress.verdict : { status: progress.status }),
      title: titleOf({ check, progress }),
    })),
    flows: flows.map(dated),
    trace: entries.map(dated),
  });
