import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, type Site } from '../support/site';
import { Chromium, PHONE } from './chromium';

const BUDGET_BYTES = 180 * 1024;
/** Everything that comes over the line, headers counted. */
const WIRE_BYTES = 140 * 1024;
/** A request costs a round trip, however small its answer is. */
const MOST_REQUESTS = 14;

/** A welder's phone may be old and the signal weak. */
describe('the page behind a scanned code', () => {
  let app: TestApp;
  let site: Site;
  let chromium: Chromium;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    chromium = await Chromium.open(app.url);
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await app.close();
  });

  it('loads at most 180 KB of script, compressed, and nothing from elsewhere', async () => {
    const page = await chromium.person(PHONE);
    const scripts: Response[] = [];
    const hosts = new Set<string>();
    page.on('response', (answer) => {
      hosts.add(new URL(answer.url()).origin);
      if (answer.url().endsWith('.js')) scripts.push(answer);
    });
    await page.goto(`/c/${site.machineCode}`);
    await page.getByText('登录后开工').waitFor();
    const bodies = await Promise.all(scripts.map((script) => script.body()));
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
    expect([...hosts]).toEqual([app.url]);
  });

  it('costs at most 140 KB of the line, in few requests, and next to nothing the second time', async () => {
    const page = await chromium.person(PHONE);
    const line = await page.context().newCDPSession(page);
    const sizes: number[] = [];
    await line.send('Network.enable');
    line.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
    const visit = async (): Promise<{ bytes: number; requests: number }> => {
      sizes.length = 0;
      await page.goto(`/c/${site.machineCode}`);
      await page.getByText('登录后开工').waitFor();
      await page.waitForLoadState('networkidle');
      const sent = sizes.filter((size) => size > 0);
      return { bytes: sent.reduce((sum, size) => sum + size, 0), requests: sent.length };
    };
    const cold = await visit();
    expect(cold.bytes).toBeLessThanOrEqual(WIRE_BYTES);
    expect(cold.requests).toBeLessThanOrEqual(MOST_REQUESTS);
    expect((await visit()).bytes).toBeLessThanOrEqual(10 * 1024);
  });

  it.each([
    ['and goes on there', 1],
    ['and no third time where it is missing there, too', 2],
  ])('open while the platform is upgraded, loads the newer one where a file is gone, %s', async (_, goneFor) => {
    const page = await chromium.person(PHONE);
    const loads: string[] = [];
    page.on('load', () => loads.push(new URL(page.url()).pathname));
    await page.route('**/assets/login-page-*.js', (route) =>
      loads.length <= goneFor ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.goto(`/c/${site.machineCode}`);
    await page.getByText('登录后开工').click();
    await (goneFor === 1 ? page.locator('[name=username]').waitFor() : page.waitForTimeout(2_000));
    expect(loads).toEqual([`/c/${site.machineCode}`, '/login']);
  });
});
