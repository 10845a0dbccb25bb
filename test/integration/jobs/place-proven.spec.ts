import { SignboardCodes } from '../../../src/modules/permits/signboard/signboard-codes';
import { toChineseMap } from '../../../src/domain/places/chinese-map';
import { metresNorth, PLACE, T0 } from '../../domain/authorization/perfect-facts';
import { MINUTE } from '../../../src/kernel/time';
import { codesOf, JobWorld, type Pair } from './job-world';

let world: JobWorld;
beforeAll(async () => {
  world = await JobWorld.open();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.at = T0;
  await mode('411003', 'enforce');
});

const mode = async (regionCode: string, position: string | null): Promise<void> => {
  await world.sql('delete from roll_out_modes');
  if (position)
    await world.sql(
      `insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ('R1', $1, 'position', $2, $3)`,
      [regionCode, position, new Date(T0 - MINUTE)],
    );
};
const NOWHERE = { lat: undefined, lng: undefined, accuracyM: undefined };
const blocksOf = async (asked: ReturnType<JobWorld['start']>): Promise<string[]> => {
  const answer = await asked;
  if (!answer.ok) {
    const findings = (answer.refusal.extra?.['findings'] ?? []) as { code: string; severity: string }[];
    return findings.filter(({ severity }) => severity === 'block').map(({ code }) => code);
  }
  return [];
};
const bind = (permitId: string): Promise<unknown> =>
  world.sql(`insert into permit_signboards values ($1, 'U9', $2, $3, $4, 8)`, [
    permitId,
    new Date(T0 - MINUTE),
    PLACE.lat,
    PLACE.lng,
  ]);

describe('D7 a job is started at the place', () => {
  it.each<[string, object, string[]]>([
    ['no position', NOWHERE, ['place.unproven']],
    ['half a position', { ...NOWHERE, proof: { lat: PLACE.lat } }, ['place.unproven']],
    ['5 km away, exact to 5,000 m', { ...metresNorth(5_050), accuracyM: 5_000 }, ['place.unproven']],
    ['inside, exact to 101 m', { ...PLACE, accuracyM: 101 }, ['place.unproven']],
    ['inside, exact to 100 m', { ...PLACE, accuracyM: 100 }, []],
    ['inside, in a proof', { ...NOWHERE, proof: { ...PLACE, accuracyM: 8 } }, []],
    ['F11 0,0', { lat: 0, lng: 0, accuracyM: 0 }, ['place.unproven']],
    ['200 m away', { ...metresNorth(200), accuracyM: 5 }, ['place.outside-site']],
  ])('%s', async (_, change, expected) => {
    expect(await blocksOf(world.start(await world.pair(), change))).toEqual(expected);
  });

  it.each(['warn', 'observe', null])('mode %s: no position is told, and the job starts', async (position) => {
    await mode('411003', position);
    const started = await world.start(await world.pair(), NOWHERE);
    const expected = position === 'observe' ? 'observe' : 'warn';
    expect(started).toMatchObject({
      ok: true,
      value: { decision: { findings: expect.arrayContaining([expect.objectContaining({ code: 'place.unproven', severity: expected })]) } },
    }); // prettier-ignore
  });

  it('by the mode of the place, whatever the machine’s home has declared', async () => {
    const pair = await world.pair();
    await world.sql(`update machines set region_code = '41' where id = $1`, [pair.machineId]);
    expect(await blocksOf(world.start(pair, NOWHERE))).toEqual(['place.unproven']);
  });
});

