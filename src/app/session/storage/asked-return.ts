import { tabStorage } from '../sealed/tab-storage';

const entry = 'ligature.return';

/**
 * Remembers what the address of a link page asked to return to, across the pages that a link leaves for. It is judged
 * whenever it is read: others may write there.
 */
export const askedReturn = {
  note(connection: string, query: URLSearchParams): void {
    const noted = new URLSearchParams(query);
    noted.set('connection', connection);
    tabStorage.write(entry, noted.toString());
  },

  /** Gives it for the connection it was asked for; empty where nobody has. */
  read(connection: string): URLSearchParams {
    const noted = new URLSearchParams(tabStorage.read(entry));

    return noted.get('connection') === connection ? noted : new URLSearchParams();
  },

  forget: (): void => tabStorage.remove(entry),
};
