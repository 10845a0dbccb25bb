import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { startApp, type TestApp } from '../support/app';
import { newSite, type Site } from '../support/site';
import { Chromium, PHONE } from './chromium';

const BUDGET_BYTES = 180 * 1024;

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
});
