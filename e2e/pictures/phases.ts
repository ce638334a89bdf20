import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';

import { LocalTenant } from '../testing/local-tenant.ts';
import { consolePhases } from '../phases/console-phases.ts';
import { phases } from '../phases/phases.ts';
import { Portal } from '../testing/portal.ts';
import { repository } from '../../scripts/lib/paths.ts';
import { desktop, phone, type Device, type Screenshots } from './screenshots.ts';

/** How each phase is looked at. */
const devices: Readonly<Record<string, Device>> = {
  'desk-light': desktop,
  'desk-dark': { ...desktop, colorScheme: 'dark' },
  'phone-light': phone,
  'phone-dark': { ...phone, colorScheme: 'dark' },
};

/** What people are shown, and what admins are. */
const allPhases = { ...phases, ...consolePhases };
const names = Object.keys(allPhases);

/** Takes every phase in every language, on a desk and a phone, light and dark, and a sheet of the English ones if they are among them. */
export async function takePhases(screenshots: Screenshots): Promise<void> {
  const folder = join(repository, 'test-results', 'phases');
  mkdirSync(folder, { recursive: true });
  for (const language of screenshots.languages) {
    for (const name of names) await takePhase(screenshots, folder, language, name);
    console.log(`${language}: ${names.length} phases`);
  }
  if (screenshots.languages.includes('en')) {
    await takeSheet(folder, join(screenshots.out, 'phases.png'));
  }
}

async function takePhase(
  screenshots: Screenshots,
  folder: string,
  language: string,
  name: string,
): Promise<void> {
  const tenant = new LocalTenant(screenshots.tenant);
  await tenant.reset();
  await tenant.moveClock(0);
  const page = await screenshots.open(desktop);
  await page.addInitScript((chosen) => {
    if (location.protocol === 'http:') localStorage.setItem('ligature.language', chosen);
  }, language);
  await allPhases[name]?.({ portal: new Portal(page), tenant });
  for (const [device, { colorScheme, ...viewport }] of Object.entries(devices)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.screenshot({
      path: join(folder, `${language}-${name}-${device}.png`),
      animations: 'disabled',
      fullPage: true,
    });
  }
  await page.context().close();
}

const cell = { desk: 360, phone: 104, height: 225, label: 28, gap: 16, columns: 4 };

/** Puts every phase on one picture: what a desk shows in the light, and a phone in the dark, above its name. */
async function takeSheet(folder: string, file: string): Promise<void> {
  const width = cell.desk + cell.phone + 2 * cell.gap;
  const height = cell.height + cell.label + cell.gap;
  const placed = await Promise.all(
    names.map(async (name, index) => {
      const left = cell.gap + width * (index % cell.columns);
      const top = cell.gap + height * Math.floor(index / cell.columns);
      const shots: OverlayOptions[] = [
        { input: await firstScreen(folder, `${name}-desk-light`, desktop, cell.desk), left, top },
        {
          input: await firstScreen(folder, `${name}-phone-dark`, phone, cell.phone),
          left: left + cell.desk + cell.gap / 2,
          top,
        },
        { input: label(name, cell.desk), left, top: top + cell.height },
      ];

      return shots;
    }),
  );
  await sharp({
    create: {
      width: cell.gap + width * cell.columns,
      height: cell.gap + height * Math.ceil(names.length / cell.columns),
      channels: 3,
      background: '#e4e7eb',
    },
  })
    .composite(placed.flat())
    .png({ palette: true, effort: 10 })
    .toFile(file);
}

const firstScreen = (
  folder: string,
  name: string,
  { width, height }: Device,
  shownWidth: number,
): Promise<Buffer> =>
  sharp(join(folder, `en-${name}.png`))
    .extract({ left: 0, top: 0, width, height })
    .resize(shownWidth, cell.height)
    .toBuffer();

const label = (name: string, width: number): Buffer =>
  Buffer.from(
    `<svg width="${width}" height="${cell.label}"><text y="19" font-family="sans-serif" font-size="15" fill="#1b2733">${name}</text></svg>`,
  );
