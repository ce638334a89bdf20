import { authorizeQuestions } from './authorize.ts';
import { crossOriginQuestions } from './cross-origin.ts';
import { logoutQuestions } from './logout.ts';
import { managementQuestions } from './management.ts';
import { passwordlessQuestions } from './passwordless.ts';
import type { Finding, ProbedTenant, Question } from './question.ts';
import { tokenQuestions } from './token.ts';
import { wellKnownQuestions } from './well-known.ts';

const questions: readonly Question[] = [
  ...wellKnownQuestions,
  ...authorizeQuestions,
  ...tokenQuestions,
  ...passwordlessQuestions,
  ...managementQuestions,
  ...crossOriginQuestions,
  ...logoutQuestions,
];

/** Asks a tenant everything that needs no secret, one thing after the other. */
export async function probe(tenant: ProbedTenant): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const question of questions) {
    const seen = await question.ask(tenant).catch(reasonOf);
    findings.push({ question, seen, isDifferent: seen !== question.expected });
  }

  return findings;
}

function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};

  return `no answer (${cause instanceof Error ? cause.message : String(error)})`;
}

/** The findings for a terminal, and the differences once more at the end. */
export function findingsReport(findings: readonly Finding[]): string {
  const different = findings.filter(({ isDifferent }) => isDifferent);
  const total = `${findings.length} questions, ${different.length} differences.`;

  return [...findings.map(findingText), '', total, ...different.map(findingText)].join('\n');
}

function findingText({ question, seen, isDifferent }: Finding): string {
  return [
    `${isDifferent ? 'DIFFERENT' : 'ok'}  ${question.name} (${question.source})`,
    `    expected  ${question.expected}`,
    `    seen      ${seen}`,
  ].join('\n');
}
