import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { openPermitApp } from './permit-app';
import { PermitWorld, PLACE, T0 } from './permit-world';

let world: PermitWorld;
let app: NestFastifyApplication;
let machineCode: string;
beforeAll(async () => {
  world = await PermitWorld.open();
  app = await openPermitApp(world);
  machineCode = await world.machine('M9');
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});
beforeEach(() => {
  world.clock.at = T0;
});

const holds = (...kinds: string[]) =>
  world.sql(`with gone as (delete from certificates where welder_id = 'W1' and id <> 'C-W1')
    update certificates set kind = $1 where id = 'C-W1'`, [kinds[0]]); // prettier-ignore
const alsoHolds = (kind: string) =>
  world.sql(
    `insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on,
       valid_from, valid_to, status, created_at)
     values ('C-W1-2', 'W1', $1, 'x', 'C-W1-2', 'x', '{fusion}', '测试', '2024-01-01', '2024-01-01', '2030-01-01', 'verified', now())`,
    [kind],
  );
type Found = { code: string; severity: string; message: string };
const UNUSUAL = 'certificate.kind-unusual';

/** What whoever signs is shown, and what a start would say. */
async function told(regime: 'general' | 'chemical' | 'construction'): Promise<string[]> {
  const level = { general: 'ordinary', chemical: 'second', construction: 'third' }[regime];
  const gases = regime === 'chemical' ? ['methane'] : [];
  const { id } = await world.create({ regime, level, gases });
  const seen = await supertest(app.getHttpServer()).get(`/permits/${id}`).set('x-test-user', 'safety').expect(200);
  const answer = await supertest(app.getHttpServer())
    .post('/authorizations')
    .set('x-test-user', 'welderUser')
    .send({ machineCode, permitId: id, ...PLACE, accuracyM: 8 })
    .expect(200);
  const shown = (seen.body as { findings: Found[] }).findings.filter(({ code }) => code === UNUSUAL);
  const asked = (answer.body as { findings: Found[] }).findings.filter(({ code }) => code === UNUSUAL);
  for (const { message } of [...shown, ...asked]) expect(message).toContain('特种作业操作证');
  return [...shown.map(({ severity }) => `shown ${severity}`), ...asked.map(({ severity }) => `asked ${severity}`)];
}

describe('D27 a card of an unusual kind is pointed out to whoever welds and whoever signs', () => {
  const WARNED = ['shown warn', 'asked warn'];
  it.each<[string, 'general' | 'chemical' | 'construction', string[]]>([
    ['special-operation', 'general', []],
    ['special-operation', 'chemical', []],
    ['construction', 'construction', []],
    ['construction', 'general', []],
    ['construction', 'chemical', WARNED],
    ['special-equipment', 'general', WARNED],
    ['special-equipment', 'construction', WARNED],
    ['special-equipment', 'chemical', WARNED],
  ])('%s for %s', async (kind, regime, expected) => {
    await holds(kind);
    expect(await told(regime)).toEqual(expected);
  });

  it('not where another card in order is of a usual kind', async () => {
    await holds('special-equipment');
    await alsoHolds('special-operation');
    expect(await told('chemical')).toEqual([]);
  });

  it('a county may say otherwise by its own row', async () => {
    await holds('special-equipment');
    await world.sql(
      `insert into rule_versions (id, key, regime, level, region_code, valid_from, value, source, certainty)
       values ('kinds-here', 'certificate.kinds', 'general', '', '411003', '2026-01-01', '["special-equipment"]', '测试', 'default')`,
    );
    await world.get(RulesReader).refresh();
    expect(await told('general')).toEqual([]);
  });
});
