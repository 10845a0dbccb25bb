import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { PASSWORD, POINT } from '../support/site';

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]; // prettier-ignore
const ROOT = join(__dirname, '..', '..');
const SCREENSHOTS = join(__dirname, 'screenshots');

/** What a browser keeps of somebody who signed in (web/src/api/session.ts). */
const SIGNED_IN = 'hanan.signed-in';

/** The smallest phone we promise to serve, and a desk's screen. */
export const PHONE = { width: 360, height: 640 };
export const DESK = { width: 1366, height: 768 };

export class Chromium {
  /** What a page complained about: a script that broke, or something its security policy refused. */
  readonly complaints: string[] = [];
  private shiftMs = 0;

  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async open(url: string): Promise<Chromium> {
    const executablePath = PLACES.find((place) => place && existsSync(place));
    if (!executablePath)
      throw new Error('Chromium is missing: apt-get install -y chromium fonts-noto-cjk (or set CHROMIUM to its path).');
    if (!existsSync(join(ROOT, 'web/dist/index.html'))) throw new Error('The web app is not built: npm run build:web');
    return new Chromium(await chromium.launch({ executablePath, args: FLAGS }), url);
  }

  /** A person's own browser: no cookies shared, standing at `POINT`. */
  async person(viewport: { width: number; height: number }, kept: readonly string[] = []): Promise<Page> {
    const localStorage = kept.map((name) => ({ name, value: 'yes' }));
    const context = await this.browser.newContext({
      baseURL: this.url,
      storageState: { cookies: [], origins: [{ origin: this.url, localStorage }] },
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: viewport.width < 500,
      permissions: ['geolocation'],
      geolocation: { latitude: POINT.lat, longitude: POINT.lng, accuracy: 10 },
    });
    this.listen(context);
    if (this.shiftMs > 0) await context.clock.install({ time: Date.now() + this.shiftMs });
    return context.newPage();
  }

  /** Signed in, on a device of their own, in front of a page: as somebody who signed in before and opens the page again. */
  async at(person: Caller, path: string, size: { width: number; height: number }): Promise<Page> {
    const page = await this.person(size, [SIGNED_IN]);
    const data = { username: await usernameOf(person), password: PASSWORD };
    const answer = await page.context().request.post('/api/v1/auth/login', { data });
    if (!answer.ok()) throw new Error(`login ${data.username}: ${answer.status()}`);
    await page.goto(path);
    return page;
  }

  /** Lets time pass on everybody's devices; the platform has a clock of its own. */
  async elapse(ms: number): Promise<void> {
    this.shiftMs += ms;
    for (const context of this.browser.contexts()) await context.clock.install({ time: Date.now() + this.shiftMs });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private listen(context: BrowserContext): void {
    context.on('weberror', (broken) => this.complaints.push(broken.error().message));
    context.on('console', (message) => {
      // A refused request is logged by the browser as an error of its own; the page shows it to the person.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
  }
}

/** Signs in where the page asks for it, or at `/login`. */
export async function logIn(page: Page, username: string): Promise<void> {
  if (!page.url().includes('/login')) await page.goto('/login');
  await page.fill('[name=username]', username);
  await page.fill('[name=password]', PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForURL((address) => !address.pathname.startsWith('/login'));
}

/** Picks from a list that opens below a field, by what stands there or the first. */
export async function choose(page: Page, label: string, words?: string): Promise<void> {
  const field = page.locator('.el-form-item', { has: page.locator('.el-form-item__label', { hasText: label }) });
  await field.locator('.el-select').click();
  const listId = await field.locator('[role=combobox]').getAttribute('aria-controls');
  const options = page.locator(`[id="${listId}"] [role=option]`);
  await (words ? options.filter({ hasText: words }) : options).first().click();
  await page.keyboard.press('Escape');
  await page.locator(`[id="${listId}"]`).waitFor({ state: 'hidden' });
}

/** Down the tree, one column after another. */
export async function chooseRegion(page: Page, form: Locator, names: readonly string[]): Promise<void> {
  await form.locator('.el-cascader').click();
  for (const [depth, name] of names.entries()) {
    const column = page.locator('.el-cascader-menu:visible').nth(depth);
    const row = column.locator('.el-cascader-node', { hasText: name });
    await row.waitFor();
    await (depth + 1 === names.length ? row.locator('.el-radio') : row.locator('.el-cascader-node__label')).click();
  }
  await page.keyboard.press('Escape');
}

/** Waits until a field holds what somebody typed before. */
export async function holds(page: Page, field: string, words: string): Promise<void> {
  const input = page.locator(field);
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await input.count()) > 0 && (await input.inputValue()).includes(words)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`${field} never held ${words}`);
}

/** A signature drawn by hand on the pad that is shown. */
export async function sign(page: Page): Promise<void> {
  const pad = page.locator('[data-test=signature]');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no pad to sign on');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6);
  await page.mouse.down();
  for (let step = 1; step <= 24; step += 1)
    await page.mouse.move(
      box.x + box.width * (0.2 + step * 0.025),
      box.y + box.height * (0.5 + 0.3 * Math.sin(step / 2)),
    );
  await page.mouse.up();
}

/** Everything on a page, longer than the screen. */
export async function keepLongScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.evaluate('window.scrollTo(0, 0)');
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true, animations: 'disabled' });
}

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

/** Whether a page must be pushed sideways to be read. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth + 1');

/** Somebody who can ask the platform who they are. */
interface Caller {
  get(path: string): PromiseLike<{ body: unknown }>;
}

export const usernameOf = async (person: Caller): Promise<string> =>
  ((await person.get('/me')).body as { user: { username: string } }).user.username;
