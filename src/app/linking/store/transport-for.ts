import type { Connection, Transport } from '../../identity/connection';
import { chooseTransport } from '../../identity/sign-in/transport';
import { transportMemory } from '../../session/storage/transport-memory';

/** How a second sign-in will travel here, if nobody chooses otherwise. */
export const transportFor = (connection: Connection): Transport =>
  chooseTransport(connection, {
    isPhone: isPhone(),
    worked: transportMemory.worked(connection),
  });

/** Where a second window is a second tab, out of sight. */
const isPhone = (): boolean => matchMedia('(pointer: coarse) and (width < 600px)').matches;
