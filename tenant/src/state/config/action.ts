/** Where the tenant is: known only once it listens, so that it is filled in later. */
export const tenantOriginKeyword = '##TENANT_ORIGIN##';

/** Code that runs when somebody signs in (contract §9). */
export interface Action {
  readonly name: string;
  /** The source, and where it stands, for messages and stack traces. */
  readonly code: string;
  readonly file: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** An Action as it is kept: what was written last, and what of it runs since it was deployed. */
export interface KeptAction {
  readonly id: string;
  readonly draft: Action;
  readonly deployed?: Action;
}

/** One step of `post-login`: which Action, and what the list calls it. */
export interface ActionBinding {
  readonly id: string;
  readonly actionName: string;
  readonly displayName: string;
}
