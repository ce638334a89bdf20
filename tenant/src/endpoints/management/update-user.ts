import { ManagementError } from '../../protocol/errors.ts';
import { isObject, type JsonObject, jsonTypeOf } from '../../protocol/json.ts';
import { json, type Reply } from '../../protocol/reply.ts';
import type { TenantRequest } from '../../protocol/request.ts';
import type { TenantState } from '../../state/tenant-state.ts';
import type { User } from '../../state/user.ts';
import { userShape } from '../../state/user-shape.ts';
import { invalidBody, jsonBody } from './json-body.ts';
import { authorizeOwnUser, existingUser, type ScopeNeed } from './own-user.ts';

const need: ScopeNeed = {
  scope: 'update:current_user_metadata',
  expected: 'update:users,update:users_app_metadata,update:current_user_metadata',
};

const updatable = [
  'user_metadata',
  'app_metadata',
  'blocked',
  'client_id',
  'connection',
  'email',
  'email_verified',
  'family_name',
  'given_name',
  'name',
  'nickname',
  'password',
  'phone_number',
  'phone_verified',
  'picture',
  'username',
  'verify_email',
  'verify_phone_number',
];

/** `PATCH /api/v2/users/{id}`: of one's own account, only `user_metadata` (contract §6.2, §6.4). */
export async function updateUser(
  request: TenantRequest,
  state: TenantState,
  now: number,
): Promise<Reply> {
  const { userId } = await authorizeOwnUser(request, need, state, now);
  const changes = ownMetadata(jsonBody(request, updatable));
  const user = existingUser(userId, state);
  const updated: User = {
    ...user,
    user_metadata: mergeRoots(user.user_metadata ?? {}, changes),
    updated_at: new Date(now).toISOString(),
  };
  state.users.put(updated);

  return json(200, userShape(updated));
}

function ownMetadata(body: JsonObject): JsonObject {
  const { user_metadata: metadata, ...others } = body;
  const forbidden = Object.keys(others);
  if (forbidden.length > 0) {
    throw new ManagementError(
      403,
      `You cannot update the following fields: ${forbidden.join(', ')}`,
      { errorCode: 'insufficient_scope' },
    );
  }
  if (!isObject(metadata)) {
    throw invalidBody(
      `Expected type object but found type ${jsonTypeOf(metadata)}`,
      'user_metadata',
    );
  }
  const refused = Object.keys(metadata).find((key) => key.includes('.') || key.startsWith('$'));
  if (refused !== undefined) throw invalidBody(`Invalid key: ${refused}`, 'user_metadata');

  return metadata;
}

/** Merges on the first level only; `null` takes a key away, and `{}` takes all of them (§6.4). */
function mergeRoots(current: JsonObject, changes: JsonObject): JsonObject {
  if (Object.keys(changes).length === 0) return {};
  const merged = Object.entries({ ...current, ...changes });

  return Object.fromEntries(merged.filter(([, value]) => value !== null));
}
