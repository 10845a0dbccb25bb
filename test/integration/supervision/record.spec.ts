import { DAY, MINUTE } from '../../../src/kernel/time';
import { makeCode } from '../../../src/domain/registry/code';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { FindViolations } from '../../../src/modules/supervision/find-violations';
import { RecordViolation } from '../../../src/modules/supervision/record-violation';
import { RecordViolationRequest } from '../../../src/modules/supervision/violation-request.dto';
import type { Caller } from '../../../src/platform/auth/caller';
import type { Pair } from '../jobs/job-world';
import { refusal } from '../registry/desk';
import { SupervisionWorld, type ViolationRow } from './supervision-world';

let world: SupervisionWorld;
let pair: Pair;
let inspector: Caller, grid: Caller, elsewhere: Caller;
const BLANK = makeCode(Buffer.from('blank'.padStart(12)));

beforeAll(async () => {
  world = await SupervisionWorld.open();
  pair = await world.jobs.pair();
  inspector = await world.user('INS', ['inspector'], { regionCode: '411003' });
  grid = await world.user('GRID', ['grid-worker'], { regionCode: '411003100' });
  elsewhere = await world.user('ELS', ['inspector'], { regionCode: '410922' });
  await world.sql(`insert into codes (code, kind, created_at) values ($1, 'blank', now())`, [BLANK]);
  await world.sql(
    `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at) values
     ('F1', 'image/jpeg', 'x', 'x', 1, 1, 'INS', now()), ('F2', 'image/jpeg', 'x', 'x', 1, 1, 'GRID', now())`,
  );
});
beforeEach(() => world.forget());
afterAll(() => world?.close());

const record = (caller: Caller, request: Partial<RecordViolationRequest>) =>
  world.get(RecordViolation).execute(world.asked(caller), { kind: 'other', ...request });

async function recorded(caller: Caller, request: Partial<RecordViolationRequest>): Promise<ViolationRow> {
  const result = await record(caller, request);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return (await world.violations('id = $1', [result.value.id]))[0]!;
}

describe('an official’s record', () => {
  it('keeps what, where, when and the photos; a person found it, so it is confirmed', async () => {
    const row = await recorded(inspector, {
      kind: 'uncertified',
      grade: 'offence',
      description: ' 无证焊接 ',
      photoIds: ['F1'],
      lat: 34.1,
      lng: 113.8,
      accuracyM: 12,
      place: '测试市场',
      machineId: pair.machineId,
      welderId: pair.welderId,
    });
    expect(row).toMatchObject({
      kind: 'uncertified',
      grade: 'offence',
      severity: 3,
      state: 'open',
      certainty: 'confirmed',
      source: 'inspection',
      region_code: '411003',
      enterprise_id: 'E1',
      machine_id: pair.machineId,
      welder_id: pair.welderId,
      chip_no: pair.chipNo,
      description: '无证焊接',
      place: '测试市场',
      lat: 34.1,
      photo_ids: ['F1'],
      raised_by: 'INS',
    });
    expect(await world.events('violation.raised')).toMatchObject([{ entity_id: row.id }]);
  });

  it('two records of one machine are two records', async () => {
    for (const _ of [1, 2]) await recorded(inspector, { kind: 'no-permit', machineId: pair.machineId });
    expect(await world.violations()).toHaveLength(2);
  });

  it('names machine and welder by what was scanned, as an address or typed', async () => {
    const row = await recorded(inspector, {
      machineCode: `https://weld.example.cn/c/${pair.machineCode}`,
      welderCode: pair.welderCode.toLowerCase(),
    });
    expect(row).toMatchObject({ machine_id: pair.machineId, welder_id: pair.welderId });
  });

  it.each([
    ['unregistered-machine', 'HA-FAKE-000001'],
    ['other', '焊安·仿冒标签 №12'],
    ['unregistered-machine', 'https://evil.example/c/ABC123?x=1'],
  ] as const)('D22 an unknown sticker is recorded as %s with its text: %s', async (kind, foundCode) => {
    const row = await recorded(inspector, { kind, foundCode: ` ${foundCode} `, photoIds: ['F1'] });
    expect(row).toMatchObject({ kind, machine_id: null, evidence: { foundCode }, region_code: '411003' });
    const shown = await world.get(FindViolations).one(world.asked(inspector), row.id);
    expect(JSON.stringify(shown)).toContain(foundCode);
  });

  it('D22 a sticker that the register knows names its machine', async () => {
    const row = await recorded(inspector, { foundCode: pair.machineCode });
    expect(row).toMatchObject({ machine_id: pair.machineId });
    expect(row.evidence).not.toHaveProperty('foundCode');
  });

  it.each([
    ['', 1],
    ['   ', 1],
    ['a\u0000b', 1],
    ['a\u200bb', 1],
    ['x'.repeat(201), 1],
    ['x'.repeat(200), 0],
    ['A-1', 0],
  ])('D22 what is no text of a sticker is refused: %j', async (foundCode, faults) => {
    const request = plainToInstance(RecordViolationRequest, { kind: 'other', foundCode });
    expect(await validate(request)).toHaveLength(faults);
  });

  it('a provincial code that the register knows will do', async () => {
    await world.sql(
      `insert into external_codes (content, system, kind, entity_id, created_at) values ('HN-00017', 'province', 'machine', $1, now())`,
      [pair.machineId],
    );
    expect(await recorded(inspector, { machineCode: 'HN-00017' })).toMatchObject({ machine_id: pair.machineId });
  });

  it('a blank code on an unregistered machine is kept as evidence', async () => {
    const row = await recorded(inspector, { kind: 'unregistered-machine', machineCode: BLANK });
    expect(row).toMatchObject({ machine_id: null, evidence: { code: BLANK }, region_code: '411003' });
  });

  it('a chip’s number leads to its machine', async () => {
    expect(await recorded(inspector, { chipNo: pair.chipNo })).toMatchObject({
      machine_id: pair.machineId,
      enterprise_id: 'E1',
    });
  });

  it.each([
    ['an unknown machine', { machineId: 'NONE' }, 'invalid violation.machine-unknown'],
    ['an unknown welder', { welderId: 'NONE' }, 'invalid violation.welder-unknown'],
    ['an unknown enterprise', { enterpriseId: 'NONE' }, 'invalid violation.enterprise-unknown'],
    ['an unknown code', { machineCode: 'nonsense' }, 'invalid code.unknown'],
    ['somebody else’s photo', { photoIds: ['F2'] }, 'invalid violation.photo-unknown'],
    ['a photo that never came', { photoIds: ['F1', 'NONE'] }, 'invalid violation.photo-unknown'],
  ])('refuses %s', async (_, request, expected) => expect(await refusal(record(inspector, request))).toBe(expected));

  it('refuses a code of another kind', async () => {
    expect(await refusal(record(inspector, { machineCode: pair.welderCode }))).toBe('invalid code.wrong-kind');
    expect(await refusal(record(inspector, { welderCode: pair.machineCode }))).toBe('invalid code.wrong-kind');
  });
});

