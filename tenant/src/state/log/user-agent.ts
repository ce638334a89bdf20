type Pattern = readonly [name: string, pattern: RegExp];

/** The first that fits counts: every browser calls itself by the names of older ones too. */
const browsers: readonly Pattern[] = [
  ['Edge', /Edg(?:A|iOS)?\/([\d.]+)/],
  ['Opera', /OPR\/([\d.]+)/],
  ['Chrome Mobile iOS', /CriOS\/([\d.]+)/],
  ['Firefox iOS', /FxiOS\/([\d.]+)/],
  ['Firefox', /Firefox\/([\d.]+)/],
  ['Chrome Mobile', /Chrome\/([\d.]+) Mobile/],
  ['Chrome', /Chrome\/([\d.]+)/],
  ['Mobile Safari', /Version\/([\d.]+) Mobile.* Safari/],
  ['Safari', /Version\/([\d.]+) Safari/],
];

const systems: readonly Pattern[] = [
  ['Windows', /Windows NT ([\d.]+)/],
  ['Android', /Android ([\d.]+)/],
  ['iOS', /(?:iPhone|CPU) OS ([\d_]+)/],
  ['Mac OS X', /Mac OS X ([\d_.]+)/],
  ['Linux', /Linux()/],
];

/** Writes a `User-Agent` as Auth0's log does: `Chrome 114.0.0 / Windows 10.0.0` (§12). */
export function normalizedUserAgent(userAgent: string): string {
  return [browsers, systems].map((patterns) => format(firstOf(patterns, userAgent))).join(' / ');
}

/** Whether it is the browser of a phone or a tablet. */
export function isMobile(userAgent: string): boolean {
  return /Mobile|Android|iPhone|iPad/.test(userAgent);
}

function firstOf(patterns: readonly Pattern[], userAgent: string) {
  for (const [name, pattern] of patterns) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return { name, version };
  }

  return { name: 'Other', version: '' };
}

function format({ name, version }: ReturnType<typeof firstOf>): string {
  const [major = '0', minor = '0', patch = '0'] = version.split(/[._]/).filter(Boolean);

  return `${name} ${major}.${minor}.${patch}`;
}
