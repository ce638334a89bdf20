import { globSync } from 'node:fs';
import { win32 } from 'node:path';
import { type Machine, onPath } from './browser-candidates.ts';

/** Where a Firefox lies on a machine that has one, the likeliest place first. */
export function firefoxCandidates(machine: Machine): string[] {
  const { platform, environment } = machine;
  const found = onPath(machine, ['firefox-esr', 'firefox']);
  switch (platform) {
    case 'darwin':
      return [...found, '/Applications/Firefox.app/Contents/MacOS/firefox'];
    case 'win32':
      return [
        ...found,
        ...['PROGRAMFILES', 'PROGRAMFILES(X86)']
          .map((name) => environment[name])
          .filter((folder) => folder !== undefined)
          .map((folder) => win32.join(folder, 'Mozilla Firefox', 'firefox.exe')),
      ];
    default:
      return [...found, '/usr/bin/firefox-esr', '/usr/bin/firefox'];
  }
}

/** Where the parts of a WebKit that can be driven lie on a Linux that has them. */
export const webKitCandidates = {
  drivers: (machine: Machine): string[] => [
    ...onPath(machine, ['WebKitWebDriver']),
    '/usr/bin/WebKitWebDriver',
  ],
  /** Beside the library, in a folder that is named after its version and the processor. */
  browsers: (machine: Machine): string[] => [
    ...onPath(machine, ['MiniBrowser']),
    ...globSync('/usr/{lib,libexec,lib64}/{*/,}webkit2gtk-4*/MiniBrowser').toSorted().reverse(),
  ],
  screens: (machine: Machine): string[] => [...onPath(machine, ['Xvfb']), '/usr/bin/Xvfb'],
};
