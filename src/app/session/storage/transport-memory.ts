import type { Connection } from '../../identity/connection';
import type { Transport } from '../../identity/transport-kinds';
import { guardedStorage } from '../sealed/tab-storage';

const prefix = 'ligature.transport.';
const storage = guardedStorage(() => localStorage);

/** Which way of signing in has worked for a connection in this browser. */
export const transportMemory = {
  worked({ name }: Connection): Transport | undefined {
    const stored = storage.read(prefix + name);

    return isChosenHere(stored) ? stored : undefined;
  },

  remember({ name }: Connection, transport: Transport): void {
    if (isChosenHere(transport)) storage.write(prefix + name, transport);
  },
};

/** Whether the application takes it by itself, and not only because the operator says so. */
const isChosenHere = (transport: string | undefined): transport is 'popup' | 'redirect' =>
  transport === 'popup' || transport === 'redirect';
