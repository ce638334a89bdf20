import type { ConfigProblem } from '../../config/config-failure';
import type { JsonMistake } from './json-places';
import { meantBy, patternOf } from './setting-examples';

/** What is wrong with one setting, in a sentence. */
export function problemWords({ path, kind, received = '' }: ConfigProblem): string {
  const name = path.split('.').at(-1) ?? '';
  switch (kind) {
    case 'missing':
      return $localize`“${name}:setting:” is missing.`;
    case 'empty':
      return $localize`“${name}:setting:” is empty.`;
    case 'unknown': {
      const meant = meantBy(path);

      return meant === undefined
        ? $localize`There is no setting called “${name}:setting:” here. Remove it.`
        : $localize`There is no setting called “${name}:setting:” here. Did you mean “${meant}:meant:”?`;
    }
    case 'wrong':
      return path === ''
        ? $localize`The file must be one object: it begins with { and ends with }.`
        : $localize`“${name}:setting:” can't be ${shortened(received)}:value:.`;
    case 'notJson':
      return $localize`The file isn't valid JSON.`;
  }
}

/** Why a file is no JSON, and what to do about it. */
export function mistakeWords(why: JsonMistake): string {
  switch (why) {
    case 'commaMissing':
      return $localize`A comma is missing before this.`;
    case 'commaTooMany':
      return $localize`This comma is one too many: there is none after the last entry.`;
    case 'colonMissing':
      return $localize`A colon is missing between a name and its value.`;
    case 'comment':
      return $localize`JSON has no comments. Remove this one.`;
    case 'quotes':
      return $localize`Names and texts need straight double quotes around them, and end on the same line.`;
    case 'unclosed':
      return $localize`A bracket is opened and not closed.`;
    case 'tooMuch':
      return $localize`The file has already ended here. Remove what follows.`;
    case 'other':
      return $localize`Nothing in JSON begins like this.`;
  }
}

/** What a setting is, for whom its name does not say it; empty where an example is enough. */
export function purposeOf(path: string): string {
  switch (patternOf(path)) {
    case 'tenant':
      return $localize`It says which Auth0 tenant people sign in to.`;
    case 'tenant.domain':
      return $localize`It's your tenant's host name or custom domain, without a path. Auth0 shows it in the settings of your application.`;
    case 'tenant.clientId':
      return $localize`It's the Client ID that Auth0 shows in the settings of your single-page application.`;
    case 'tenant.audience':
      return $localize`It's the address of your tenant's Management API, which ends in /api/v2/. With a custom domain it still has the tenant's own name.`;
    case 'connections':
      return $localize`It lists the sign-in methods that people can link: at least one, each with a name of its own.`;
    case 'connections.*.name':
      return $localize`It's the connection's name in Auth0, under Authentication.`;
    case 'connections.*.strategy':
      return $localize`It's the connection's kind in Auth0, such as google-oauth2, samlp or auth0.`;
    case 'connections.*.label':
      return $localize`It's what people call this sign-in method.`;
    case 'connections.*.transport':
      return $localize`It's how people sign in with this method: auto fits every one.`;
    case 'policy.confirmWithin':
      return $localize`It's how old a sign-in may be before a link, in whole seconds: 30 or more.`;
    case 'support':
      return $localize`It says whom people can ask: a label, and at least one of url, email and phone.`;
    case 'branding.logoDarkUrl':
    case 'branding.faviconUrl':
    case 'branding.font.url':
      return $localize`It's a file of this site. Nothing is loaded from elsewhere.`;
    default:
      return '';
  }
}

/** A whole object would say less than how it begins. */
const shortened = (json: string): string => (json.length > 60 ? `${json.slice(0, 60)}…` : json);
