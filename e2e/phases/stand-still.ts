import type { Page } from '@playwright/test';

/**
 * Has a page that tells times stop doing so, and takes out of its words what is another at each visit: ports, times, how long
 * something took, and how many calls the tenant still allows.
 */
export const standStill = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const newest = Number(setInterval(() => undefined, 1000));
    for (let each = 1; each <= newest; each += 1) clearInterval(each);

    const changing: readonly (readonly [RegExp, string])[] = [
      [/localhost:\d+/g, 'localhost'],
      [/\b\d\d:\d\d:\d\d\b/g, '00:00:00'],
      [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2000-01-01T00:00:00.000Z'],
      [/\d+(\.\d+)?([\s\u00a0](?:ms|s|min)\b)/g, '0$2'],
      [/\b\d+ left\b/g, '0 left'],
      [/Ran \S+(?: ago)?, in/g, 'Ran 0s ago, in'],
    ];
    const steady = (text: string) =>
      changing.reduce((words, [pattern, instead]) => words.replaceAll(pattern, instead), text);

    for (const name of document.querySelectorAll('dt')) {
      if (!/^(duration|rate limit)/.test(name.textContent.trim())) continue;
      const value = name.nextElementSibling?.querySelector('code');
      if (value) value.textContent = '0';
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) {
      const { currentNode: text } = texts;
      text.nodeValue = steady(text.nodeValue ?? '');
    }
    for (const link of document.querySelectorAll('a[href]')) {
      link.setAttribute('href', steady(link.getAttribute('href') ?? ''));
    }
  });
