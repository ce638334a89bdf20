import type { LigatureConfig } from '../../../config/ligature-config';
import type { Connection } from '../../../identity/connection';
import { connectionKind, isCompany, isPhone } from '../../../identity/connection-kinds';
import type { JsonObject } from '../../../identity/json';
import type { Participants, Part } from './drill';
import { drillSetting } from './drill-settings';

export interface Parts {
  readonly connection: Connection;
  readonly participants: Participants & { readonly first: Part; readonly second: Part };
}

const mine: JsonObject = { [drillSetting.theme]: 'first' };
const theirs: JsonObject = { [drillSetting.newsletter]: true };

/** An account with a setting of its own, so that there is something to lose. */
export const part = (connection: Connection, settings: JsonObject, isVerified = true): Part => ({
  connection,
  isVerified,
  settings,
});

/** Who links: an account with a password where the portal has such, else whichever comes first. */
export const firstConnection = ({ connections }: LigatureConfig): Connection | undefined =>
  connections.find(({ strategy }) => connectionKind(strategy).type === 'database') ??
  connections[0];

/** The connection that drills use which are not about connections: an ordinary one that opens a window. */
export function usualConnection(config: LigatureConfig): Connection | undefined {
  const first = firstConnection(config);
  const ordinary = config.connections.filter(
    (one) => !isCompany(one.strategy) && !isPhone(one.strategy) && opensWindow(one),
  );

  return ordinary.find((one) => one !== first) ?? ordinary[0];
}

const opensWindow = ({ transport }: Connection): boolean =>
  transport === 'auto' || transport === 'popup' || transport === 'redirect';

/** The first account, and one at this connection. `undefined` where the portal has too few ways in. */
export function partsFor(
  config: LigatureConfig,
  connection: Connection | undefined,
  settings: { readonly first?: JsonObject; readonly second?: JsonObject } = {},
): Parts | undefined {
  const own = firstConnection(config);
  if (own === undefined || connection === undefined) return undefined;

  return {
    connection,
    participants: {
      first: part(own, settings.first ?? mine),
      second: part(connection, settings.second ?? theirs),
    },
  };
}
