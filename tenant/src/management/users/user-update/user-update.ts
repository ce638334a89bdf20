import type { JsonObject } from '../../../protocol/json.ts';
import type { TenantRequest } from '../../../protocol/request.ts';
import { isEmailAddress } from '../../../state/people/attribute-limits.ts';
import { CheckedBody } from '../../body.ts';
import { updateProperties } from './user-properties.ts';

/** The attributes that belong to a profile and to no way of signing in. */
export const profileAttributes = [
  ...(['family_name', 'given_name', 'name', 'nickname', 'picture'] as const),
];

/** What a `PATCH` asks for, each value in its type. `null` takes a value away. */
export interface UserUpdate {
  /** The properties that were sent, in their order. */
  readonly names: readonly string[];
  readonly blocked: boolean | undefined;
  /** Whether a link shall be sent that verifies the address. */
  readonly verifyEmail: boolean | undefined;
  readonly userMetadata: JsonObject | undefined;
  readonly appMetadata: JsonObject | undefined;
  readonly connection: string | undefined;
  readonly email: string | undefined;
  readonly emailVerified: boolean | undefined;
  readonly phoneNumber: string | undefined;
  readonly phoneVerified: boolean | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly profile: Readonly<
    Partial<Record<(typeof profileAttributes)[number], string | null | undefined>>
  >;
}

/** Reads the body of a `PATCH`, whatever of it the caller may change (contract §6.4). */
export function parseUserUpdate(request: TenantRequest): UserUpdate {
  const body = new CheckedBody(request, updateProperties);
  body.flag('verify_phone_number');
  body.text('client_id');

  return {
    names: body.names(),
    blocked: body.flag('blocked'),
    verifyEmail: body.flag('verify_email'),
    userMetadata: body.metadata('user_metadata'),
    appMetadata: body.metadata('app_metadata'),
    connection: body.text('connection'),
    email: emailIn(body),
    emailVerified: body.flag('email_verified'),
    phoneNumber: phoneIn(body),
    phoneVerified: body.flag('phone_verified'),
    username: body.text('username'),
    password: body.text('password'),
    profile: Object.fromEntries(
      profileAttributes
        .filter((name) => body.has(name))
        .map((name) => [name, body.nullableText(name)]),
    ),
  };
}

/** An e-mail address as far as Auth0 checks it. */
export function emailIn(body: CheckedBody): string | undefined {
  const email = body.text('email');
  if (email !== undefined && !isEmailAddress(email)) {
    throw body.fail('email', `Object didn't pass validation for format email: ${email}`);
  }

  return email;
}

/** A phone number in the form that Auth0 asks for. */
export function phoneIn(body: CheckedBody): string | undefined {
  const phone = body.text('phone_number');
  if (phone !== undefined && !/^\+[0-9]{1,15}$/.test(phone)) {
    throw body.fail('phone_number', `String does not match pattern ^\\+[0-9]{1,15}$: ${phone}`);
  }

  return phone;
}
