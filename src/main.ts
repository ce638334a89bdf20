import { loadConfig } from './app/config/load-config';
import { lockPath, pagePath } from './app/session/sign-in/callback-url';
import { keptLanguage } from './locales/kept-language';
import { languageOf, uiLocalesOf } from './locales/language-of';
import { speak } from './locales/speak';

const loaded = await loadConfig();
const { result } = loaded;

if (result.ok && pagePath() === lockPath) {
  (await import('./app/session/secondary/lock/lock-page')).showLock(result.config);
} else {
  const wishes = {
    chosen: keptLanguage.read(),
    configured: result.ok ? result.config.branding.language : undefined,
    preferred: navigator.languages,
  };
  const language = languageOf(wishes);
  await speak(language);
  // Everything that has words is evaluated only now, when it is known in which language they are.
  await (await import('./start')).start(loaded, uiLocalesOf(language, wishes));
}
