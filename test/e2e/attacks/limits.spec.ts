import { setTimeout as sleep } from 'node:timers/promises';
import { connectAsync } from 'mqtt';
import { DataSource } from 'typeorm';
import { Broker } from '../../../src/gateway/broker';
import { startApp, type TestApp } from '../../support/app';
import { EventListener } from '../../support/event-stream';
import { newSite, newUser, type Person, type Site } from '../../support/site';
import { chipPassword, TestChip } from '../../support/test-chip';

/** Limits that docs/security.md names. */
let app: TestApp;
let site: Site;
beforeAll(async () => {
  app = await startApp();
  site = await newSite(app);
}, 120_000);
afterAll(() => app.close());

describe('S12 a chip that asks for an endless keep-alive', () => {
  it.each([65_535, 0])('%i s: it is given up after fifteen minutes of silence', async (keepalive) => {
    const client = await connectAsync(`mqtt://127.0.0.1:${app.mqttPort}`, {
      clientId: site.chipNo,
      username: site.chipNo,
      password: chipPassword(site.chipNo, site.secretHex),
      protocolVersion: 4,
      reconnectPeriod: 0,
      keepalive,
    });
    const { aedes } = app.app.get<unknown>(Broker) as {
      aedes: { clients: Record<string, { _keepaliveInterval: number }> };
    };
    expect(Math.round((aedes.clients[site.chipNo]?._keepaliveInterval ?? 0) / 1_000)).toBe(900);
    await client.endAsync(true);
  });
});

describe('S8 event streams of many people behind one address', () => {
  it('two hundred stay open', async () => {
    const people: Person[] = [];
    while (people.length < 22) people.push(await newUser(app, site.admin, ['regulator'], { regionCode: '411003' }));
    const opened: EventListener[] = [];
    for (const person of people)
      for (const one of await Promise.allSettled(
        Array.from({ length: 10 }, () => EventListener.open(app.url, person.token)),
      ))
        if (one.status === 'fulfilled') opened.push(one.value);
    await sleep(1_500);
    const { text } = await app.request.get('/metrics');
    const open = Number(/^hanan_event_streams (\d+)/m.exec(text)?.[1]);
    opened.forEach((one) => one.close());
    expect(open).toBeLessThanOrEqual(200);
    expect(open).toBeGreaterThan(100);
  }, 90_000);
});

describe('S16 chips while the disk is full', () => {
  it('are not acknowledged, and are once there is room', async () => {
    const asOwner = (sql: string) => app.app.get(DataSource).query(sql);
    const chip = await TestChip.connect(app.mqttPort, site);
    await chip.birth();
    await chip.ackOf(await chip.event('fault'));
    await asOwner(`create or replace function full_disk() returns trigger language plpgsql as $$
        begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
      create trigger full_disk before insert or update on chip_boots for each statement execute function full_disk()`);
    const seq = await chip.event('fault');
    await expect(chip.ackOf(seq, 2_000)).rejects.toThrow('no acknowledgement');
    await asOwner('drop trigger full_disk on chip_boots');
    await chip.ackOf(seq, 10_000);
    await chip.close();
  }, 30_000);
});
