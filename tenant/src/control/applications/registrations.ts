import type { JsonReader } from '../../protocol/json-reader.ts';
import { defined } from '../../protocol/json.ts';
import type { Client } from '../../state/config/client.ts';
import type { Connection } from '../../state/config/connection.ts';

/** A client whose settings somebody has got wrong, or put right, until the tenant is reset. */
export function changedClient(client: Client, changes: JsonReader): Client {
  return changes.whole((fields) => ({
    ...client,
    ...defined({
      grant_types: fields.givenTexts('grant_types'),
      callbacks: fields.givenTexts('callbacks'),
      allowed_logout_urls: fields.givenTexts('allowed_logout_urls'),
      web_origins: fields.givenTexts('web_origins'),
      cross_origin_authentication: fields.optionalFlag('cross_origin_authentication'),
      organization_usage: fields.optionalChoice('organization_usage', ['deny', 'allow', 'require']),
    }),
    jwt_configuration: fields.object('jwt_configuration').whole((jwt) => ({
      ...client.jwt_configuration,
      ...defined({ lifetime_in_seconds: jwt.optionalNumber('lifetime_in_seconds') }),
    })),
    refresh_token: fields.object('refresh_token').whole((refresh) => ({
      ...client.refresh_token,
      ...defined({
        rotation_type: refresh.optionalChoice('rotation_type', ['rotating', 'non-rotating']),
        leeway: refresh.optionalNumber('leeway'),
      }),
    })),
  }));
}

/** A connection with which other clients may sign people in, or whose people have user names, until a reset. */
export function changedConnection(connection: Connection, changes: JsonReader): Connection {
  return changes.whole((fields) => ({
    ...connection,
    ...defined({ enabled_clients: fields.givenTexts('enabled_clients') }),
    options: fields.object('options').whole((options) => ({
      ...connection.options,
      ...defined({ requires_username: options.optionalFlag('requires_username') }),
    })),
  }));
}
