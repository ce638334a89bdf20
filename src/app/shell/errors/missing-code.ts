/** How browsers, and Angular, say that code of the application has not arrived; each has words of its own. */
const words =
  /dynamically imported module|Importing a module script failed|JavaScript MIME type|NG0750|ChunkLoadError/i;

/** Whether an error says that code did not arrive, which is the connection's fault and not the page's. */
export const isMissingCode = (error: unknown): boolean =>
  error instanceof Error &&
  (words.test(`${error.name} ${error.message}`) ||
    ('code' in error && error.code === 'code-missing'));
