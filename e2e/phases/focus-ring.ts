import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';

/** What has the focus: its name for people who read the test's output, and where it is in the window. */
interface Focused {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far around a control its ring may be drawn, in pixels. */
const reach = 6;

/**
 * Goes through a page with Tab, and compares what is seen with and without the focus at every stop. Around each control
 * there must be as many pixels with a contrast of 3 to 1 between the two as a line of two pixels around it has
 * (https://www.w3.org/TR/WCAG22/#focus-appearance). Gives the names of the stops, in their order.
 */
export async function expectFocusIsSeen(page: Page): Promise<readonly string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(focusedNow);
    if (focused === undefined || (stop > 0 && focused.name === names[0])) return names;
    const clip = clipAround(page, focused);
    const withFocus = await page.screenshot({ clip, animations: 'disabled' });
    await page.evaluate(setFocusAside);
    const without = await page.screenshot({ clip, animations: 'disabled' });
    await page.evaluate(giveFocusBack);

    const changed = await contrastingPixels(withFocus, without);
    const perimeter =
      2 * (Math.min(clip.width, focused.width) + Math.min(clip.height, focused.height));
    expect(changed, `pixels by which the focus on ${focused.name} is seen`).toBeGreaterThan(
      perimeter,
    );
    names.push(focused.name);
  }

  throw new Error('The focus has not come round in 60 stops.');
}

/** The control that has the focus; what cannot be seen is what its label shows, and a field ends at its frame. */
function focusedNow(): Focused | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  element.scrollIntoView({ block: 'center' });
  const isHidden = getComputedStyle(element).opacity === '0';
  const frame = isHidden ? 'label' : '.mat-mdc-text-field-wrapper';
  const shown = element.closest(frame) ?? element;
  const { x, y, width, height } = shown.getBoundingClientRect();
  const name = shown.getAttribute('aria-label') ?? shown.textContent.trim();

  return {
    name: `${element.tagName} ${element.dataset['action'] ?? ''} ${name}`,
    x,
    y,
    width,
    height,
  };
}

/** Takes the focus away for a moment. A ring that follows the keyboard alone is not drawn without it either. */
function setFocusAside(): void {
  const element = document.activeElement as HTMLElement;
  (window as { keptFocus?: HTMLElement }).keptFocus = element;
  element.blur();
}

function giveFocusBack(): void {
  (window as { keptFocus?: HTMLElement }).keptFocus?.focus();
}

function clipAround(page: Page, { x, y, width, height }: Focused) {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const left = Math.max(0, Math.floor(x - reach));
  const top = Math.max(0, Math.floor(y - reach));

  return {
    x: left,
    y: top,
    width: Math.min(size.width, Math.ceil(x + width + reach)) - left,
    height: Math.min(size.height, Math.ceil(y + height + reach)) - top,
  };
}

async function contrastingPixels(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = [await luminances(one), await luminances(other)];

  return first.filter((value, index) => contrast(value, second[index] ?? value) >= 3).length;
}

/** How much brighter one is than the other (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** The relative luminance of each pixel (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
async function luminances(picture: Buffer): Promise<readonly number[]> {
  const pixels = await sharp(picture).removeAlpha().toColourspace('srgb').raw().toBuffer();
  const parts = [...pixels].map(linear);

  return Array.from(
    { length: parts.length / 3 },
    (_, pixel) =>
      0.2126 * (parts[3 * pixel] ?? 0) +
      0.7152 * (parts[3 * pixel + 1] ?? 0) +
      0.0722 * (parts[3 * pixel + 2] ?? 0),
  );
}

function linear(value: number): number {
  const share = value / 255;

  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
