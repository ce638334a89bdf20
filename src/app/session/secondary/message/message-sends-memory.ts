import { noSends, type MessageSends } from '../../../identity/sign-in/message-sends';
import { tabStorage } from '../../sealed/tab-storage';

const prefix = 'ligature.sends.';

/** Keeps how often messages were asked for in this tab, so that a reload does not start the count again. */
export const messageSendsMemory = {
  read(connection: string): MessageSends {
    const [count, lastAtMs] = (tabStorage.read(prefix + connection) ?? '').split(' ').map(Number);
    const isWhole = Number.isInteger(count) && Number.isInteger(lastAtMs);

    return isWhole ? { count: count ?? 0, lastAtMs: lastAtMs ?? 0 } : noSends;
  },

  write(connection: string, { count, lastAtMs }: MessageSends): void {
    tabStorage.write(prefix + connection, `${count} ${lastAtMs}`);
  },
};
