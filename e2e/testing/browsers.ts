const launching = (path: string | undefined): { executablePath?: string } =>
  path === undefined ? {} : { executablePath: path };

/** A Chromium with windows, for what only a whole browser does. */
export const wholeBrowser = launching(process.env['LIGATURE_CHROMIUM']);

/** What the tests run in: the same engine without windows where there is one, which costs a third less. */
export const usualBrowser = launching(
  process.env['LIGATURE_HEADLESS_SHELL'] ?? process.env['LIGATURE_CHROMIUM'],
);
