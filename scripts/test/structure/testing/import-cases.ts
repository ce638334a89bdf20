/** Code that somebody might write, and where. */
export interface PlantedCode {
  readonly says: string;
  readonly at: string;
  readonly code: string;
}

const page = 'src/app/linking/account-page/planted-page.ts';
const view = 'src/app/linking/account/planted.ts';
const store = 'src/app/linking/account/planted-store.ts';
const state = 'src/app/linking/account/planted-state.ts';
const storePart = 'src/app/linking/link-page/store/planted.ts';
const consoleView = 'src/app/staging/checks/planted.ts';
const driver = 'src/app/staging/drills/driver/planted.ts';
const check = 'src/app/staging/checks/rules/planted.ts';
const drill = 'src/app/staging/drills/judge/planted.ts';
const translation = 'src/app/page-translation/planted.ts';
const actions = 'src/app/actions/planted.ts';
const saga = 'src/app/saga/planted.ts';
const managementApi = 'src/app/management-api/planted.ts';
const session = 'src/app/session/window/planted.ts';
const primary = 'src/app/session/primary/planted.ts';
const secondary = 'src/app/session/secondary/planted.ts';
const trace = 'src/app/trace/planted.ts';
const config = 'src/app/config/planted.ts';
const identity = 'src/app/identity/planted.ts';
const root = 'src/app/planted.ts';
const shell = 'src/app/shell/planted.ts';
const helper = 'src/app/linking/testing/planted.ts';
const spec = 'src/app/identity/planted.spec.ts';
const tenant = 'tenant/src/planted.ts';
const tenantProtocol = 'tenant/src/protocol/planted.ts';
const tenantState = 'tenant/src/state/people/planted.ts';
const tenantPage = 'tenant/src/ui/planted.ts';
const tenantTokens = 'tenant/src/oauth/tokens/planted.ts';
const tenantFlow = 'tenant/src/login/flow/planted.ts';
const tenantStep = 'tenant/src/login/planted.ts';
const tenantOAuth = 'tenant/src/oauth/grants/planted.ts';
const tenantManagement = 'tenant/src/management/users/planted.ts';
const tenantControl = 'tenant/src/control/clock/planted.ts';
const tenantHttp = 'tenant/src/http/planted.ts';
const tenantTest = 'tenant/test/oauth/planted.test.ts';
const e2e = 'e2e/planted.spec.ts';
const script = 'scripts/planted.ts';
const bench = 'bench/planted.ts';

const plant = (says: string, at: string, code: string): PlantedCode => ({ says, at, code });

/** An import statement for each of these modules. */
const from = (says: string, at: string, ...modules: readonly string[]): PlantedCode[] =>
  modules.map((name) =>
    plant(`${says} imports ${name}`, at, `import { x } from '${name}';\nexport const y = x;`),
  );

