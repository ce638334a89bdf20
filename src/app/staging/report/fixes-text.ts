import { dashboardAddress } from '../../config/dashboard';
import type { LigatureConfig } from '../../config/ligature-config';
import { withoutSecrets } from '../../trace/without-secrets';
import { titleOf } from '../checks/rules/check-result';
import type { JudgedCheck } from '../checks/rules/standing';

/**
 * What is to be set right at the tenant, to be sent to whoever owns it: what was seen, where the setting is and what goes
 * in there. It holds no token, no code and nothing about a person; what is a fact of somebody's token is left out.
 */
export function fixesText(judged: readonly JudgedCheck[], { tenant }: LigatureConfig): string {
  const found = ['problem', 'warning'].flatMap((kind) =>
    judged.filter(({ standing }) => standing.kind === kind),
  );
  const head = $localize`To fix at ${tenant.origin}:tenant: for the application ${tenant.clientId}:client:`;

  return withoutSecrets(
    [head, ...found.map((one, index) => `${index + 1}. ${fixText(one, tenant)}`)].join('\n\n'),
  );
}

function fixText(judged: JudgedCheck, tenant: LigatureConfig['tenant']): string {
  const { progress } = judged;
  const verdict = progress.status === 'done' ? progress.verdict : undefined;
  const fix = verdict?.fix;
  const lines = [
    verdict?.seen,
    fix && $localize`Where: ${fix.setting}:setting:`,
    fix?.page && dashboardAddress(tenant, fix.page),
    fix?.value && $localize`Value: ${fix.value}:value:`,
    fix?.lines && `${fix.file ?? ''}:\n${indented(fix.lines)}`,
  ];

  return [titleOf(judged), ...lines.flatMap((line) => (line ? [indented(line)] : []))].join('\n');
}

const indented = (text: string): string => text.replaceAll(/^/gm, '   ');
