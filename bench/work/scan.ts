import 'reflect-metadata';
import { Client } from 'pg';
import type { TestApp } from '../../test/support/app';
import { newSite } from '../../test/support/site';
import type { Bench } from '../kit/bench';
import { costOf, countEffort, spentBetween, type Effort } from '../kit/effort';
import type { Measured } from '../kit/measure';
import { openStage } from '../kit/stage';
import { openHttpLoad, type HttpLoad } from '../load/http-load';
import { newWorkers, WELDERS_OF_A_SITE, type Worker } from '../load/welders';
import { besideBareSql, figuresOf, noteOf } from './scan-beside-bare';
import { allowedScan, callsOf, refusedScan, type ScanOf } from './scan-calls';

const SITES = 5;
const CLIENTS = [1, 20, 50];
const FEW = 10_000;
const REFUSED = 1_500;
const ALLOWED = 600;
/** One connection alone is as slow as one call. */
const calls = (all: number, clients: number): number => (clients === 1 ? all / 4 : all);

interface Costs {
  readonly measured: readonly Measured[];
  readonly cost: string;
}

/** A welder scans: refused, and allowed with the finish after it; beside it the same SQL without the platform. */
export const scan: Bench = async ({ rows, say }) => {
  const few = Math.min(rows, FEW);
  const stage = await openStage((app) => prepare(app, few));
  const { app, prepared: workers } = stage;
  const url = app.config.databaseUrl ?? '';
  const count = await countEffort(url);
  const http = openHttpLoad();
  try {
    const costs: Costs[] = [];
    const scans = (machines: number) => new Scans(http, app.url, workers, count, `${machines} machines`, say);
    // the first calls compile what the later ones run
    await scans(few).both(20);
    const beside = await besideBareSql(stage, http, say);
    for (const clients of CLIENTS) costs.push(...(await scans(few).both(clients)));
    if (rows > few) {
      await fillUp(url, rows);
      for (const clients of CLIENTS) costs.push(...(await scans(rows).both(clients)));
    }
    return {
      name: 'scan',
      work: `${workers.length} welders of ${SITES} enterprises scan gas sets over HTTP with sign-in, scope and row level security; refused: the permit names neither welder nor machine; allowed: start, then finish, one welder a connection.`,
      aim: '≥ 800 refused/s or ≥ 45 % of the same SQL bare, ≥ 400 allowed/s; p99 ≤ 3 × the mean; at 10⁶ machines no slower than 1.3 × at 10⁴.',
      figures: figuresOf(beside),
      measured: costs.flatMap(({ measured }) => measured),
      notes: [
        ...beside.map(noteOf),
        ...costs.map(({ cost }) => cost),
        'Statements: all of the platform meanwhile, with those that open and end a transaction. An allowed call is a start and its finish.',
        'The client (a process of its own), the platform and the database share the machine.',
      ],
    };
  } finally {
    http.close();
    await stage.close();
  }
};

async function prepare(app: TestApp, machines: number): Promise<Worker[]> {
  const workers: Worker[] = [];
  while (workers.length < SITES * WELDERS_OF_A_SITE) workers.push(...(await newWorkers(app, await newSite(app))));
  await fillUp(app.config.databaseUrl ?? '', machines);
  return workers;
}

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
      await this.measure('refused', clients, calls(REFUSED, clients), refusedScan),
      await this.measure('allowed', clients, calls(ALLOWED, clients), allowedScan),
    ];
  }

  private async measure(what: string, clients: number, amount: number, callOf: ScanOf): Promise<Costs> {
    const name = `${what}, ${clients} at a time, ${this.when}`;
    this.say(name);
    const all = callsOf(this.workers, clients, amount, callOf);
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
