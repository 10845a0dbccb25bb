import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { migrate } from '../../../src/platform/database/migrate';
import { numberedModules } from '../../../src/platform/database/project-files';

/** The last migration of the release that some counties run. */
const INSTALLED = 1_795_478_401_000;

const name = `upgrade_${process.pid}_${randomBytes(4).toString('hex')}`;
const server = process.env.HANAN_TEST_DATABASE ?? '';
let url = '';

async function as<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const numberOf = ({ name: of }: { name: string }): number => Number(/\d+$/.exec(of)?.[0]);

beforeAll(async () => {
  await as(server, async (admin) => {
    await admin.query(`create role ${name} login password 'upgrade' createrole nosuperuser`);
    // on this server they are there already; who makes them may also grant them
    await admin.query(`grant hanan_app, hanan_system to ${name} with admin option`);
    await admin.query(`create database ${name} owner ${name}`);
  });
  const address = new URL(server);
  Object.assign(address, { username: name, password: 'upgrade', pathname: `/${name}` });
  url = address.href;
});
afterAll(() =>
  as(server, async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`drop role if exists ${name}`);
  }),
);

it('brings what a county has written along, though the owner of its tables is no superuser', async () => {
  const modules = await numberedModules('migrations');
  const all = modules.flatMap((module) => Object.values(module)) as (new () => MigrationInterface)[];
  const installed = await new DataSource({
    type: 'postgres',
    url,
    migrations: all.filter((one) => numberOf(one) <= INSTALLED),
    poolSize: 1,
    installExtensions: false,
  }).initialize();
  await installed.runMigrations({ transaction: 'each' });
  await installed.destroy();
  await as(url, (client) =>
    client.query(`
      begin;
      select set_config('hanan.scope', 'system', true);
      insert into regions (code, name) values ('41', '测试省');
      insert into users (id, username, name, roles, created_at) values ('U', 'upgrade', '测试', '{admin}', now());
      insert into permits (id, number, code, regime, level, proposed_level, state, region_code, place_name, lat, lng, radius_m, content, method,
        planned_start, planned_end, applicant_id, created_at, next_due_at)
      values ('P', 'DH-1', 'CODE', 'general', 'ordinary', 'ordinary', 'submitted', '41', '一号车间', 34, 113, 100, '焊接', '焊接',
        '2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z', 'U', '2026-11-24T07:00:00Z', '2026-11-24T09:00:00Z');
      insert into machines (id, code, model, process, control, region_code, status, created_at)
      values ('M', 'MCODE', 'ZX7-400', 'MMA', 'cut', '41', 'suspended', now());
      commit`),
  );
  await migrate(url);
  const [deadlines, permits, machines] = await as(url, async (client) => {
    await client.query('begin; set local role hanan_system');
    return [
      (await client.query('select * from permit_deadlines')).rows,
      (await client.query('select id, number from permits')).rows,
      (await client.query('select id, out_since is not null as "outKnown" from machines')).rows,
    ];
  });
  expect(deadlines).toEqual([{ permit_id: 'P', due_at: new Date('2026-11-24T09:00:00Z') }]);
  expect(permits).toEqual([{ id: 'P', number: 'DH-1' }]);
  expect(machines).toEqual([{ id: 'M', outKnown: true }]);
});