/** Imports that the import table refuses. */
export const refusedImports: readonly PlantedCode[] = [
  ...from('a page', page, '@angular/common/http', 'rxjs', '@ngrx/signals', '@auth0/auth0-angular'),
  ...from('a page', page, '../../session/session', '../../saga/saga', '../../trace/trace'),
  ...from('a page', page, '../../management-api/management-api', '../../config/config'),
  ...from('a page', page, '../link-page/link-page', '../../app', '../../helpers/helper'),
  ...from('a page', page, '../../staging/checks/checks-store', '../../staging/ui/facts-list'),
  ...from('a view', view, '@angular/common/http', 'rxjs', '@ngrx/signals', 'valibot'),
  ...from('a view', view, '../link-page/store/linking-store', './signed-in-account-store'),
  ...from('a view', view, './signed-in-account-state', '../account-page/account-page'),
  ...from('a view', view, '../../session/session', '../../trace/trace'),
  ...from(
    'a store',
    store,
    '@angular/common/http',
    '@auth0/auth0-spa-js',
    '@angular/material/card',
  ),
  ...from('a store', store, '../account-page/account-page', './identity-list'),
  ...from('a store', store, '../../staging/checks/checks-store', '@angular/router'),
  ...from('a state', state, './identity-list', '@angular/material/card'),
  ...from('a part of a store', storePart, '../link-page', '../../account/identity-list'),
  ...from('a view of the console', consoleView, './checks-store', '../../session/session'),
  ...from('a driver of drills', driver, '../../ui/facts-list', '@angular/material/card'),
  ...from('a check', check, '@angular/core', 'rxjs', '@ngrx/signals', '../checks-store'),
  ...from('a drill', drill, '@angular/core', 'rxjs', '../../../session/session'),
  ...from('a drill', drill, '../../../management-api/management-api', '../../../saga/saga'),
  ...from('the translation of pages', translation, '../linking/account/identity-list', 'rxjs'),
  ...from('the translation of pages', translation, '../config/config'),
  ...from('the list of actions', actions, '../identity/identity', '@angular/core'),
  ...from('the saga', saga, '../linking/link-page/store/linking-store', '../config/config'),
  ...from('the saga', saga, '@ngrx/signals'),
  ...from('the saga', saga, '@angular/common/http', '@auth0/auth0-angular'),
  ...from('the Management API', managementApi, '../saga/saga', '../shell/welcome/welcome'),
  ...from('the Management API', managementApi, '@auth0/auth0-angular', 'idb-keyval'),
  ...from('the session', session, '../../management-api/management-api', '../../saga/saga'),
  ...from('the session', session, '../primary/primary-session'),
  ...from('the session', session, '../secondary/secondary-auth-service'),
  ...from('the primary session', primary, '../secondary/secondary-auth-service'),
  ...from('a secondary sign-in', secondary, '../primary/primary-session', '../../saga/saga'),
  ...from('the session', session, '@angular/common/http', '@ngrx/signals', '@angular/router'),
  ...from('the trace', trace, '../session/session', '../config/config', 'rxjs', '@angular/common'),
  ...from('the configuration', config, '../session/session', '../trace/trace', '@angular/common'),
  ...from('the model', identity, '@angular/core', 'rxjs', 'valibot', 'node:crypto'),
  ...from('the model', identity, '../config/config', '../saga/saga'),
  ...from('the application', root, '../../tenant/src/tenant', '../../e2e/journey'),
  ...from('the application', root, '../../scripts/script', '../../bench/measure'),
  ...from('a part of the application', session, '@ligature/tenant', 'node:fs', './no-such-file'),
  ...from('a part of the application', session, '../../shell/welcome/welcome'),
  ...from(
    'a spec',
    spec,
    '../../../tenant/src/tenant',
    '../../../e2e/journey',
    '../helpers/helper',
  ),
  ...from('the tenant', tenant, '../../src/app/identity/identity', '../../e2e/journey'),
  ...from('the tenant', tenant, '../../scripts/script', '../../src/main'),
  ...from('the protocol', tenantProtocol, '../state/tenant-state', '../http/tenant-app'),
  ...from('the state', tenantState, '../../control/clock/clock-page', '../../ui/layout'),
  ...from('the state', tenantState, '../../actions/run-post-login', '../../oauth/tokens/issue'),
  ...from('the state', tenantState, '../../seed/read-seed', '../../http/tenant-app'),
  ...from('a layout', tenantPage, '../login/flow/proceed', '../login/consent'),
  ...from('the tokens', tenantTokens, '../authorize', '../../login/flow/proceed'),
  ...from('the flow', tenantFlow, '../consent', '../../oauth/authorize'),
  ...from('a step', tenantStep, '../oauth/authorize', '../http/tenant-app'),
  ...from('a step', tenantStep, '../management/users/read-user', '../seed/read-seed'),
  ...from('OAuth', tenantOAuth, '../../login/consent', '../../control/clock/clock-page'),
  ...from('OAuth', tenantOAuth, '../../passwordless/start', '../../tenant'),
  ...from('Management', tenantManagement, '../../control/clock/clock-page'),
  ...from('Management', tenantManagement, '../../oauth/authorize'),
  ...from('the control plane', tenantControl, '../../management/users/read-user', '../../tenant'),
  ...from('the rim of HTTP', tenantHttp, '../tenant', '../../test/testing/tenant'),
  ...from('a journey', e2e, '../src/app/identity/identity', '../tenant/src/tenant'),
  ...from('a script', script, '../src/app/identity/identity', '../src/main', '../e2e/journey'),
  ...from('a benchmark', bench, '../src/app/session/session', '../e2e/journey'),

  plant('a page loads a forbidden part lazily', page, "void import('../../session/session');"),
  plant('a page passes a forbidden part on', page, "export { x } from '../../session/session';"),
  plant('a page passes all of a forbidden part on', page, "export * from '../../saga/saga';"),
  plant('a page imports a forbidden type', page, "import type { x } from '../../trace/trace';"),
  plant('a page passes a forbidden type on', page, "export type { X } from '../../saga/saga';"),
  plant('a page imports for the side effect', page, "import '../../session/session';"),
  plant('a page names a type inline', page, "let x: import('../../session/session').X;"),
  plant('the model loads a package lazily', identity, "void import('@angular/core');"),
  plant('the model imports a type of a package', identity, "import type { A } from 'rxjs';"),
  plant('the application loads the tenant lazily', root, "void import('../../tenant/src/tenant');"),
];

