import { anyDigits } from '../../../protocol/random.ts';
import { isSameSecret } from '../../../protocol/same-secret.ts';
import type { ChannelName } from '../../../state/config/channels.ts';
import { channelOf, type Connection, newIdentity } from '../../../state/config/connection.ts';
import { newUser } from '../../../state/people/user.ts';
import type { Moment, TenantState } from '../../../state/tenant-state.ts';
import type { Proof } from '../finish.ts';

/** Three wrong tries are all that a code survives (contract §4.1). */
const triesPerCode = 3;
/** How long a code that is over is still known to be just that. */
const rememberedMs = 3_600_000;

/** Why a code does not count. */
export type CodeRefusal = 'wrong' | 'expired' | 'tooMany';

/** For whom a code is: somebody at a connection, who signs in to a client. */
export interface CodeRecipient {
  readonly connection: Connection;
  readonly address: string;
  readonly clientId: string;
}

/** Makes the code of an address. The one before it is void from now on (contract §4.1). */
export function newCode(
  { connection, address, clientId }: CodeRecipient,
  { state, nowMs }: Moment,
): string {
  const { length = 6, time_step = 180 } = connection.options.totp ?? {};
  const code = state.signIns.fixedCodes.get(address) ?? anyDigits(length);
  const expiresAtMs = nowMs + time_step * 1000;
  const entry = { code, clientId, expiresAtMs, failures: 0 };
  state.signIns.oneTimeCodes.set(keyOf(connection, address), entry, {
    nowMs,
    expiresAtMs: expiresAtMs + rememberedMs,
  });

  return code;
}

/** Takes a code, once. Whoever has no account gets one; a refusal is the result and not thrown (contract §4.1). */
export function spendCode(
  { connection, address: typed, code, clientId }: CodeRecipient & { readonly code: string },
  moment: Moment,
): Proof | CodeRefusal {
  const { state, nowMs } = moment;
  const address = channelOf(connection).parse(typed);
  if (address === undefined) return 'wrong';
  const key = keyOf(connection, address);
  const newest = state.signIns.oneTimeCodes.get(key, nowMs);
  if (newest?.clientId !== clientId) return 'wrong';
  if (newest.failures >= triesPerCode) return 'tooMany';
  if (nowMs >= newest.expiresAtMs) return 'expired';
  if (!isSameSecret(newest.code, code)) {
    const failed = { ...newest, failures: newest.failures + 1 };
    state.signIns.oneTimeCodes.set(key, failed, {
      nowMs,
      expiresAtMs: newest.expiresAtMs + rememberedMs,
    });

    return 'wrong';
  }
  state.signIns.oneTimeCodes.delete(key);

  return ownerOf(connection, address, state) ?? newcomer(connection, address, moment);
}

const wrongCode: Readonly<Record<ChannelName, string>> = {
  sms: 'Wrong phone number or verification code.',
  email: 'Wrong email or verification code.',
};

const spentCode: Readonly<Record<Exclude<CodeRefusal, 'wrong'>, string>> = {
  expired: 'The verification code has expired. Please try to login again.',
  tooMany: "You've reached the maximum number of attempts. Please try to login again.",
};

/** Words the refusal of a code as Auth0 does (contract §3.5). */
export function codeRefusal(refusal: CodeRefusal, connection: Connection): string {
  return refusal === 'wrong' ? wrongCode[channelOf(connection).name] : spentCode[refusal];
}

/** Finds the account of a connection that has this address. */
export function ownerOf(
  connection: Connection,
  address: string,
  { users }: TenantState,
): Proof | undefined {
  return channelOf(connection).find(users, connection.name, address);
}

function newcomer(connection: Connection, address: string, { state, nowMs }: Moment): Proof {
  const identity = newIdentity(connection, channelOf(connection).profileOf(address, true));
  const user = newUser(identity, nowMs);
  state.users.put(user);
  state.log.append({ type: 'ss', user, connection }, nowMs);

  return { user, identity };
}

function keyOf({ name }: Connection, address: string): string {
  return `${name} ${address}`;
}
