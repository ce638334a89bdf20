import type { CurlVariable } from '../../trace/curl';

/** How the value of a variable has to be written, so that the command line is what was sent. */
export function variableWords(form: CurlVariable['form']): string {
  switch (form) {
    case 'plain':
      return $localize`as it is`;
    case 'percent':
      return $localize`percent-encoded, such as auth0%7C123`;
    case 'json':
      return $localize`as JSON, such as '{"theme":"dark"}'`;
    case 'insideJson':
      return $localize`as it is, with a backslash before " and \\`;
    case 'body':
      return $localize`all that was sent, which this page has not seen`;
  }
}
