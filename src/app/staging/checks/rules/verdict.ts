import type { DashboardPage } from '../../../config/dashboard';
import type { TraceValue } from '../../../trace/personal';

/** One thing that was seen, by name: a claim, a header, a figure. */
export interface Fact {
  readonly name: string;
  readonly value: TraceValue;
}

/** How to fix it: where the setting is, and the line that goes into a file. */
export interface Fix {
  /** The place in Auth0's dashboard, or whose job it is. */
  readonly setting: string;
  /** The dashboard's page that has it. */
  readonly page?: DashboardPage;
  /** What goes in there, to be copied, and what is there now where that can be seen. */
  readonly value?: string;
  readonly now?: string;
  readonly file?: 'tenant.yaml' | 'config.json' | 'local.json';
  readonly lines?: string;
}

/** What there must be first: somebody who is signed in, or one of these checks set right, the likeliest first. */
export type WaitsFor = 'signIn' | readonly string[];

/** What a check has found. */
export type Verdict = { readonly seen: string } & (
  | { readonly status: 'ok'; readonly fix?: undefined; readonly facts: readonly Fact[] }
  | {
      readonly status: 'warning' | 'failure';
      readonly fix: Fix;
      readonly facts: readonly Fact[];
      /** What it is called, if that is otherwise than the check's usual problem. */
      readonly title?: string;
      /** Nobody can sign in until it is set right. */
      readonly stopsSignIn?: true;
    }
  | { readonly status: 'notApplicable'; readonly fix?: undefined; readonly facts?: undefined }
  /** A browser cannot know: what it would have to see, and where to look instead. */
  | {
      readonly status: 'cannotBeSeen';
      readonly fix?: Fix;
      readonly facts?: undefined;
      readonly waitsFor?: WaitsFor;
    }
);

export type VerdictStatus = Verdict['status'];

export const ok = (seen: string, facts: readonly Fact[] = []): Verdict => ({
  status: 'ok',
  seen,
  facts,
});

const finding =
  (status: 'warning' | 'failure') =>
  (seen: string, fix: Fix, facts: readonly Fact[] = []): Verdict => ({ status, seen, fix, facts });

export const warning = finding('warning');
export const failure = finding('failure');

/** Something is wrong because of which no sign-in comes back. */
export const signInFailure = (seen: string, fix: Fix, facts: readonly Fact[] = []): Verdict => ({
  status: 'failure',
  seen,
  fix,
  facts,
  stopsSignIn: true,
});

/** Something else is wrong than what the check finds as a rule, and its title says what. */
export const called = (title: string, found: Verdict): Verdict =>
  found.status === 'failure' || found.status === 'warning' ? { ...found, title } : found;

export const notApplicable = (seen: string): Verdict => ({ status: 'notApplicable', seen });

export const cannotBeSeen = (seen: string, fix?: Fix): Verdict => ({
  status: 'cannotBeSeen',
  seen,
  ...(fix && { fix }),
});

/** It can be seen as soon as something else is as it should be. */
export const waits = (waitsFor: WaitsFor, seen: string): Verdict => ({
  status: 'cannotBeSeen',
  seen,
  waitsFor,
});

const inFile =
  (file: NonNullable<Fix['file']>) =>
  (setting: string, lines: string, more: Pick<Fix, 'page' | 'value' | 'now'> = {}): Fix => ({
    setting,
    file,
    lines,
    ...more,
  });

/** A line for one of the files, beside where the setting is in Auth0's dashboard. */
export const inTenantFile = inFile('tenant.yaml');
export const inConfigFile = inFile('config.json');
export const inLocalFile = inFile('local.json');

export const nobodySignedIn = (): Verdict =>
  waits('signIn', $localize`Nobody is signed in here. Sign in to run this check.`);

export const tenantSilent = (...others: readonly string[]): Verdict =>
  waits(
    ['tenant-reachable', ...others],
    $localize`The tenant gave no answer that this page may read, so nothing is known of this. See the check “Reaching the tenant” first.`,
  );

export const noMessage = (): Verdict =>
  waits(
    ['callback', 'callback-link', 'web-origin', 'tenant-reachable'],
    $localize`No message comes back from the tenant. See the check “Web origin”.`,
  );
