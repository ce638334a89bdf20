import type { Connection } from '../../identity/connection';
import type { Transport } from '../../identity/transport-kinds';
import { browserStorage } from '../sealed/tab-storage';

const prefix = 'ligature.transport.';

/** Remembers which transport has worked for a connection in this browser. */
export const transportMemory = {
  worked({ name }: Connection): Transport | undefined {
    const stored = browserStorage.read(prefix + name);

    return isChosenHere(stored) ? stored : undefined;
  },

  /** Remembers a transport that has worked, if the application chooses it by itself. */
  remember({ name }: Connection, transport: Transport): void {
    if (isChosenHere(transport)) browserStorage.write(prefix + name, transport);
  },
};

/** Whether the application may choose a transport by itself; others are used only where the operator says so. */
const isChosenHere = (transport: string | undefined): transport is 'popup' | 'redirect' =>
  transport === 'popup' || transport === 'redirect';
