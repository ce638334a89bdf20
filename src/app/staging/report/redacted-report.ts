import type { LigatureConfig } from '../../config/ligature-config';
import { masking, plainJson } from '../../trace/masking';
import { withoutSecrets } from '../../trace/without-secrets';
import { libraryVersions } from './library-versions';

/** An e-mail address or a phone number, wherever somebody may have written one. */
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const phone = /\+\d{7,15}\b/g;

/**
 * Anything as a JSON text without a token, an e-mail, a phone number or an id: each of them is a number instead,
 * the same one wherever the same value stood.
 */
function redacted(value: unknown): string {
  const write = masking();
  const text = JSON.stringify(plainJson(withoutSecrets(value), write), null, 2);

  // What is known to be personal has its number by now; this is for where it stood in other words.
  return write
    .seen()
    .filter(([seen]) => seen.length >= 6)
    .reduce((masked, [seen, mask]) => masked.replaceAll(inJson(seen), mask), text)
    .replaceAll(email, '<email address>')
    .replaceAll(phone, '<phone number>');
}

/** When and where a report is made. */
export interface ReportContext {
  readonly config: LigatureConfig;
  readonly browser: string;
  readonly at: Date;
}

/** What is told to somebody who was not there, beside when, where and with what it was seen. */
export const reportOf = ({ config, browser, at }: ReportContext, what: string, told: object) =>
  redacted({
    what,
    at: at.toISOString(),
    versions: libraryVersions,
    browser,
    configuration: config,
    ...told,
  });

/** What has a time, with that time as people read it. */
export const dated = <Timed extends { readonly atMs: number }>({ atMs, ...rest }: Timed) => ({
  at: new Date(atMs).toISOString(),
  ...rest,
});

/** A text as it stands inside a string of JSON. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
