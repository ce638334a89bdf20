/** Whom people can turn to where they cannot go on by themselves; at least one of the three ways is there. */
export interface Support {
  /** What people call it: "Acme IT Help". */
  readonly label: string;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** Where a link to them leads: to their page, or else to a message or a call. */
export const supportAddress = ({ url, email, phone }: Support): string =>
  url ?? (email === undefined ? `tel:${phone ?? ''}` : `mailto:${email}`);
