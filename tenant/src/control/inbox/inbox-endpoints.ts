import { json, type Reply } from '../../protocol/http.ts';
import type { JsonReader } from '../../protocol/json-reader.ts';
import { isEmailAddress } from '../../state/people/attribute-limits.ts';
import type { Endpoints, Exchange, TenantState } from '../../state/tenant-state.ts';
import { controlBody } from '../control-call.ts';

const longestWaitMs = 60_000;

/** What was sent, and what always will be. */
export const inboxEndpoints: Endpoints = {
  /**
   * Messages `?to=`, newest first. While there is none, `&wait=` keeps the question open for so many
   * seconds, so that tests need not sleep.
   */
  'GET /inbox': async ({ request: { query }, state: { inbox } }) => {
    const to = query.get('to') ?? undefined;
    const waitMs = Math.min((Number(query.get('wait') ?? 0) || 0) * 1000, longestWaitMs);
    await inbox.arrival(to, waitMs);

    return json(200, inbox.messages(to));
  },
  'GET /codes': listCodes,
  /** Fixes the code of one number or address, `{ to, code }`. */
  'PUT /codes': (exchange) => {
    const { request, state } = exchange;
    fixCode(controlBody(request), state);

    return listCodes(exchange);
  },
  /** Codes are made up again, for one address, `?to=`, or for all. */
  'DELETE /codes': (exchange) => {
    const { request, state } = exchange;
    const to = request.query.get('to');
    if (to === null) state.signIns.fixedCodes.clear();
    else state.signIns.fixedCodes.delete(normalAddress(to));

    return listCodes(exchange);
  },
};

/** The addresses whose one-time code is always the same. */
function listCodes({ state }: Exchange): Reply {
  return json(200, Object.fromEntries(state.signIns.fixedCodes));
}

/** Fixes a code that is fit to be one. */
export function fixCode(fields: JsonReader, { signIns: { fixedCodes } }: TenantState): void {
  const to = normalAddress(fields.text('to'));
  const code = fields.text('code');
  if (!/^\+\d{1,15}$/.test(to) && !isEmailAddress(to)) {
    fields.fail('to', 'must be an email address, or a phone number that starts with +');
  }
  if (!/^\d{4,10}$/.test(code)) fields.fail('code', 'must be 4 to 10 digits');
  fields.finish();
  fixedCodes.set(to, code);
}

/** Addresses count without case and without the blanks of a form. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}
