import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { startApp, type TestApp } from '../test/support/app';
import { EventListener } from '../test/support/event-stream';
import { inventedChip } from '../test/support/people';
import {
  activate,
  draftPermit,
  importChip,
  newSite,
  newWelder,
  POINT,
  type Person,
  type Site,
} from '../test/support/site';
import { TestChip } from '../test/support/test-chip';
import type { Bench } from './bench';
import { openBenchDatabase } from './bench-database';
import type { ChipLoad, ChipLoaded } from './chip-load';
import { summary, type Measured } from './measure';

const CHIPS = 200;
const PROBE_S = 15;
const SETTLED_MS = 1_500;
const WELDERS = 4;
/** For as many alarms. */
const STRANGERS = 200;
const GIVEN_UP_MS = 20_000;

/**
 * What a person waits for while chips pour in samples: an alarm on the event stream, and power after a scan. The limit is
 * what the platform stores in the same run beside the probes, so that a busy machine slows both.
 */
export const edge: Bench = async ({ say }) => {
  const database = await openBenchDatabase();
  await database.client.end();
  const app = await startApp({ requestsPerSecond: 1_000_000 });
  const load = openChipLoad();
  try {
    const site = await newSite(app);
    const chips = await importMany(app, site.admin, CHIPS, 10_000);
    const probes = await Probes.open(app, site);
    const calm = await probes.both('nothing else', PROBE_S / 3);
    const flood = load({ port: app.mqttPort, chips, perSecond: null, seconds: PROBE_S });
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    const flooded = await probes.both('unthrottled', PROBE_S - 2);
    const limit = await flood;
    const most = limit.stored / limit.seconds;
    say(`at most ${most.toFixed(0)} one-sample messages a second`);
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    const paced = load({ port: app.mqttPort, chips, perSecond: 0.9 * most, seconds: PROBE_S });
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    const busy = await probes.both('at 90 % of the limit', PROBE_S - 2);
    const kept = await paced;
    probes.close();
    return {
      name: 'edge',
      work: `${CHIPS} chips send one-sample messages over MQTT (QoS 1), from a process of their own; beside them arcs of chips without a machine, one after the other, each timed until the event stream tells of it, and ${WELDERS} welders who scan, get power and finish. Probes run in the platform’s process.`,
      aim: 'at 90 % of the limit alarms p99 ≤ 1,000 ms and unlocks p95 ≤ 500 ms.',
      measured: [
        summary('samples, unthrottled (the limit)', limit.took, limit.took.length / most),
        summary('samples, at 90 %', kept.took, kept.took.length / (kept.stored / kept.seconds)),
        ...calm,
        ...flooded,
        ...busy,
      ],
      notes: [
        `Limit ${most.toFixed(0)} messages/s; of ${kept.sent} sent at 90 % ${kept.stored} were acknowledged when the time was up.`,
        'Milliseconds of samples: from publishing to the acknowledgement after the commit.',
      ],
    };
  } finally {
    load.close();
    await app.close();
    await database.close();
  }
};

/** People and chips whose waiting is timed. */
class Probes {
  private constructor(
    private readonly app: TestApp,
    private readonly events: EventListener,
    /** Bound to no machine: each raises one alarm. */
    private readonly strangers: TestChip[],
    private readonly workers: readonly Worker[],
  ) {}

  static async open(app: TestApp, site: Site): Promise<Probes> {
    const events = await EventListener.open(app.url, site.admin.token);
    const strangers: TestChip[] = [];
    for (const chip of await importMany(app, site.admin, STRANGERS, 50_000)) {
      const one = await TestChip.connect(app.mqttPort, chip);
      await one.birth();
      strangers.push(one);
    }
    const workers: Worker[] = [];
    for (let n = 0; n < WELDERS; n += 1) {
      const welder = await newWelder(app, site.admin, { enterpriseId: site.enterpriseId });
      workers.push({ ...(await bound(app, site)), welderId: welder.id, person: welder.person, permitId: '' });
    }
    const permit = await draftPermit(site, {
      welderIds: workers.map(({ welderId }) => welderId),
      machineIds: workers.map(({ machineId }) => machineId),
    });
    const permitId = String(permit['id']);
    await activate(site, permitId);
    return new Probes(
      app,
      events,
      strangers,
      workers.map((one) => ({ ...one, permitId })),
    );
  }

