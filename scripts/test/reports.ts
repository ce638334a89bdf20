import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testResults } from '../lib/paths.ts';

/** The path of a report that does not exist yet, so that an old one is never read. */
export function freshReport(name: string): string {
  mkdirSync(testResults, { recursive: true });
  const report = join(testResults, name);
  rmSync(report, { force: true });

  return report;
}

/** What a report says; nothing where the command ended before it could write one, which its exit code tells. */
export function contentOf(report: string): string {
  try {
    return readFileSync(report, 'utf8');
  } catch {
    return '';
  }
}

export function jsonOf(report: string): unknown {
  const content = contentOf(report);

  return content === '' ? undefined : JSON.parse(content);
}
