import type { Connection, Transport } from '../../identity/connection';
import { guardedStorage } from '../sealed/tab-storage';

const prefix = 'ligature.transport.';
const storage = guardedStorage(() => localStorage);

/** Which way of signing in has worked for a connection in this browser. */
export const transportMemory = {
  worked({ name }: Connection): Transport | undefined {
    const stored = storage.read(prefix + name);

    return stored === 'popup' || stored === 'redirect' ? stored : undefined;
  },

  remember({ name }: Connection, transport: Transport): void {
    storage.write(prefix + name, transport);
  },
};
