import type { Page } from 'playwright-core';

/**
 * What a screen reader or a keyboard would stumble over, by the same names as axe-core has for it. Runs in the page, so it
 * is text: the page's security policy lets no script in, but the debugger may evaluate.
 */
const CHECK = `(() => {
  const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false });
  const words = (element) => (element?.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const named = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return by.split(/\\s+/).map((id) => words(document.getElementById(id))).join(' ').trim();
    const label = element.getAttribute('aria-label');
    if (label) return label.trim();
    const fields = element.labels ? [...element.labels].map((one) => one.getAttribute('aria-label') ?? words(one)).join(' ').trim() : '';
    return fields || words(element) || element.getAttribute('title') || element.getAttribute('alt')
      || element.getAttribute('placeholder') || [...element.querySelectorAll('img[alt]')].map((one) => one.alt).join(' ');
  };
  const where = (element) => element.outerHTML.slice(0, 140);
  const found = [];
  const wrong = (rule, element) => found.push(rule + ': ' + (element ? where(element) : ''));
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const heads = all('h1');
  if (heads.length !== 1) found.push('page-has-heading-one: ' + heads.length);
  for (const one of all('th')) if (!words(one) && !one.querySelector('input')) wrong('empty-table-header', one);
  for (const one of all('[role=dialog], [role=alertdialog], dialog')) if (!named(one)) wrong('aria-dialog-name', one);
  for (const one of all('button, a[href], [role=button]')) {
    if (!named(one)) wrong('button-name', one);
    const label = one.getAttribute('aria-label');
    if (label && words(one) && /[\\p{L}\\p{N}]/u.test(words(one)) && !label.toLowerCase().includes(words(one).toLowerCase()))
      wrong('label-content-name-mismatch', one);
  }
  for (const one of all('input:not([type=hidden]), textarea, select')) if (!named(one)) wrong('label', one);
  for (const one of all('img')) if (one.getAttribute('alt') === null) wrong('image-alt', one);
  for (const one of all('dl > *')) if (!/^(DT|DD|DIV|SCRIPT|TEMPLATE)$/.test(one.tagName)) wrong('definition-list', one);
  for (const one of all('[tabindex]')) if (Number(one.getAttribute('tabindex')) > 0) wrong('tabindex', one);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids.filter((one, n) => ids.indexOf(one) !== n))) found.push('duplicate-id: ' + id);
  if (!document.documentElement.lang) found.push('html-has-lang');
  if (all('main').length !== 1) found.push('landmark-one-main: ' + all('main').length);
  return found;
})()`;

export const stumblingBlocks = (page: Page): Promise<string[]> => page.evaluate<string[]>(CHECK);
