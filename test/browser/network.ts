import type { BrowserContext, Page, Route } from 'playwright-core';

type Cut = 'nothing' | 'everything' | 'records';

/** Nothing at all comes over the line, not even pages; what the browser fetched before and may use again is gone, too. */
export async function withoutNetwork(page: Page, work: () => Promise<void>): Promise<void> {
  await page.evaluate(`navigator.serviceWorker.ready`);
  await page.waitForFunction(`navigator.serviceWorker.controller`);
  const line = await page.context().newCDPSession(page);
  await line.send('Network.clearBrowserCache');
  await line.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.context().setOffline(true);
  await work();
  await page.context().setOffline(false);
  await line.detach();
}

/** The network of one phone, cut where a test says so. Pages themselves still load: what matters is what the platform hears. */
export class Network {
  private cut: Cut = 'nothing';
  private losing: RegExp | null = null;

  private constructor() {}

  static async of(context: BrowserContext): Promise<Network> {
    const network = new Network();
    await context.route(/\/(api|health)\//, (route) => network.pass(route));
    return network;
  }

  /** Nothing gets through. */
  down(): void {
    this.cut = 'everything';
  }

  /** People can sign in and out, what they recorded does not get through. */
  downForRecords(): void {
    this.cut = 'records';
  }

  up(): void {
    this.cut = 'nothing';
    this.losing = null;
  }

  /** The platform gets the next request of this address and does it; its answer never comes, and nothing after it goes through. */
  loseAnswerOf(address: RegExp): void {
    this.losing = address;
  }

  private async pass(route: Route): Promise<void> {
    const request = route.request();
    if (this.cut === 'everything') return route.abort('internetdisconnected');
    if (this.cut === 'records' && /\/violations$/.test(request.url())) return route.abort('internetdisconnected');
    if (this.losing && request.method() === 'POST' && this.losing.test(request.url())) {
      this.down();
      await route.fetch();
      return route.abort('connectionreset');
    }
    await route.continue();
  }
}
