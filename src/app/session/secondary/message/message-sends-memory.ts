import { noSends, type MessageSends } from '../../../identity/sign-in/message-sends';
import { tabStorage } from '../../sealed/tab-storage';

const prefix = 'ligature.sends.';

/** Keeps how often messages were asked for, so that a reload does not start the count again. */
export const messageSendsMemory = {
  read(connection: string): MessageSends {
    const [count, lastAt] = (tabStorage.read(prefix + connection) ?? '').split(' ').map(Number);
    const isWhole = Number.isInteger(count) && Number.isInteger(lastAt);

    return isWhole ? { count: count ?? 0, lastAt: lastAt ?? 0 } : noSends;
  },

  write(connection: string, { count, lastAt }: MessageSends): void {
    tabStorage.write(prefix + connection, `${count} ${lastAt}`);
  },
};
