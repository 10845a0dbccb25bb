import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** `label-content-name-mismatch` is left out of axe-core's own choice: whoever speaks to a page needs it. */
const RUN = `axe.run(document, { rules: { 'label-content-name-mismatch': { enabled: true } } })`;

/** What a screen reader, a keyboard or weak eyes would stumble over, each with the rule of axe-core that says so. */
export async function stumblingBlocks(page: Page): Promise<string[]> {
  await page.evaluate(axe.source); // the page's security policy lets no script in, but the debugger may evaluate
  const { violations } = await page.evaluate<AxeResults>(RUN);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
}
