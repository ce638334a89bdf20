import { isPersonal } from './personal';

/** Stands where a secret was. */
export const withheld = '[withheld]';

/** Fields whose value proves something to somebody; none has a place in a trace. */
const secretName =
  /token|secret|verifier|challenge|password|passwd|cookie|authorization|credential|otp|^code$|nonce|ticket|link_with|^c_hash$|^at_hash$|^sid$|^jti$/i;

/** A JSON Web Token, wherever it stands in a text. */
const jwt = /\beyJ[\w-]{5,}(?:\.[\w-]*)*/g;

/** What no word and no name looks like: a long run of letters with figures among them, as codes and opaque tokens are. */
const opaque = /(?=[A-Za-z_-]*\d)[\w-]{40,}/g;

/** A parameter of an address that is a secret, in whatever text the address stands. */
const parameter =
  /([?&#](?:code|state|nonce|code_verifier|code_challenge|login_ticket|verification_code|session_transfer_token|[a-z_]*token)=)[^&#\s"']+/gi;

/**
 * The door of the trace. Events are made by hand and hold no secret; this is for the day on which somebody
 * makes a mistake. Fields with a secret's name go, and so does what looks like a token or a code.
 */
export function withoutSecrets<Value>(value: Value): Value {
  // The shape stays what it was: texts become texts, and only optional fields are left out.
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  // An id may be as long and as random as a code; it is masked wherever it is shown.
  if (isPersonal(value)) return { ...value, value: value.value.replaceAll(jwt, withheld) };

  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => !secretName.test(name) || typeof field === 'number')
      .map(([name, field]) => [name, cleaned(field)]),
  );
}

const cleanText = (text: string): string =>
  text
    .replaceAll(parameter, `$1${withheld}`)
    .replaceAll(jwt, withheld)
    .replaceAll(opaque, withheld);
