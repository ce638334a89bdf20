import type { ConfigFailure } from './config-failure';

const served = $localize`Put the file beside index.html, and let everybody read it.`;
const mended = $localize`Fix the file and reload the page.`;
const repeated = $localize`Reload the page. If it stays like this, look at the server.`;

const advice: Readonly<Record<ConfigFailure['code'], string>> = {
  'config-unreachable': repeated,
  'config-timed-out': repeated,
  'config-server-error': repeated,
  'config-missing': served,
  'config-refused': served,
  'config-redirected': $localize`Take the redirect away, and put the file beside index.html.`,
  'config-is-a-page': served,
  'config-empty': mended,
  'config-too-large': mended,
  'config-unreadable': $localize`Save it as UTF-8 and reload the page.`,
  'config-invalid': mended,
};

/** Says what has become of the file, and what mends it. */
export const configFailureWords = (failure: ConfigFailure) => ({
  text: textOf(failure),
  advice: advice[failure.code],
});

function textOf(failure: ConfigFailure): string {
  switch (failure.code) {
    case 'config-unreachable':
      return $localize`The connection broke off before config.json was here, or there is none.`;
    case 'config-timed-out':
      return $localize`The server hasn't sent config.json within ten seconds.`;
    case 'config-server-error':
      return $localize`The server can't send config.json at the moment: it answers with status ${failure.status}:status:.`;
    case 'config-missing':
      return $localize`There is no config.json: the server answers with status ${failure.status}:status:.`;
    case 'config-refused':
      return $localize`The server doesn't give config.json to this page: it answers with status ${failure.status}:status:.`;
    case 'config-redirected':
      return $localize`The server sends whoever asks for config.json to another host, and settings are taken from this one alone.`;
    case 'config-is-a-page':
      return $localize`A web page comes in the place of config.json: the file is missing, or a sign-in stands before it.`;
    case 'config-empty':
      return $localize`config.json is empty.`;
    case 'config-too-large':
      return $localize`config.json is larger than a megabyte, which no configuration is.`;
    case 'config-unreadable':
      return $localize`config.json is no text in UTF-8.`;
    case 'config-invalid':
      return $localize`Something in config.json is missing or wrong:`;
  }
}
