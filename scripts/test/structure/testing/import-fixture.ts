import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import angular from 'angular-eslint';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { repository } from '../../../lib/paths.ts';
import { loadArchitecture } from '../import-table.ts';

/** One file per role, so that every import that is planted leads somewhere. */
const files = {
  'src/main.ts': '',
  'src/app/app.ts': '',
  'src/app/linking/account-page/account-page.ts': '',
  'src/app/linking/link-page/link-page.ts': '',
  'src/app/linking/account/identity-list.ts': '',
  'src/app/actions/action.ts': '',
  'src/app/page-translation/afresh.ts': '',
  'src/app/linking/review/link-review.ts': '',
  'src/app/linking/link-page/store/linking-store.ts': '',
  'src/app/staging/checks/checks-page.ts': '',
  'src/app/staging/ui/facts-list.ts': '',
  'src/app/staging/checks/checks-store.ts': '',
  'src/app/staging/checks/rules/check.ts': '',
  'src/app/saga/saga.ts': '',
  'src/app/management-api/management-api.ts': '',
  'src/app/session/session.ts': '',
  'src/app/session/primary/primary-session.ts': '',
  'src/app/session/secondary/secondary-auth-service.ts': '',
  'src/app/shell/welcome.ts': '',
  'src/app/identity/testing/accounts.ts': '',
  'src/app/staging/drills/catalogue/all-drills.ts': '',
  'src/app/linking/account/signed-in-account-store.ts': '',
  'src/app/linking/account/signed-in-account-state.ts': '',
  'src/app/trace/trace.ts': '',
  'src/app/config/config.ts': '',
  'src/app/identity/identity.ts': '',
  'src/app/helpers/helper.ts': '',
  'tenant/src/tenant.ts': '',
  'tenant/src/protocol/json.ts': '',
  'tenant/src/state/tenant-state.ts': '',
  'tenant/src/ui/layout.ts': '',
  'tenant/src/seed/read-seed.ts': '',
  'tenant/src/actions/run-post-login.ts': '',
  'tenant/src/oauth/authorize.ts': '',
  'tenant/src/oauth/tokens/issue.ts': '',
  'tenant/src/login/flow/proceed.ts': '',
  'tenant/src/login/consent.ts': '',
  'tenant/src/passwordless/start.ts': '',
  'tenant/src/management/users/read-user.ts': '',
  'tenant/src/control/clock/clock-page.ts': '',
  'tenant/src/http/tenant-app.ts': '',
  'tenant/test/testing/tenant.ts': '',
  'e2e/journey.ts': '',
  'scripts/script.ts': '',
  'bench/measure.ts': '',
  'tsconfig.json': '{ "compilerOptions": { "module": "preserve" } }',
};

export interface ArchitectureFixture {
  /** The rules that refuse this code when it lies at this path. */
  rulesAgainst(path: string, code: string): Promise<string[]>;
  remove(): void;
}

/**
 * A small tree with the folders of the project, outside of it, and the project's own architecture
 * rules over that tree. What is planted is never written to a file.
 */
export async function createArchitectureFixture(): Promise<ArchitectureFixture> {
  const root = mkdtempSync(join(tmpdir(), 'ligature-architecture-'));
  for (const [path, content] of Object.entries(files)) write(join(root, path), content);
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');

  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        processor: angular.processInlineTemplates as Linter.Processor,
      },
      ...(await architectureRules(root)),
    ],
  });

  return {
    rulesAgainst: async (path, code) => {
      const results = await eslint.lintText(code, { filePath: join(root, path) });

      return results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => ruleId ?? message),
      );
    },
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content || 'export const x = 1;\n');
}

async function architectureRules(root: string): Promise<Linter.Config[]> {
  const { noUnsafeHtml } = (await import(
    pathToFileURL(join(repository, 'eslint.unsafe-html.mjs')).href
  )) as { readonly noUnsafeHtml: Linter.Config[] };

  return [...(await loadArchitecture(root)), ...noUnsafeHtml];
}
