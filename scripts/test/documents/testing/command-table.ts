import { existsSync } from 'node:fs';

import { firefoxCandidates } from '../../../lib/browsers/engine-candidates.ts';
import { freePort } from '../../../serve/free-port.ts';

/** How a documented command is tried, in its shortest form. */
export type Trial =
  | ((
      | /** Ends by itself, well. */ { readonly run: string; readonly in?: 'tenant' }
        /** Goes on until it is stopped, and says this when it is ready. */
      | { readonly start: string; readonly until: RegExp }
    ) & {
      /** What this machine lacks for it in this moment, if anything. */
      readonly lacks?: () => Promise<string | undefined>;
    })
  /** Cannot be tried here, for this reason. */
  | { readonly reason: string };

const developersTenant = async (): Promise<string | undefined> =>
  (await freePort(4400)) === 4400 ? undefined : 'somebody uses the port of the local tenant';

function firefox(): Promise<string | undefined> {
  const { platform, env: environment } = process;
  const isThere =
    environment['FIREFOX_PATH'] !== undefined ||
    firefoxCandidates({ platform, environment }).some((path) => existsSync(path));

  return Promise.resolve(isThere ? undefined : 'there is no Firefox on this machine');
}

const ready = /Ctrl-C stops/;
const installs = { reason: 'installs what is installed; `npm ci` is the first thing that CI does' };
const isThis = { reason: 'is what runs this test, with its steps' };
const isStep = { reason: 'is a step of `npm test`' };
const drills =
  'npm run drills -- --config public/config.json --no-build --port 4313 --tenant-port 4513 --only link-google-oauth2 --out test-results/drills';
const headers = { run: 'npm run headers -- https://portal.example' };
const fuzz = { run: 'npm run fuzz -- --runs 1 --seed 7' };
const probe: Trial = {
  run: 'cd "$repository" && npm run probe -- --domain "$tenant" --client ligature-spa --callback http://localhost:4200/callback',
  in: 'tenant',
};
const asTenant = (command: string): Trial => ({ run: command, in: 'tenant' });

