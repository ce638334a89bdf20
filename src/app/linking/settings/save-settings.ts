import { objectOf, type Settings } from '../../identity/json';
import { saveFile } from '../ui/save-file';

/** Has the browser save settings that were set aside for an account. */
export function saveSettings(subject: string, settings: Settings): void {
  const provider = subject.slice(0, subject.indexOf('|')).replaceAll(/[^\w-]/g, '');

  saveFile(
    `ligature-set-aside-${provider}-${subject.slice(-4).replaceAll(/[^\w-]/g, '')}.json`,
    JSON.stringify(objectOf(settings), null, 2),
  );
}