/** Imports that the import table allows. */
export const allowedImports: readonly PlantedCode[] = [
  ...from('a page', page, '../link-page/store/linking-store', '../account/identity-list'),
  ...from('a page', page, '../account/signed-in-account-store', '@angular/material/card'),
  ...from('a page', page, '../../identity/identity', '@angular/router'),
  ...from('a view', view, '../review/link-review', '@angular/core', '@angular/cdk/a11y'),
  ...from(
    'a store',
    store,
    '../../saga/saga',
    '../../session/session',
    '../../config/config',
    '@ngrx/signals',
  ),
  ...from('a store', store, '../link-page/store/linking-store', './signed-in-account-state'),
  ...from('a part of a store', storePart, '../../account/signed-in-account-store', 'rxjs'),
  ...from('a check', check, '../../../session/session', '../../../config/config'),
  ...from('a check', check, '../../../trace/trace'),
  ...from('a view of the console', consoleView, './rules/check', '../../trace/trace'),
  ...from('a driver of drills', driver, '../catalogue/all-drills', '../../../session/session'),
  ...from('a driver of drills', driver, '../../../actions/action'),
  ...from('a view', consoleView, '../../page-translation/afresh'),
  ...from('the saga', saga, '../management-api/management-api', '../trace/trace', 'rxjs'),
  ...from('the Management API', managementApi, '@angular/common/http', '../session/session'),
  ...from('the primary session', primary, '../session'),
  ...from('a secondary sign-in', secondary, '../session', './secondary-auth-service'),
  ...from(
    'the session',
    session,
    '@auth0/auth0-angular',
    'auth0-js',
    'auth0-lock',
    'idb-keyval',
    'rxjs',
  ),
  ...from('the trace', trace, '../identity/identity', '@angular/core'),
  ...from('the configuration', config, '../identity/identity', '@angular/core', 'valibot'),
  ...from('the model', identity, './identity'),
  ...from('the composition root', root, './session/session', './app', '@angular/common/http'),
  ...from('the composition root', root, './linking/account-page/account-page'),
  ...from('a part of the shell', shell, '../session/session', '@angular/router', '../app'),
  ...from('what specs share', helper, '../../session/session', '../../identity/testing/accounts'),
  ...from('a spec', spec, '../session/session', '@angular/common/http/testing', '../app'),
  ...from('the tenant', tenant, './tenant', 'node:http', 'hono'),
  ...from('the tenant', tenant, './http/tenant-app', './seed/read-seed'),
  ...from('the state', tenantState, '../tenant-state', '../../protocol/json', 'jose'),
  ...from('the flow', tenantFlow, '../../oauth/tokens/issue', '../../actions/run-post-login'),
  ...from('a step', tenantStep, './flow/proceed', '../ui/layout', './consent'),
  ...from('OAuth', tenantOAuth, '../tokens/issue', '../../login/flow/proceed'),
  ...from('OAuth', tenantOAuth, '../authorize'),
  ...from('Management', tenantManagement, '../../seed/read-seed', './read-user'),
  ...from('the control plane', tenantControl, '../../login/flow/proceed', '../../ui/layout'),
  ...from('the rim of HTTP', tenantHttp, '../management/users/read-user', 'hono'),
  ...from('a test of the tenant', tenantTest, '../testing/tenant', '../../src/http/tenant-app'),
  ...from('a journey', e2e, './journey', '../scripts/script', '@playwright/test'),
  ...from('a journey', e2e, '../src/app/actions/action'),
  ...from('a script', script, '../tenant/src/tenant', 'node:fs'),
  ...from('a benchmark', bench, '../scripts/script', '../src/app/identity/identity'),
];

const exported = (expression: string): string => `export const y = ${expression};`;
const component = (metadata: string): string =>
  `import { Component } from '@angular/core';\n@Component({ selector: 'app-y', ${metadata} })\nexport class Y {}`;

/** Code that turns text into markup. */
export const unsafeHtml: readonly PlantedCode[] = [
  plant('innerHTML is written', view, "document.body.innerHTML = 'x';"),
  plant('innerHTML is written by name', view, "document.body['innerHTML'] = 'x';"),
  plant('outerHTML is written', view, "document.body.outerHTML = 'x';"),
  plant('insertAdjacentHTML is called', view, "document.body.insertAdjacentHTML('x', 'y');"),
  plant('document.write is called', view, "document.write('x');"),
  plant('bypassSecurityTrustHtml is called', view, exported("s.bypassSecurityTrustHtml('x')")),
  plant('bypassSecurityTrustUrl is taken', view, 'export const { bypassSecurityTrustUrl } = s;'),
  plant('a host binds innerHTML', view, component("template: '', host: { '[innerHTML]': 'x' }")),
  plant('a template binds innerHTML', view, component('template: `<p [innerHTML]="x"></p>`')),
  plant('the tenant writes innerHTML', tenant, "document.body.innerHTML = 'x';"),
  plant(
    'a template file binds srcdoc',
    'src/app/linking/account/planted.html',
    '<iframe [srcdoc]="x"></iframe>',
  ),
];

/** Files in a folder that nobody declared. */
export const undeclaredPlaces: readonly PlantedCode[] = [
  plant('a new folder in the application', 'src/app/shared/planted.ts', exported('1')),
  plant('a new folder beside the application', 'src/helpers/planted.ts', exported('1')),
  plant('a new folder of the tenant', 'tenant/src/helpers/planted.ts', exported('1')),
];

/** Modules with a default export. */
export const defaultExports: readonly PlantedCode[] = [
  plant('a part of the application', session, 'export default 1;'),
  plant('a class of the application', page, 'export default class {}'),
  plant('the tenant', tenant, 'export default {};'),
  plant('a journey', e2e, 'const y = 1;\nexport { y as default };'),
];
