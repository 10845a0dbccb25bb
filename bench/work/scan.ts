import 'reflect-metadata';
import { Client } from 'pg';
import { startApp } from '../../test/support/app';
import { newSite } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { openBenchDatabase } from '../kit/bench-database';
import { costOf, countEffort, spentBetween, type Effort } from '../kit/effort';
import { openHttpLoad, type HttpLoad } from '../load/http-load';
import type { Call } from '../load/http-line';
import type { Measured } from '../kit/measure';
import { newWorkers, scanned, WELDERS_OF_A_SITE, type Worker } from '../load/welders';

const SITES = 5;
const CLIENTS = [1, 20, 50];
const FEW = 10_000;
const REFUSED = 3_000;
const ALLOWED = 1_000;
/** One connection alone is as slow as one call. */
const calls = (all: number, clients: number): number => (clients === 1 ? all / 4 : all);

interface Costs {
  readonly measured: readonly Measured[];
  readonly cost: string;
}

/** A welder scans: refused, and allowed with the finish after it. */
export const scan: Bench = async ({ rows, say }) => {
  const database = await openBenchDatabase();
  await database.client.end();
  const app = await startApp({ requestsPerSecond: 1_000_000 });
  const count = await countEffort(app.config.databaseUrl ?? '');
  const http = openHttpLoad();
  try {
    const workers: Worker[] = [];
    while (workers.length < SITES * WELDERS_OF_A_SITE) workers.push(...(await newWorkers(app, await newSite(app))));
    const costs: Costs[] = [];
    for (const machines of rows > FEW ? [FEW, rows] : [rows]) {
      await fillUp(app.config.databaseUrl ?? '', machines);
      const scans = new Scans(http, app.url, workers, count, `${machines} machines`, say);
      // the first calls compile what the later ones run
      if (costs.length === 0) await scans.both(20);
      for (const clients of CLIENTS) costs.push(...(await scans.both(clients)));
    }
    return {
      name: 'scan',
      work: `${workers.length} welders of ${SITES} enterprises scan gas sets over HTTP with sign-in, scope and row level security; refused: the permit names neither welder nor machine; allowed: start, then finish, one welder a connection.`,
      aim: '≥ 800 refused/s, ≥ 400 allowed/s; p99 ≤ 3 × the mean; at 10⁶ machines no slower than 1.3 × at 10⁴.',
      measured: costs.flatMap(({ measured }) => measured),
      notes: [
        ...costs.map(({ cost }) => cost),
        'Statements: all of the platform meanwhile, with those that open and end a transaction. An allowed call is a start and its finish.',
        'The client (a process of its own), the platform and the database share the machine.',
      ],
    };
  } finally {
    http.close();
    await app.close();
    await database.close();
  }
};

class Scans {
  constructor(
    private readonly http: HttpLoad,
    private readonly url: string,
    private readonly workers: readonly Worker[],
    private readonly count: () => Effort,
    private readonly when: string,
    private readonly say: (line: string) => void,
  ) {}

  async both(clients: number): Promise<Costs[]> {
    return [
      await this.measure('refused', clients, calls(REFUSED, clients), (worker, stranger) => ({
        ...scanned(worker, stranger.permitId),
        status: 403,
      })),
      await this.measure('allowed', clients, calls(ALLOWED, clients), (worker) => ({
        ...scanned(worker, worker.permitId),
        then: '/jobs/:id/finish',
      })),
    ];
  }

  private async measure(
    what: string,
    clients: number,
    amount: number,
    callOf: (worker: Worker, stranger: Worker) => Call,
  ): Promise<Costs> {
    const name = `${what}, ${clients} at a time, ${this.when}`;
    this.say(name);
    const all = Array.from({ length: amount }, (_, n) => {
      const own = n % clients;
      return callOf(this.workers[own]!, this.workers[(own + WELDERS_OF_A_SITE) % this.workers.length]!);
    });
    const before = this.count();
    const { measured, then } = await this.http.measure(name, { url: this.url, clients, calls: all, inTurn: true });
    const cost = costOf(name, spentBetween(before, this.count()), amount);
    this.say(`${cost}; ${measured.perSecond.toFixed(0)} calls/s`);
    return { measured: then ? [measured, then] : [measured], cost };
  }
}

/** Machines of nobody who scans here, so that there are as many as in a large county or province. */
async function fillUp(url: string, machines: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select set_config('hanan.scope', 'system', false)`);
  await client.query(
    `with made as (
       insert into machines (id, code, model, process, control, region_code, inspection_due_on, created_at)
       select '0' || lpad(i::text, 25, '0'), 'BULK' || i, 'ZX7-400', 'MMA', 'cut', '411003', '2030-01-01', now()
       from generate_series((select count(*) from machines) + 1, $1::int) i returning id, code)
     insert into codes (code, kind, entity_id, created_at) select code, 'machine', id, now() from made`,
    [machines],
  );
  await client.query('vacuum analyze machines');
  await client.query('vacuum analyze codes');
  await client.query('checkpoint');
  await client.end();
}
