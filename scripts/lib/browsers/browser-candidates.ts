import { posix, win32 } from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const shells = ['chromium-headless-shell', 'chrome-headless-shell'];

const macApps = ['Chromium', 'Google Chrome'];

/** Where a Chromium or a Chrome lies on a machine that has one, the likeliest place first. */
export const browserCandidates = (machine: Machine): string[] => [
  ...onPath(machine, names),
  ...usualPlaces(machine),
];

/** Where its engine lies as a program without windows, on a machine that has one. */
export const headlessShellCandidates = (machine: Machine): string[] => [
  ...onPath(machine, shells),
  ...(machine.platform === 'linux' ? shells.map((name) => `/usr/bin/${name}`) : []),
];

/** Where programs of these names would lie on the PATH, folder by folder. */
export function onPath({ platform, environment }: Machine, programs: readonly string[]): string[] {
  const path = platform === 'win32' ? win32 : posix;
  const extension = platform === 'win32' ? '.exe' : '';
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(path.delimiter);

  return folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => programs.map((name) => path.join(folder, name + extension)));
}

function usualPlaces({ platform, environment }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return ['/Applications', `${environment['HOME'] ?? ''}/Applications`].flatMap((folder) =>
        macApps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => environment[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ]);
    default:
      return names.map((name) => `/usr/bin/${name}`);
  }
}
