import 'reflect-metadata';
import type { CDPSession, Page } from 'playwright-core';
import { startApp } from '../../test/support/app';
import { newSite } from '../../test/support/site';
import { Chromium, logIn, PHONE, usernameOf } from '../../test/browser/chromium';
import type { Bench } from '../kit/bench';
import { openBenchDatabase } from '../kit/bench-database';
import { summary, type Measured } from '../kit/measure';
import type { Figure } from '../kit/report';
import { median } from '../kit/rounds';

const RUNS = 7;
/** A weak line in the field: what a phone gets at the edge of a village. */
const LINE = { bitsPerSecond: 400_000, latencyMs: 300 };
const SLOWER_CPU = 4;
/** The next page must not find the line still busy. */
const SETTLE_MS = 300;

interface Visit {
  readonly ms: number;
  readonly bytes: number;
  readonly files: number;
}

/** `/c/:code` on a weak line with a slow phone: bytes, requests, and how long until a person can read and act. */
export const web: Bench = async ({ say }) => {
  const database = await openBenchDatabase();
  // copying a database asks that nobody is connected to it
  await database.client.end();
  const app = await startApp();
  const chromium = await Chromium.open(app.url);
  try {
    const site = await newSite(app);
    const path = `/c/${site.machineCode}`;
    const cold: Visit[] = [];
    const warm: Visit[] = [];
    const asWelder: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const page = await chromium.person(PHONE);
      const line = await weakLine(page);
      cold.push(await visit(page, line, path, '登录后开工'));
      warm.push(await visit(page, line, path, '登录后开工'));
      await page.context().close();
      say(`run ${run + 1} of ${RUNS}: ${JSON.stringify([cold.at(-1), warm.at(-1)])}`);
    }
    const page = await chromium.person(PHONE);
    await logIn(page, await usernameOf(site.welder));
    const line = await weakLine(page);
    while (asWelder.length < RUNS) asWelder.push(await visit(page, line, path, '开始作业'));
    return {
      name: 'web',
      work: `${RUNS} visits of /c/:code in Chromium at 360 × 640, ${LINE.bitsPerSecond / 1_000} kbit/s with ${LINE.latencyMs} ms for each request and a processor slowed ${SLOWER_CPU} times; ready is when the button stands there.`,
      aim: 'at most 140 KB on the wire, cold ≤ 6 s, warm ≤ 1.5 s.',
      figures: [
        figure('the scanned page on the wire, cold', '≤ 140 KB', bytesOf(cold) / 1_000, 140, 'KB'),
        figure('the scanned page, cold, until the button', '≤ 6 s', secondsOf(cold), 6, 's'),
        figure('the scanned page, warm, until the button', '≤ 1.5 s', secondsOf(warm), 1.5, 's'),
      ],
      measured: [row('cold, signed out', cold), row('warm, signed out', warm), row('warm, as the welder', asWelder)],
      notes: [sizes('cold', cold), sizes('warm', warm), sizes('as the welder', asWelder), limit(cold)],
    };
  } finally {
    await chromium.close();
    await app.close();
    await database.close();
  }
};

async function weakLine(page: Page): Promise<CDPSession> {
  const line = await page.context().newCDPSession(page);
  const throughput = LINE.bitsPerSecond / 8;
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.latencyMs,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
  return line;
}

/** Bytes are those of the wire, headers counted; what comes from the cache counts nothing. */
async function visit(page: Page, line: CDPSession, path: string, button: string): Promise<Visit> {
  let bytes = 0;
  let files = 0;
  const count = ({ encodedDataLength }: { encodedDataLength: number }): void => {
    bytes += encodedDataLength;
    if (encodedDataLength > 0) files += 1;
  };
  line.on('Network.loadingFinished', count);
  await page.goto('about:blank');
  const begun = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await page.getByText(button).first().waitFor();
  const ms = performance.now() - begun;
  await page.waitForTimeout(SETTLE_MS);
  line.off('Network.loadingFinished', count);
  return { ms, bytes, files };
}

const row = (name: string, visits: readonly Visit[]): Measured => {
  const took = visits.map(({ ms }) => ms);
  return summary(name, took, took.reduce((sum, ms) => sum + ms, 0) / 1_000);
};

const figure = (name: string, aim: string, value: number, most: number, unit: string): Figure => ({
  name,
  aim,
  measured: `${value.toFixed(1)} ${unit}`,
  met: value <= most,
});

const secondsOf = (visits: readonly Visit[]): number => median(visits.map(({ ms }) => ms)) / 1_000;
const bytesOf = (visits: readonly Visit[]): number => median(visits.map(({ bytes }) => bytes));

const sizes = (name: string, visits: readonly Visit[]): string =>
  `${name}: ${(bytesOf(visits) / 1_024).toFixed(1)} KiB on the wire, headers counted, in ${median(visits.map(({ files }) => files))} requests (medians)`;

const limit = (cold: readonly Visit[]): string =>
  `the line alone needs ${((bytesOf(cold) * 8) / LINE.bitsPerSecond).toFixed(1)} s for the bytes of the cold visit, and one round trip (${LINE.latencyMs} ms) for each of: the page, its files, the answer about the code`;
