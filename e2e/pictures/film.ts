import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp, { type OverlayOptions } from 'sharp';

import { selectorOf } from '../../src/app/actions/action.ts';
import { lookThrough } from '../testing/review.ts';
import { signIn } from './steps.ts';
import { desktop, type Screenshots } from './screenshots.ts';

/** A picture of the film, and for how long it stands, in milliseconds. */
interface Frame {
  readonly picture: Buffer;
  readonly lastsMs: number;
}

/** What is drawn over a picture: the window that is open, and where in it, or on the page, somebody presses. */
interface Over {
  readonly window?: Page | undefined;
  readonly pointer?: { x: number; y: number; width: number; height: number } | null;
}

const size = { width: 960, height: 680 };
const popupSize = { width: 440, height: 560 };
const popupAt = { x: (size.width - popupSize.width) / 2, y: 65 };
const arrow = '<path d="M2 2v20l5-5 4 9 4-2-4-8h7z" fill="#fff" stroke="#000" stroke-width="1.5"/>';

/** Makes the animated picture of the README: Ada links her Google account, press by press. */
export async function takeFilm(screenshots: Screenshots): Promise<void> {
  await screenshots.ask('POST', '/reset');
  const page = await screenshots.open({ ...desktop, ...size });
  const frames: Frame[] = [];
  const take = async (lastsMs: number, over: Over = {}): Promise<void> => {
    frames.push({ picture: await shot(page, over), lastsMs });
  };
  const press = async (button: Locator, window?: Page): Promise<void> => {
    await button.hover();
    await take(900, { window, pointer: await button.boundingBox() });
    await button.click();
  };

  await signIn(page);
  await take(1600);
  await press(page.locator(selectorOf('add-method')));
  const tile = page.locator(`dialog[open] ${selectorOf('open-link', 'google-oauth2')}`);
  await tile.waitFor();
  await take(900);
  const opened = page.waitForEvent('popup');
  await press(tile);
  const popup = await opened;
  await popup.setViewportSize(popupSize);
  const account = popup.getByRole('button').filter({ hasText: 'ada@example.com' });
  await account.waitFor();
  await take(1200, { window: popup });
  await press(account, popup);
  await page.locator(selectorOf('link-accounts')).waitFor();
  await take(2400);
  await lookThrough(page);
  await press(page.locator(selectorOf('link-accounts')));
  await page.locator('[data-phase="done"]').waitFor();
  await take(3200);
  await page.context().close();

  await sharp(
    frames.map(({ picture }) => picture),
    { join: { animated: true } },
  )
    .webp({ delay: frames.map(({ lastsMs }) => lastsMs), loop: 0, quality: 80, effort: 6 })
    .toFile(join(screenshots.out, 'link.webp'));
}

/** What the page shows, with the window and the pointer over it where there are such. */
async function shot(page: Page, { window, pointer }: Over): Promise<Buffer> {
  const below = await page.screenshot({ animations: 'disabled' });
  const layers: OverlayOptions[] = [];
  if (window !== undefined) {
    const { width, height } = popupSize;
    const frame = `<rect width="${width + 2}" height="${height + 26}" rx="8" fill="#6b7684"/>`;
    layers.push(
      { input: svg(frame, width + 2, height + 26), left: popupAt.x - 1, top: popupAt.y - 25 },
      {
        input: await window.screenshot({ animations: 'disabled' }),
        left: popupAt.x,
        top: popupAt.y,
      },
    );
  }
  if (pointer) {
    const within = window === undefined ? { x: 0, y: 0 } : popupAt;
    layers.push({
      input: svg(arrow, 24, 28),
      left: Math.round(within.x + pointer.x + pointer.width / 2),
      top: Math.round(within.y + pointer.y + pointer.height / 2),
    });
  }

  return sharp(below)
    .modulate({ brightness: window === undefined ? 1 : 0.75 })
    .composite(layers)
    .png()
    .toBuffer();
}

const svg = (content: string, width: number, height: number): Buffer =>
  Buffer.from(`<svg width="${width}" height="${height}">${content}</svg>`);