/** Every command that the documents name, and how it is tried. A new one needs a line here. */
export const commandTable: Readonly<Record<string, Trial>> = {
  'npm ci': installs,
  'npm ci && npm start': installs,
  'npm ci && npm test': installs,
  'npm test': isThis,
  'npm test -- --only lint,jest': { run: 'npm test -- --only structure' },
  'npm run coverage': { reason: 'runs every test once more, which takes minutes' },
  'npm run check': { reason: 'is `npm test` with some of its steps, which takes minutes' },
  'npm run test:unit -- json.spec': { run: 'npm run test:unit -- json.spec' },
  'npm run test:watch': { start: 'npm run test:watch -- json.spec', until: /Tests: .* passed/ },
  'npm run typecheck': isStep,
  'npm run lint': isStep,
  'npm run format': { reason: 'writes to every file; that none needs it is a step of `npm test`' },
  'npm run format:check': isStep,
  'npm run structure': isStep,
  'npm run structure -- --write': {
    reason: 'writes to a document; that it need not is a step of `npm test`',
  },
  'npm run extract': { run: 'npm run extract' },
  'npm run extract -- --update': {
    reason: 'writes to files; that it need not is the step `languages` of `npm test`',
  },
  'npm run config-schema': {
    reason: 'writes to a file; that it need not is what `config-schema.test.ts` shows',
  },
  'npm run provider-marks': {
    reason: 'writes to files; that it need not is what `provider-marks.test.ts` shows',
  },
  'npm run dev': {
    start: 'npm run dev -- --port 4318',
    // The tenant listens, and Angular has begun; a build is a step of `npm test`.
    until: /Ctrl-C stops[^]*Building/,
    lacks: developersTenant,
  },
  'npm start': { start: 'npm start -- --no-build --port 4311 --tenant-port 4511', until: ready },
  'npm start -- --port 4300 --tenant-port 4500': {
    start: 'npm start -- --port 4300 --tenant-port 4500 --no-build',
    until: ready,
  },
  'npm pack': { reason: 'is run by `e2e/deployment/portal-angular.spec.ts` in the built library' },
  'npm install ligature-angular-0.1.0.tgz': {
    reason: 'is for the repository of a portal; the example has it unpacked',
  },
  'npm run build:element': { run: 'npm run build:element' },
  'npm run example -- portal-plain': {
    start: 'npm run example -- portal-plain --port 4317 --tenant-port 4517',
    until: /localhost:4317/,
  },
  'npm run build:lib': {
    reason:
      'takes a minute; `e2e/deployment/portal-angular.spec.ts` builds it, and the example with it',
  },
  'npm run build:lib -- --accept-api': {
    reason: 'writes to a file; that it need not is what the build of the library shows',
  },
  'npm run example -- portal-angular': {
    reason:
      'takes minutes; `e2e/deployment/portal-angular.spec.ts` builds and serves it by the same functions',
  },
  'npm run build': { reason: 'is the step of `npm test` before this one' },
  'npm run e2e -- journey': { run: 'npm run e2e -- journey --no-build --list' },
  'npm run e2e -- --matrix': { run: 'npm run e2e -- --matrix --no-build --list' },
  'npm run e2e -- --engine firefox': {
    run: 'npm run e2e -- --engine firefox --no-build --workers 1 "signs out"',
    lacks: firefox,
  },
  'npm run ci': { reason: 'is `npm test`, the matrix and the engines' },
  'npm start -- --base /portal/': {
    start: 'npm start -- --base /portal/ --no-build --port 4317 --tenant-port 4517',
    until: ready,
  },
  'npx ng generate ligature-angular:ng-add': {
    reason:
      'takes a portal; `e2e/deployment/ng-add.spec.ts` runs it in one that the Angular CLI has just made',
  },
  'npx ng build --base-href /portal/': {
    run: 'npx ng build --base-href /portal/ --output-path test-results/portal',
  },
  'npm run tenant -- --origin https://localhost:4443 --app http://localhost:4200': {
    start: 'npm run tenant -- --origin https://localhost:4515 --app http://localhost:4200',
    until: /4515/,
  },
  'npm run tenant -- --port 4400 --origin https://auth.example.test --behind-proxy': {
    start: 'npm run tenant -- --port 4516 --origin https://auth.example.test --behind-proxy',
    until: /auth\.example\.test/,
  },
  'npm run bench -- app account link plan tenant': {
    run: 'npm run bench -- app account link plan tenant --quick',
  },
  'npm run bench -- embed': {
    reason:
      'takes minutes; `e2e/deployment/portal-angular.spec.ts` builds and serves the same portal',
  },
  'npm run bench -- link': { reason: 'is one of the five above' },
  'npm run fuzz -- --runs 50000 --seed 7': fuzz,
  'npm run fuzz -- --runs N --seed S': fuzz,
  'npm run faults': { run: 'npm run faults -- --only "unlink: unlink, 409" --workers 1' },
  'npm run build && npm run faults': { reason: 'is two of the others' },
  'npm run drills -- --config public/config.json': { run: drills },
  'npm run drills -- --config public/config.json --out reports': { run: drills },
  'npm run tenant -- --port 4400': { start: 'npm run tenant -- --port 4514', until: /4514/ },
  'npm run tenant -- --port 4500': { start: 'npm run tenant -- --port 4514', until: /4514/ },
  'npm run screenshots': {
    run: 'npm run screenshots -- --no-build --only review --out test-results/screenshots',
  },
  'npm run headers': headers,
  'npm run headers -- https://portal.example': headers,
  'npm run probe': probe,
  'npm run probe -- --domain team.eu.auth0.com --client <client id> --callback https://app.example/callback':
    probe,
  'npx auth0-deploy-cli import -c deploy.json -i tenant/tenant.yaml': {
    reason:
      'changes a real tenant, by a program that is not ours; tenant/test/management/registrations has what it asks',
  },
  'curl -sS "$api/inbox?to=%2B15555550100&wait=10"': asTenant(
    'curl -sS "$api/inbox?to=%2B15555550100&wait=0"',
  ),
  ...Object.fromEntries(
    [
      'curl -sS $api/snapshot > state.json',
      'send -X PUT --data @state.json $api/snapshot',
      'curl -sS -X PUT $api/snapshots/before-the-link',
      'curl -sS -X POST $api/snapshots/before-the-link/restore',
      'curl -sS -X POST $api/reset',
      `send -d '{"connection":"github","fill":true}' $api/users`,
      `send -X PATCH -d '{"blocked":true}' "$api/users/auth0%7C1fd9e31003bc63f898467e36"`,
      `send -X PUT -d '{"to":"+15555550100","code":"123456"}' $api/codes`,
      'curl -sS -X POST $api/faults/presets/link-answer-lost',
      `send -d '{"match":{"path":"/oauth/token"},"times":2,"then":{"status":503}}' $api/faults`,
      'curl -sS -X DELETE $api/faults',
      `send -X PUT -d '{"offsetSeconds":36001}' $api/clock`,
      `send -X PUT -d '{"rateLimit":{"burst":2,"perSecond":2}}' $api/settings`,
      'curl -sS -X POST $api/keys/rotate',
    ].map((command) => [command, asTenant(command)]),
  ),
};
