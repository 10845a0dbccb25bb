import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where the first shop of the demo county lies: its welder scans there. */
const AT_THE_SHOP = { lat: 34.12, lng: 113.82, accuracyM: 10 };
const PATIENCE_MS = 60_000;

/** One person's way through a running demo: sign in, look at the county, scan, be refused far away, get power, finish. */
export async function smoke(base, dataDir, password) {
  const regulator = await signIn(base, 'regulator', password);
  const { towns } = await regulator('GET', '/statistics/overview');
  if (towns.length === 0) throw new Error('the overview shows no towns');
  const machineCode = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')).county.machines[0].code;
  const welder = await signIn(base, 'welder', password);
  await until('the chip is heard of', async () => (await judge(welder, machineCode)).allowed);
  const job = await welder('POST', '/jobs', { machineCode, ...AT_THE_SHOP });
  await until(
    'the chip has switched power on',
    async () => (await welder('GET', `/jobs/${job.id}`)).state === 'running',
  );
  await welder('POST', `/jobs/${job.id}/finish`, {});
  await until('the job is finished', async () => (await welder('GET', `/jobs/${job.id}`)).state === 'finished');
  const page = await fetch(base);
  if (!page.ok || !(await page.text()).includes('<div id="app"')) throw new Error('the web app is not served');
}

const judge = (welder, machineCode) => welder('POST', '/authorizations', { machineCode, ...AT_THE_SHOP });

async function signIn(base, username, password) {
  const { accessToken } = await ask(base, null, 'POST', '/auth/login', { username, password });
  return (method, path, body) => ask(base, accessToken, method, path, body);
}

async function ask(base, token, method, path, body) {
  const response = await fetch(`${base}/api/v1${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      'accept-language': 'en',
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 600)}`);
  return text === '' ? null : JSON.parse(text);
}

async function until(what, holds) {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(500)) {
    if (await holds()) return;
    if (Date.now() > end) throw new Error(`not after ${PATIENCE_MS / 1_000} s: ${what}`);
  }
}
