const entry = 'ligature.language';

/** Which language the person has chosen in this browser. */
export const keptLanguage = {
  read(): string | undefined {
    try {
      return localStorage.getItem(entry) ?? undefined;
    } catch {
      return undefined;
    }
  },

  write(language: string): void {
    localStorage.setItem(entry, language);
  },

  /** Whether this browser keeps anything for this site. */
  isPossible(): boolean {
    try {
      const kept = localStorage.getItem(entry);
      localStorage.setItem(entry, kept ?? '');
      if (kept === null) localStorage.removeItem(entry);

      return true;
    } catch {
      return false;
    }
  },
};
