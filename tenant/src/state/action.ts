/** Code that runs when somebody signs in (contract §9). */
export interface Action {
  readonly name: string;
  /** The source, and where it stands, for messages and stack traces. */
  readonly code: string;
  readonly file: string;
  readonly secrets: Readonly<Record<string, string>>;
}
