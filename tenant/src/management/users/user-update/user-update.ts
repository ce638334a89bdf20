import type { TenantRequest } from '../../../protocol/http.ts';
import { isEmailAddress } from '../../../state/people/attribute-limits.ts';
import { CheckedBody } from '../../body.ts';
import { updateProperties } from './user-properties.ts';

/** The attributes that belong to a profile and to no way of signing in. */
const profileAttributes = [
  ...(['family_name', 'given_name', 'name', 'nickname', 'picture'] as const),
];

/** What a `PATCH` asks for, each value in its type. `null` takes a value away. */
export type UserUpdate = ReturnType<typeof parseUserUpdate>;

/** Reads the body of a `PATCH`, whatever of it the caller may change (contract §6.4). */
export function parseUserUpdate(request: TenantRequest) {
  const body = new CheckedBody(request, updateProperties);
  body.flag('verify_phone_number');
  body.text('client_id');

  return {
    /** The properties that were sent, in their order. */
    names: body.names(),
    blocked: body.flag('blocked'),
    /** Whether a link shall be sent that verifies the address. */
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
    profile: profileIn(body),
  };
}

function profileIn(
  body: CheckedBody,
): Readonly<Partial<Record<(typeof profileAttributes)[number], string | null | undefined>>> {
  return Object.fromEntries(
    profileAttributes
      .filter((name) => body.has(name))
      .map((name) => [name, body.nullableText(name)]),
  );
}

/** Reads `email`, as far as Auth0 checks it. Throws a `ManagementError`. */
export function emailIn(body: CheckedBody): string | undefined {
  const email = body.text('email');
  if (email !== undefined && !isEmailAddress(email)) {
    throw body.fail('email', `Object didn't pass validation for format email: ${email}`);
  }

  return email;
}

/** Reads `phone_number`, in the form that Auth0 asks for. Throws a `ManagementError`. */
export function phoneIn(body: CheckedBody): string | undefined {
  const phone = body.text('phone_number');
  if (phone !== undefined && !/^\+[0-9]{1,15}$/.test(phone)) {
    throw body.fail('phone_number', `String does not match pattern ^\\+[0-9]{1,15}$: ${phone}`);
  }

  return phone;
}