describe('D7 a signboard proves the place of a job', () => {
  const scanned = async (pair: Pair, signboardCode: string, photo = true) =>
    blocksOf(
      world.start(pair, {
        ...NOWHERE,
        proof: { signboardCode, ...(photo && { photoId: await world.photo(pair.welder) }) },
      }),
    );

  it('the permit’s own, bound on the spot, with a photo', async () => {
    const [pair, other] = [await world.pair(), await world.pair()];
    await bind(other.permitId);
    expect(await scanned(pair, pair.permitId)).toEqual(['place.unproven']);
    expect(await scanned(pair, other.permitId)).toEqual(['place.unproven']);
    await bind(pair.permitId);
    expect(await scanned(pair, pair.permitId, false)).toEqual(['place.unproven']);
    expect(await scanned(pair, pair.permitId)).toEqual([]);
  });

  it('the watcher’s code of this minute or the one before, not of two minutes ago', async () => {
    const pair = await world.pair();
    const { code, validUntil } = new SignboardCodes(world.sealer).codeNow(pair.permitId, T0);
    const elsewhere = new SignboardCodes(world.sealer).codeNow('P0', T0);
    world.clock.at = validUntil;
    expect(await scanned(pair, code)).toEqual(['place.unproven']);
    world.clock.at = validUntil - 1;
    expect(await scanned(pair, elsewhere.code)).toEqual(['place.unproven']);
    expect(await scanned(pair, code)).toEqual([]);
  });

  it('not while its watcher is away', async () => {
    const pair = await world.pair();
    await world.sql('update permits set watch_on_at = null where id = $1', [pair.permitId]);
    const { code } = new SignboardCodes(world.sealer).codeNow(pair.permitId, T0);
    expect(await scanned(pair, code)).toEqual(['permit.fire-watch-absent', 'place.unproven']);
  });

  it('a photo that somebody else took is none', async () => {
    const pair = await world.pair();
    const photoId = await world.photo(world.watcher);
    expect(await world.start(pair, { ...NOWHERE, proof: { signboardCode: pair.permitId, photoId } })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', code: 'job.photo-unknown', errors: [{ path: 'proof.photoId' }] },
    });
  });

  it('in a designated area its own board', async () => {
    const pair = await world.pair();
    await world.sql('delete from permit_welders where permit_id = $1', [pair.permitId]);
    await world.sql(
      `insert into designated_areas (id, name, enterprise_id, region_code, lat, lng, radius_m, valid_from, created_at)
       values ('A1', '固定动火区', 'E1', '411003', $1, $2, 50, $3, $3)`,
      [PLACE.lat, PLACE.lng, new Date(T0 - MINUTE)],
    );
    expect(await scanned(pair, 'BOARD-1')).toEqual(['permit.missing', 'place.unproven']);
    await world.sql(`update designated_areas set signboard_code = 'BOARD-1', signboard_bound_by = 'U9', signboard_bound_at = $1`, [new Date(T0)]); // prettier-ignore
    expect(await scanned(pair, 'BOARD-2')).toEqual(['permit.missing', 'place.unproven']);
    expect(await scanned(pair, 'BOARD-1', false)).toEqual(['permit.missing', 'place.unproven']);
    expect(await scanned(pair, 'BOARD-1')).toEqual([]);
    await world.sql('update jobs set designated_area_id = null');
    await world.sql('delete from designated_areas');
  });
});

describe('D7 the chip says where the machine is', () => {
  const fix = (pair: Pair, metres: number, accuracyM: number, ageMs: number): Promise<unknown> =>
    world.sql('update chip_states set lat = $2, lng = $3, accuracy_m = $4, position_at = $5 where chip_no = $1', [
      pair.chipNo,
      metresNorth(metres).lat,
      PLACE.lng,
      accuracyM,
      new Date(T0 - ageMs),
    ]);
  it.each<[string, number, number, number, string[]]>([
    ['1,001 m away just now', 1_001, 10, 0, ['place.chip-elsewhere']],
    ['999 m away', 999, 10, 0, []],
    ['5 km away, exact to 101 m', 5_000, 101, 0, []],
    ['5 km away ten minutes ago', 5_000, 10, 10 * MINUTE, []],
  ])('%s', async (_, metres, accuracyM, ageMs, expected) => {
    const pair = await world.pair();
    await fix(pair, metres, accuracyM, ageMs);
    expect(await blocksOf(world.start(pair))).toEqual(expected);
  });
});

