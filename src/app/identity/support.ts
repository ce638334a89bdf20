/** Whom people can turn to where they cannot go on by themselves; at least one of the three ways is there. */
export interface Support {
  /** What people call it: "Acme IT Help". */
  readonly label: string;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}