  async both(when: string, seconds: number): Promise<Measured[]> {
    const until = performance.now() + seconds * 1_000;
    const [alarms, ...unlocks] = await Promise.all([
      this.alarms(until),
      ...this.workers.map((one) => this.unlocks(one, until)),
    ]);
    return [summary(`alarm, ${when}`, alarms, seconds), summary(`unlock, ${when}`, unlocks.flat(), seconds)];
  }

  close(): void {
    this.events.close();
  }

  private async alarms(until: number): Promise<number[]> {
    const took: number[] = [];
    while (performance.now() < until) {
      const chip = this.strangers.pop();
      if (!chip) break;
      const heard = this.events.heard.length;
      const from = performance.now();
      await chip.event('arc-start');
      await this.raised(heard);
      took.push(performance.now() - from);
      await chip.event('arc-stop');
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return took;
  }

  private async raised(heard: number): Promise<void> {
    const deadline = performance.now() + GIVEN_UP_MS;
    while (!this.events.heard.slice(heard).some(({ event }) => event === 'violation.raised')) {
      if (performance.now() > deadline) throw new Error('no alarm');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private async unlocks({ chip, machineCode, person, permitId }: Worker, until: number): Promise<number[]> {
    const took: number[] = [];
    while (performance.now() < until) {
      const from = performance.now();
      const { id } = (await person.must('/jobs', { machineCode, permitId, ...POINT, accuracyM: 10 })) as { id: string };
      const unlock = await chip.command('unlock', GIVEN_UP_MS);
      await chip.reply(unlock, { ok: true, relay: 'closed' });
      await this.started(id);
      took.push(performance.now() - from);
      chip.commands.length = 0;
      await person.must(`/jobs/${id}/finish`);
      await chip.reply(await chip.command('lock', GIVEN_UP_MS), { ok: true, relay: 'open' });
      chip.commands.length = 0;
      await this.free(id);
    }
    return took;
  }

  private async started(id: string): Promise<void> {
    await this.events.next(
      ({ event, data }) => event === 'job.started' && JSON.stringify(data).includes(id),
      GIVEN_UP_MS,
    );
  }

  private async free(id: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const [open] = await this.app.sql(`select 1 from jobs where id = $1 and state in ('reserved', 'running')`, [id]);
      if (!open) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

interface Bound {
  readonly chip: TestChip;
  readonly machineId: string;
  readonly machineCode: string;
}

interface Worker extends Bound {
  readonly person: Person;
  readonly welderId: string;
  readonly permitId: string;
}

/** A machine of the site with a chip that is connected. */
async function bound(app: TestApp, { admin, enterpriseId }: Site): Promise<Bound> {
  const machine = await admin.must('/machines', {
    model: 'ZX7-400',
    process: 'MMA',
    enterpriseId,
    regionCode: '411003',
    inspectionDueOn: '2030-01-01',
  });
  const made = await importChip(app, admin);
  await admin.must(`/machines/${String(machine['id'])}/chip`, { chipNo: made.chipNo });
  const chip = await TestChip.connect(app.mqttPort, made);
  await chip.birth();
  await chip.command('time');
  return { chip, machineId: String(machine['id']), machineCode: String(machine['code']) };
}

async function importMany(app: TestApp, admin: Person, count: number, from: number): Promise<ChipLoad['chips']> {
  const chips = Array.from({ length: count }, (_, n) => inventedChip(from + n));
  const lines = chips.map(({ chipNo, secretHex }) => `${chipNo},${secretHex},H2,bench`);
  await app.request
    .post('/api/v1/chips/import')
    .set('authorization', `Bearer ${admin.token}`)
    .set('content-type', 'text/csv')
    .send(`chipNo,secretHex,model,batch\n${lines.join('\n')}\n`);
  return chips;
}

type Loading = ((load: ChipLoad) => Promise<ChipLoaded>) & { close(): void };

function openChipLoad(): Loading {
  const sender: ChildProcess = fork(join(__dirname, 'chip-load.ts'), {
    execArgv: ['-r', join(__dirname, '../test/support/register-swc.cjs')],
  });
  const ask = (load: ChipLoad): Promise<ChipLoaded> =>
    new Promise((resolve, reject) => {
      sender.once('message', ({ loaded, fault }: { loaded?: ChipLoaded; fault?: string }) =>
        loaded ? resolve(loaded) : reject(new Error(fault)),
      );
      sender.send(load);
    });
  return Object.assign(ask, { close: () => sender.disconnect() });
}
