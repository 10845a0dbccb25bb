import { DataSource, type QueryRunner } from 'typeorm';
import { CiteClausesOnTampering1795900200100 as FollowUp } from '../../../migrations/1795900200100-cite-clauses-on-tampering';
import { TAMPERING_FOLLOWS as BEFORE, tamperingClauses } from '../../../migrations/dated/tampering-clauses';
import { emptyCopy } from '../../support/database';

const [{ id: OURS, key, validFrom: DAY }] = tamperingClauses;
const LATER = '2027-01-01T00:00:00+08:00';
const EARLIER = '2026-11-30T00:00:00+08:00';

let copy: { url: string; drop: () => Promise<void> };
let source: DataSource;
let runner: QueryRunner;
beforeAll(async () => {
  copy = await emptyCopy();
  // as `migrate.ts` connects: a migration reads times as `Date`, not as the platform does
  source = await new DataSource({
    type: 'postgres',
    url: copy.url,
    poolSize: 1,
    installExtensions: false,
  }).initialize();
  runner = source.createQueryRunner();
});
afterAll(async () => {
  await runner?.release();
  await source?.destroy();
  await copy?.drop();
});

/** A county that has not taken this release yet. */
beforeEach(async () => {
  await runner.startTransaction();
  await new FollowUp().down(runner);
});
afterEach(() => runner.rollbackTransaction());

const versions = async (): Promise<unknown[]> =>
  runner.query(
    `select id, region_code as region, valid_from as "from", valid_to as "to", value->'chip-tampered'->>'law' as law
     from rule_versions where key = $1 and coalesce(valid_to, 'infinity') > '2026-11-28T00:00:00+08:00' order by valid_from, region_code`,
    [key],
  );
const at = (text: string): Date => new Date(text);
const before = (to: string | null) => ({ id: BEFORE, to: to === null ? null : at(to), region: '' });

/** As an administrator writes one: the version before ends where it begins. */
async function someoneWrites(id: string, from: string, region = ''): Promise<void> {
  await runner.query(`update rule_versions set valid_to = $2 where key = $1 and region_code = $3 and valid_to is null`, [key, from, region]); // prettier-ignore
  await runner.query(
    `insert into rule_versions (id, key, region_code, valid_from, value, source, certainty)
     select $1, key, $2, $3, jsonb_set(value, '{chip-tampered,law}', '"本地"'), '本地', 'B' from rule_versions where id = $4`,
    [id, region, from, BEFORE],
  );
}

it('ends the version before on its day and holds from then on; down, up and down again leave what was there', async () => {
  const installed = await versions();
  expect(installed).toEqual([expect.objectContaining(before(null))]);
  for (const _ of [1, 2]) {
    await new FollowUp().up(runner);
    expect(await versions()).toEqual([
      expect.objectContaining({ ...before(DAY), law: '《安全生产法》第三十六条、第九十九条' }),
      { id: OURS, region: '', from: at(DAY), to: null, law: '《安全生产法》第三十六条第三款、第九十九条第四项' },
    ]);
    await new FollowUp().down(runner);
    expect(await versions()).toEqual(installed);
  }
});

it.each([
  ['in force on that day', EARLIER],
  ['that begins with that day', DAY],
])('leaves a version of the whole country alone that a person wrote, %s', async (_, from) => {
  await someoneWrites('01PERSON', from);
  const written = await versions();
  await new FollowUp().up(runner);
  expect(await versions()).toEqual(written);
  await new FollowUp().down(runner);
  expect(await versions()).toEqual(written);
});

it('ends where a version begins that a person has written for a later day', async () => {
  await someoneWrites('01PERSON', LATER);
  const written = await versions();
  await new FollowUp().up(runner);
  expect(await versions()).toEqual([
    expect.objectContaining(before(DAY)),
    expect.objectContaining({ id: OURS, from: at(DAY), to: at(LATER) }),
    expect.objectContaining({ id: '01PERSON', from: at(LATER), to: null, law: '本地' }),
  ]);
  await new FollowUp().down(runner);
  expect(await versions()).toEqual(written);
});

it('leaves the version of a region as it is, and is written beside it', async () => {
  await someoneWrites('01COUNTY', EARLIER, '411003');
  await new FollowUp().up(runner);
  await new FollowUp().down(runner);
  await new FollowUp().up(runner); // by now the region's row lies first in the table
  expect(await versions()).toEqual([
    expect.objectContaining(before(DAY)),
    { id: '01COUNTY', region: '411003', from: at(EARLIER), to: null, law: '本地' },
    expect.objectContaining({ id: OURS, from: at(DAY), to: null }),
  ]);
});
