import { bodyFields, type TenantRequest } from '../protocol/http.ts';
import { defined, type JsonObject } from '../protocol/json.ts';
import type { Client } from '../state/config/client.ts';
import { connectionKind } from '../state/config/connection-kinds.ts';
import type { PostLoginEvent } from '../state/config/post-login-hook.ts';
import type { Authorization } from '../state/grants.ts';
import { userShape } from '../state/people/user-shape.ts';
import type { User } from '../state/people/user.ts';
import type { Exchange } from '../state/tenant-state.ts';

/** One sign-in or renewal, as far as the hook hears of it. */
export interface PostLoginContext extends Pick<
  Authorization,
  'identity' | 'signedInAtMs' | 'sid' | 'audience' | 'organization'
> {
  readonly user: User;
  readonly connection: string;
  readonly client: Client;
  readonly transaction: PostLoginEvent['transaction'];
  /** The parameters of `/authorize`, which a person's later steps no longer carry. */
  readonly query: Readonly<Record<string, string>>;
}

/** Puts a sign-in in the shape of an Auth0 Action's `event`. */
export function postLoginEvent(
  context: PostLoginContext,
  secrets: PostLoginEvent['secrets'],
  { request, state }: Exchange,
): PostLoginEvent {
  const { client, connection, sid, signedInAtMs, user, audience } = context;
  const strategy = state.config.connections.get(connection)?.strategy ?? connection;
  const { hookMethod } = connectionKind(strategy);
  const organization = state.config.organizations.find(({ id }) => id === context.organization);

  return {
    authentication: {
      methods: [{ name: hookMethod, timestamp: new Date(signedInAtMs).toISOString() }],
    },
    client: { client_id: client.client_id, name: client.name },
    connection: { name: connection, strategy },
    request: {
      ip: request.ip,
      hostname: new URL(state.issuer).host,
      method: request.method,
      user_agent: request.headers.get('user-agent') ?? '',
      query: { ...context.query, ...Object.fromEntries(request.query) },
      body: sentBody(request),
    },
    secrets,
    stats: { logins_count: user.logins_count ?? 0 },
    tenant: { id: 'local' },
    transaction: context.transaction,
    // A hook may reach into metadata that nobody has set (Auth0's documentation of the event).
    user: { user_metadata: {}, app_metadata: {}, ...userShape(user, state.issuer) },
    ...defined({
      organization:
        organization === undefined ? undefined : { id: organization.id, name: organization.name },
      resource_server: audience === undefined ? undefined : { identifier: audience },
      session: sid === undefined ? undefined : { id: sid },
    }),
  };
}

const secretFields = ['password', 'code', 'otp', 'client_secret', 'refresh_token'];

// The body of a sign-in form holds a password or a code, which no hook may see.
function sentBody(request: TenantRequest): JsonObject {
  return Object.fromEntries(
    Object.entries(bodyFields(request)).filter(([name]) => !secretFields.includes(name)),
  );
}
