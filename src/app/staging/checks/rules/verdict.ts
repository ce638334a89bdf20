import type { TraceValue } from '../../../trace/personal';

/** One thing that was seen, by name: a claim, a header, a figure. */
export interface Fact {
  readonly name: string;
  readonly value: TraceValue;
}

/** How to mend it: where the setting is, and the line that goes into a file. */
export interface Fix {
  /** The place in Auth0's dashboard, or whose job it is. */
  readonly setting: string;
  readonly file?: 'tenant.yaml' | 'config.json' | 'local.json';
  readonly lines?: string;
}

/** What a check has found. */
export type Verdict = { readonly seen: string } & (
  | { readonly status: 'ok'; readonly fix?: undefined; readonly facts: readonly Fact[] }
  | { readonly status: 'warning' | 'failure'; readonly fix: Fix; readonly facts: readonly Fact[] }
  | { readonly status: 'notApplicable'; readonly fix?: undefined; readonly facts?: undefined }
  /** A browser cannot know: what it would have to see, and where to look instead. */
  | { readonly status: 'cannotBeSeen'; readonly fix?: Fix; readonly facts?: undefined }
);

export type VerdictStatus = Verdict['status'];

export const ok = (seen: string, facts: readonly Fact[] = []): Verdict => ({
  status: 'ok',
  seen,
  facts,
});

const toBeMended =
  (status: 'warning' | 'failure') =>
  (seen: string, fix: Fix, facts: readonly Fact[] = []): Verdict => ({ status, seen, fix, facts });

export const warning = toBeMended('warning');
export const failure = toBeMended('failure');

export const notApplicable = (seen: string): Verdict => ({ status: 'notApplicable', seen });

export const cannotBeSeen = (seen: string, fix?: Fix): Verdict => ({
  status: 'cannotBeSeen',
  seen,
  ...(fix && { fix }),
});

const inFile =
  (file: NonNullable<Fix['file']>) =>
  (setting: string, lines: string): Fix => ({ setting, file, lines });

/** A line for one of the files, beside where the setting is in Auth0's dashboard. */
export const inTenantFile = inFile('tenant.yaml');
export const inConfigFile = inFile('config.json');
export const inLocalFile = inFile('local.json');

export const nobodySignedIn = (): Verdict =>
  cannotBeSeen($localize`Nobody is signed in here. Sign in, and run this again.`);

export const tenantSilent = (): Verdict =>
  cannotBeSeen(
    $localize`The tenant gave no answer that this page may read, so nothing is known of this. Mend the check of the tenant first.`,
  );

export const noMessage = (): Verdict =>
  cannotBeSeen($localize`No message comes back from the tenant; see the check of the web origin.`);
