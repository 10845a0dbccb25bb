import type { Download, Page } from 'playwright-core';
import type { TestApp } from '../support/app';

/** What a camera would hand over. */
const sitePhoto = async (app: TestApp): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: 'site.jpg',
  mimeType: 'image/jpeg',
  buffer: await app.photo(),
});

/** Takes the photo that the open form asks for. */
export async function takePhoto(page: Page, app: TestApp): Promise<void> {
  await page.setInputFiles('[data-test=photo]', await sitePhoto(app));
  await page.getByText('重拍').waitFor();
}

/** Gives the command whose form is open; the form goes away once the platform has taken it. */
export async function send(page: Page): Promise<void> {
  await page.locator('[data-test=send]').click();
  await page.locator('[data-test=send]').waitFor({ state: 'hidden' });
}

/** Stops the work, or calls for help: the red button is held, a slip of the finger does nothing. */
export async function holdStop(page: Page, button = 'command-suspend'): Promise<void> {
  await page.locator(`[data-test=${button}]`).hover(); // waits until it is in sight and stands still
  await page.mouse.down();
  await page.waitForTimeout(1_300);
  await page.mouse.up();
}

export async function give(page: Page, command: string): Promise<void> {
  await page.locator(`[data-test=command-${command}]`).click();
}

export async function downloaded(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return download;
}
