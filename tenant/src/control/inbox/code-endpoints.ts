import type { JsonReader } from '../../protocol/json-reader.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { Exchange } from '../../state/exchange.ts';
import { isEmailAddress } from '../../state/people/attribute-limits.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import { controlBody } from '../control-body.ts';

/** Answers `GET /_tenant/api/codes`: the addresses whose one-time code is always the same. */
export function listCodes({ state }: Exchange): Reply {
  return json(200, Object.fromEntries(state.signIns.fixedCodes));
}

/** Answers `PUT /_tenant/api/codes`: fixes the code of one number or address, `{ to, code }`. */
export function putCode(exchange: Exchange): Reply {
  const { request, state } = exchange;
  fixCode(controlBody(request), state);

  return listCodes(exchange);
}

/** Answers `DELETE /_tenant/api/codes?to=`: codes are made up again, for one address or for all. */
export function removeCodes(exchange: Exchange): Reply {
  const { request, state } = exchange;
  const to = request.query.get('to');
  if (to === null) state.signIns.fixedCodes.clear();
  else state.signIns.fixedCodes.delete(normalAddress(to));

  return listCodes(exchange);
}

/** Fixes a code that is fit to be one. */
export function fixCode(fields: JsonReader, { signIns: { fixedCodes } }: TenantState): void {
  const to = normalAddress(fields.text('to'));
  const code = fields.text('code');
  if (!/^\+\d{1,15}$/.test(to) && !isEmailAddress(to)) {
    fields.fail('to', 'must be an e-mail address, or a number that starts with +');
  }
  if (!/^\d{4,10}$/.test(code)) fields.fail('code', 'must be 4 to 10 digits');
  fields.finish();
  fixedCodes.set(to, code);
}

/** Addresses count without case and without the blanks of a form. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}
