import { spokenLanguage } from '../speak';

let texts: Promise<unknown> | undefined;

/**
 * Loads a part of the console once its texts are there: a `$localize` in a module runs once, when the module is loaded.
 * They come along with the console, so that nobody else has to wait for them.
 */
export async function withConsoleTexts<Part>(load: () => Promise<Part>): Promise<Part> {
  texts ??= import('./console-texts').then(({ useConsoleTexts }) =>
    useConsoleTexts(spokenLanguage()),
  );
  // A part that can't be loaded says so itself.
  await texts.catch(() => (texts = undefined));

  return load();
}
