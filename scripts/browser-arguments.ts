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
  ];
}

/** Whether this process runs as root; never on Windows, which has no such person. */
export const isRoot = (): boolean => process.getuid?.() === 0;