describe('when it was found', () => {
  it.each([
    ['days ago, without network', -2 * DAY, -2 * DAY],
    ['by a clock four minutes fast: now', 4 * MINUTE, 0],
  ])('%s', async (_, told, kept) => {
    const now = world.jobs.clock.at;
    const row = await recorded(inspector, { foundAt: new Date(now + told).toISOString() });
    expect(row.found_at).toBe(now + kept);
  });

  it('F11 a phone that says 0,0 has no position, and the record has none', async () => {
    expect(await recorded(inspector, { lat: 0, lng: 0, accuracyM: 5 })).toMatchObject({ lat: null, lng: null });
    expect(await recorded(inspector, { lat: 34.03, lng: 113.83 })).toMatchObject({ lat: 34.03, lng: 113.83 });
  });

  it('never in the future', async () => {
    const foundAt = new Date(world.jobs.clock.at + 6 * MINUTE).toISOString();
    expect(await refusal(record(inspector, { foundAt }))).toBe('invalid violation.found-in-future');
  });
});

describe('where it counts', () => {
  it.each([
    ['of the machine, where the caller serves there', () => inspector, () => ({ machineId: pair.machineId }), '411003'],
    ['of the caller, for a machine from elsewhere', () => elsewhere, () => ({ machineId: pair.machineId }), '410922'],
    ['of the caller, where nothing is named', () => grid, () => ({}), '411003100'],
    ['as said', () => inspector, () => ({ regionCode: '411003100', machineId: pair.machineId }), '411003100'],
  ])('%s', async (_, caller, request, expected) =>
    expect(await recorded(caller(), request())).toMatchObject({ region_code: expected }),
  );

  it('nobody records outside their own region', async () => {
    expect(await refusal(record(inspector, { regionCode: '410922' }))).toBe('forbidden violation.outside-region');
    expect(await refusal(record(grid, { regionCode: '411003' }))).toBe('forbidden violation.outside-region');
    const adrift = await world.user('ADR', ['inspector']);
    expect(await refusal(record(adrift, { machineId: pair.machineId }))).toBe('forbidden violation.outside-region');
    expect(await refusal(record(adrift, {}))).toBe('invalid violation.region-needed');
  });
});
