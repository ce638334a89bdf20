/**
 * What the browser does without. It takes one such list, the last, so that the ones on which Playwright depends
 * are here again: no interception of requests or navigations behind its back.
 */
const disabledFeatures = [
  // Two pages behind the address bar of every window, which no test sees, and a sixth of the time of all.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** How the browser is started: without a sandbox only for root, who cannot have one, and quietly. */
export function browserArguments({ root }: { readonly root: boolean }): string[] {
  return [
    ...(root ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${disabledFeatures.join()}`,
  ];
}

/** Whether this process runs as root; never on Windows, which has no such person. */
export const isRoot = (): boolean => process.getuid?.() === 0;
