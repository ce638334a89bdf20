import { isObject, type JsonObject } from '../../protocol/json.ts';

// Nothing is tried from the middle of a word again, or a long one without an @ would take for ever.
const email = /(?<![\p{L}\p{N}._+-])([\p{L}\p{N}._+-])[\p{L}\p{N}._+-]*@([\p{L}\p{N}.-]+)/gu;
const phone = /\+\d{6,15}/g;

/** What of a query is no secret and nobody's address; all other values are masked. */
const harmless = new Set(
  `audience client_id code_challenge_method connection connection_id display fields grant_type
  id_token_signed_response_alg include_fields include_totals invitation max_age organization page
  per_page primary_order prompt q redirect_uri response_mode response_type returnTo scope
  screen_hint search_engine sort strategy take ui_locales federated post_logout_redirect_uri realm
  name from`.split(/\s+/),
);

/** Claims that name one sign-in: their ends are enough to tell them apart. */
const handles = new Set(['jti', 'nonce', 'sid', 'at_hash', 'c_hash', 'jkt']);

/** Masks every e-mail address and phone number in a text. */
export function maskText(text: string): string {
  return text
    .replace(email, (_, first: string, domain: string) => `${first}•••@${domain}`)
    .replace(phone, (number) => `${number.slice(0, 3)}•••${number.slice(-2)}`);
}

/** Masks the secrets in a query. A parameter with several values keeps the last one. */
export function maskQuery(query: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...query].map(([name, value]) => [name, harmless.has(name) ? maskText(value) : mask(value)]),
  );
}

/** Masks what identifies a person or a sign-in in the claims of a token. */
export function maskClaims(claims: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      handles.has(name) && typeof value === 'string' ? ending(value) : maskValue(value),
    ]),
  );
}

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(maskValue);

  return isObject(value) ? maskClaims(value) : value;
}

function mask(value: string): string {
  const masked = maskText(value);
  if (masked !== value) return masked;

  return value === '' ? '' : '•••';
}

function ending(value: string): string {
  return `•••${value.slice(-4)}`;
}
