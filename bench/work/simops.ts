import 'reflect-metadata';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { type RuleBook } from '../../src/domain/rules/rule-book';
import { HOUR } from '../../src/kernel/time';
import { ConflictsReader } from '../../src/modules/permits/conflicts.reader';
import { RulesReader } from '../../src/modules/rules/rules.reader';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Bench } from '../kit/bench';
import { insertBulkPermits } from '../county/bulk-permits';
import { openBenchDatabase, type BenchDatabase } from '../kit/bench-database';
import { measure, seeded, type Measured } from '../kit/measure';

const CALLS = 2_000;
const CLIENTS = 10;

interface Question {
  readonly lat: number;
  readonly lng: number;
  readonly from: number;
  readonly to: number;
}

/** Anywhere in the county, at any time of the month that the permits are planned for; the same for all that are compared. */
function questions(): Question[] {
  const random = seeded(7);
  return Array.from({ length: CALLS * 2 }, () => {
    const from = Date.now() + random() * 29 * 24 * HOUR;
    return { lat: 33.9 + random() * 0.5, lng: 113.6 + random() * 0.5, from, to: from + 6 * HOUR };
  });
}

/** 交叉作业: conflicts near in place and time among many open permits, through row level security, against the bare index. */
export const simops: Bench = async ({ rows, say }) => {
  const database = await openBenchDatabase();
  try {
    await insertBulkPermits(database.client, { rows, openShare: 1, say });
    const asked = questions();
    const measured = [await reader(database, asked), await bareSql(database, asked)];
    return {
      name: 'simops',
      work: `${rows} permits, all open, over half a degree and a month; ${CLIENTS} clients ask for conflicts at random places and times.`,
      aim: 'p95 ≤ 50 ms at 10⁶ permits.',
      measured,
      notes: [
        '“bare” is the same search for candidates by the database’s owner, without row level security, transaction and scope.',
      ],
    };
  } finally {
    await database.close();
  }
};

async function reader(database: BenchDatabase, asked: readonly Question[]): Promise<Measured> {
  const source = await new DataSource(
    dataSourceOptions({ url: database.url, poolSize: CLIENTS, statementTimeoutMs: 30_000 }),
  ).initialize();
  const uow = new UnitOfWork(source);
  try {
    const book: RuleBook = await uow.run(systemScope('bench'), (tx) =>
      new RulesReader(uow).bookAsOf(tx, String(Number.MAX_SAFE_INTEGER)),
    );
    const conflicts = new ConflictsReader();
    return await measure('conflicts, as submitting asks', { calls: CALLS, clients: CLIENTS }, (n) => {
      const { lat, lng, from, to } = asked[n % asked.length]!;
      const place = { lat, lng, kinds: [], regime: 'general', regionCode: '411003' };
      return uow.run(systemScope('bench'), (tx) =>
        conflicts.conflictsOf(tx, place, { from, to }, null, book, Date.now()),
      );
    });
  } finally {
    await source.destroy();
  }
}

async function bareSql(database: BenchDatabase, asked: readonly Question[]): Promise<Measured> {
  const pool = new Pool({ connectionString: database.url, max: CLIENTS });
  try {
    return await measure('candidates, bare', { calls: CALLS, clients: CLIENTS }, (n) => {
      const { lat, lng, from, to } = asked[n % asked.length]!;
      const near = 0.0005;
      return pool.query({
        name: 'bare-candidates',
        text: `select id from permits where state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch')
          and lat between $1 and $2 and lng between $3 and $4 and planned_start < $5 and planned_end > $6`,
        values: [lat - near, lat + near, lng - near, lng + near, new Date(to), new Date(from)],
      });
    });
  } finally {
    await pool.end();
  }
}
