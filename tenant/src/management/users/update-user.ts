import { sendVerificationLink } from '../../login/flow/passwords/mail-tickets.ts';
import { ManagementError } from '../../protocol/errors.ts';
import { json, type Reply } from '../../protocol/http.ts';
import { defined } from '../../protocol/json.ts';
import { isTooMuch, mergeMetadata } from '../../state/people/merge-metadata.ts';
import { endSessions } from '../../state/people/remove-account.ts';
import { userShape } from '../../state/people/user-shape.ts';
import type { User } from '../../state/people/user.ts';
import type { Exchange, Moment } from '../../state/tenant-state.ts';
import { updatedIdentities } from '../identities/update-identity.ts';
import { authorizeForUser, existingUser, type ScopeNeed, type UserAccess } from '../user-access.ts';
import { parseUserUpdate, type UserUpdate } from './user-update/user-update.ts';

const need: ScopeNeed = {
  any: ['update:users', 'update:users_app_metadata'],
  own: 'update:current_user_metadata',
};

/** What changes how somebody signs in, and therefore ends the sessions (contract §2.6). */
const credentials: readonly string[] = [
  ...['email', 'email_verified', 'phone_number', 'password', 'username'],
];

/**
 * Answers `PATCH /api/v2/users/{id}`: of one's own account only `user_metadata`; of any account what the
 * token's scopes open (contract §6.2, §6.4).
 */
export async function updateUser(exchange: Exchange): Promise<Reply> {
  const { request, state } = exchange;
  const access = await authorizeForUser(need, exchange);
  const update = parseUserUpdate(request);
  refuseForbiddenFields(update, access);
  const user = existingUser(access.userId, state);
  const updated = withUpdate(user, update, exchange);
  if (isTooMuch(updated.user_metadata) || isTooMuch(updated.app_metadata)) {
    throw new ManagementError(400, 'Metadata has 16 MB at most.');
  }
  state.users.put(updated);
  if (update.verifyEmail === true) askToVerify(updated, update, exchange);
  if (update.names.some((name) => credentials.includes(name))) endSessions(user, state);

  return json(200, userShape(updated, state.issuer));
}

/** The link goes to the identity that the update was about: the named one, or the first. */
function askToVerify(user: User, { connection }: UserUpdate, moment: Moment): void {
  const [first] = user.identities;
  const named = user.identities.find((identity) => identity.connection === connection);
  sendVerificationLink({ user, identity: named ?? first }, moment);
}

function refuseForbiddenFields({ names }: UserUpdate, { isOwn, caller }: UserAccess): void {
  const mayUpdateAll = !isOwn && caller.scope.includes('update:users');
  const allowed = isOwn ? ['user_metadata'] : ['app_metadata'];
  const forbidden = mayUpdateAll ? [] : names.filter((name) => !allowed.includes(name));
  if (forbidden.length > 0) {
    throw new ManagementError(
      403,
      `You cannot update the following fields: ${forbidden.join(', ')}`,
      'insufficient_scope',
    );
  }
}

function withUpdate(user: User, update: UserUpdate, { state, nowMs }: Moment): User {
  const { blocked, userMetadata, appMetadata, password } = update;
  const at = new Date(nowMs).toISOString();

  return {
    ...user,
    identities: updatedIdentities(user, update, state),
    updated_at: at,
    ...defined({
      last_password_reset: password === undefined ? undefined : at,
      blocked,
      user_metadata: userMetadata && mergeMetadata(user.user_metadata, userMetadata),
      app_metadata: appMetadata && mergeMetadata(user.app_metadata, appMetadata),
    }),
  };
}
