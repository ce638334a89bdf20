import { tabStorage } from '../sealed/tab-storage';

const entry = 'ligature.method-to-add';

/** Takes a connection over a sign-out, whose method is to be added to the account that signs in next in this tab. */
export const methodToAdd = {
  note: (connection: string): void => tabStorage.write(entry, connection),

  /** Gives it once. */
  take(): string | undefined {
    const connection = tabStorage.read(entry);
    tabStorage.remove(entry);

    return connection;
  },
};
