import type { ConfigFailure } from './config-failure';

/** What has become of the file, and what mends it. */
export interface ConfigFailureWords {
  readonly text: string;
  readonly advice: string;
}

const served = () => $localize`Put the file beside index.html, and let everybody read it.`;
const mended = () => $localize`Mend the file and reload the page.`;
const repeated = () => $localize`Reload the page. If it stays like this, look at the server.`;

export function configFailureWords(failure: ConfigFailure): ConfigFailureWords {
  switch (failure.code) {
    case 'config-unreachable':
      return {
        text: $localize`The connection broke off before config.json was here, or there is none.`,
        advice: repeated(),
      };
    case 'config-timed-out':
      return {
        text: $localize`The server has not sent config.json within ten seconds.`,
        advice: repeated(),
      };
    case 'config-server-error':
      return {
        text: $localize`The server cannot send config.json at the moment: it answers with status ${failure.status}:status:.`,
        advice: repeated(),
      };
    case 'config-missing':
      return {
        text: $localize`There is no config.json: the server answers with status ${failure.status}:status:.`,
        advice: served(),
      };
    case 'config-refused':
      return {
        text: $localize`The server does not give config.json to this page: it answers with status ${failure.status}:status:.`,
        advice: served(),
      };
    case 'config-redirected':
      return {
        text: $localize`The server sends whoever asks for config.json to another host, and settings are taken from this one alone.`,
        advice: $localize`Take the redirect away, and put the file beside index.html.`,
      };
    case 'config-is-a-page':
      return {
        text: $localize`A web page comes in the place of config.json: the file is missing, or a sign-in stands before it.`,
        advice: served(),
      };
    case 'config-empty':
      return { text: $localize`config.json is empty.`, advice: mended() };
    case 'config-too-large':
      return {
        text: $localize`config.json is larger than a megabyte, which no configuration is.`,
        advice: mended(),
      };
    case 'config-unreadable':
      return {
        text: $localize`config.json is no text in UTF-8.`,
        advice: $localize`Save it as UTF-8 and reload the page.`,
      };
    case 'config-invalid':
      return {
        text: $localize`These settings of config.json are missing or wrong:`,
        advice: mended(),
      };
  }
}
