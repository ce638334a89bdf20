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

export const warning = (seen: string, fix: Fix, facts: readonly Fact[] = []): Verdict => ({
  status: 'warning',
  seen,
  fix,
  facts,
});

export const failure = (seen: string, fix: Fix, facts: readonly Fact[] = []): Verdict => ({
  status: 'failure',
  seen,
  fix,
  facts,
});

export const notApplicable = (seen: string): Verdict => ({ status: 'notApplicable', seen });

export const cannotBeSeen = (seen: string, fix?: Fix): Verdict => ({
  status: 'cannotBeSeen',
  seen,
  ...(fix && { fix }),
});

/** A line for `tenant.yaml`. */
export const inTenantFile = (setting: string, lines: string): Fix => ({
  setting,
  file: 'tenant.yaml',
  lines,
});

/** A line for `config.json`. */
export const inConfigFile = (setting: string, lines: string): Fix => ({
  setting,
  file: 'config.json',
  lines,
});

export const nobodySignedIn = (): Verdict =>
  cannotBeSeen($localize`Nobody is signed in here. Sign in, and run this again.`);

export const tenantSilent = (): Verdict =>
  cannotBeSeen(
    $localize`The tenant gave no answer that this page may read, so nothing is known of this. Mend the check of the tenant first.`,
  );
