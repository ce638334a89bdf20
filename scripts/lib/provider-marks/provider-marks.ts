import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repository } from '../paths.ts';

/** A collection of icons as Iconify packs it: the drawing of each, and the box that it is drawn in. */
interface IconCollection {
  readonly width: number;
  readonly height: number;
  readonly icons: Readonly<Record<string, { body: string; width?: number; height?: number }>>;
}

const logos = createRequire(import.meta.url)('@iconify-json/logos/icons.json') as IconCollection;

/** Where the marks of providers lie: those of the application, and of the tenant's pages, which is a package of its own. */
export const providerMarksFolders = [
  join(repository, 'public', 'providers'),
  join(repository, 'tenant', 'assets', 'providers'),
];

/** Each mark of `src/app/identity/connection-kinds.ts` that is a provider's own, by its name in the collection. */
const markNames: Readonly<Record<string, string>> = {
  apple: 'apple',
  facebook: 'facebook',
  github: 'github-icon',
  google: 'google-icon',
  linkedin: 'linkedin-icon',
  microsoft: 'microsoft-icon',
  okta: 'okta-icon',
  paypal: 'paypal',
  salesforce: 'salesforce',
  slack: 'slack-icon',
  x: 'x',
  yahoo: 'yahoo',
};

/** Draws every mark as a file of its own. Gives the texts by the names of the files. */
export const providerMarks = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(markNames).map(([mark, name]) => [`${mark}.svg`, svgOf(name)]));

function svgOf(name: string): string {
  const icon = logos.icons[name];
  if (icon === undefined) throw new Error(`@iconify-json/logos has no ${name}.`);
  const { body, width = logos.width, height = logos.height } = icon;

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>\n`;
}