describe('D20 whoever starts for a welder shows them in a photo', () => {
  const standIn = (pair: Pair, change: object) =>
    world.start(pair, { welder: world.watcher, welderCode: pair.welderCode, ...change });

  it('only then, and both are on record', async () => {
    const pair = await world.pair();
    expect(codesOf(await standIn(pair, {}))).toContain('welder.photo-missing');
    const old = await world.photo(world.watcher, T0 - 10 * MINUTE - 1);
    expect(await blocksOf(standIn(pair, { identity: { photoId: old } }))).toEqual(['welder.photo-missing']);
    const photoId = await world.photo(world.watcher);
    const started = await standIn(pair, { identity: { photoId } });
    const [job] = await world.sql('select started_by, welder_id, photo_id from jobs where id = $1', [
      started.ok ? started.value.id : '',
    ]);
    expect(job).toEqual({ started_by: 'U9', welder_id: pair.welderId, photo_id: photoId });
  });

  it('nor does a watcher hand over to somebody whom nobody shows', async () => {
    const pair = await world.pair();
    const id = await world.running(pair);
    const next = await world.welder();
    await world.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [
      pair.permitId,
      next.welderId,
    ]);
    const handOver = (change: object) =>
      world.handover.execute(world.asked(world.watcher), id, { welderCode: next.welderCode, ...PLACE, ...change });
    expect(await blocksOf(handOver({}))).toEqual(['welder.photo-missing']);
    expect(await world.ending(id)).toBe('running -');
    expect(await handOver({ identity: { photoId: await world.photo(world.watcher) } })).toMatchObject({ ok: true });
    expect(await world.ending(id)).toBe('finished handover');
  });

  it('a dry run says so, too', async () => {
    const pair = await world.pair();
    const asked = world.asked(world.watcher);
    const body = { machineCode: pair.machineCode, welderCode: pair.welderCode, ...PLACE };
    const answer = await world.dryRun.execute(asked, body);
    expect(answer).toMatchObject({ ok: true, value: { allowed: false } });
    expect(JSON.stringify(answer)).toContain('welder.photo-missing');
  });

  it('so does whoever asks for a one-time code', async () => {
    const pair = await world.pair();
    const body = { machineCode: pair.machineCode, welderCode: pair.welderCode, ...PLACE };
    expect(codesOf(await world.offlineCode.execute(world.asked(world.watcher), body))).toContain(
      'welder.photo-missing',
    );
  });
});

it('D1 D7 a job is not begun on the ground of a site by a place that only a Chinese map shows there', async () => {
  const pair = await world.pair();
  const shown = toChineseMap(PLACE);
  await world.sql('update permits set lat = $2, lng = $3 where id = $1', [pair.permitId, shown.lat, shown.lng]);
  expect(await blocksOf(world.start(pair))).toEqual([]);
  const other = await world.pair();
  await world.sql('update permits set lat = $2, lng = $3 where id = $1', [other.permitId, shown.lat, shown.lng]);
  const facts = { trade: 'chemical', kinds: [], area: { circle: { ...PLACE, radiusM: 150 } }, openingHours: null };
  const { lat, lng } = PLACE;
  await world.sql(
    `insert into sites (id, name, enterprise_id, region_code, state, entered, confirmed, awaits_confirmation, south, west, north, east, entered_by, created_at)
     select 'S-map', '罐区', id, '411003', 'confirmed', $1, $1, false, $2, $3, $4, $5, 'U9', now() from enterprises limit 1`,
    [JSON.stringify(facts), lat - 0.002, lng - 0.002, lat + 0.002, lng + 0.002],
  );
  expect(await blocksOf(world.start(other))).toEqual(['place.outside-site']);
  await world.sql(`delete from sites`);
});
