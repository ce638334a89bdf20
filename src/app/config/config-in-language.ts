import type { LigatureConfig, WrittenConfig } from './ligature-config';
import { textIn } from './localized-text';

/** Gives the configuration in the language of the page: from here on every connection has one name. */
export const configIn = (written: WrittenConfig, locale: string): LigatureConfig => ({
  ...written,
  connections: written.connections.map((connection) => ({
    ...connection,
    label: textIn(connection.label, locale),
  })),
});
