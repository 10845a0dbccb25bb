import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { CERTIFICATE_NUMBER } from '../../../src/modules/certificates/add-certificate';
import { DashboardModule } from '../../../src/modules/dashboard/dashboard.module';
import { SearchRegister } from '../../../src/modules/dashboard/search/search-register';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../../../src/modules/registry/welders/welder.mapper';
import type { Caller } from '../../../src/platform/auth/caller';
import { Sealer } from '../../../src/platform/database/sealer';
import type { Pair } from '../jobs/job-world';
import { inventedIdNumber, inventedPhone } from '../../support/people';
import { SupervisionWorld } from '../supervision/supervision-world';

const person = { id: 'U', name: '测试', enterpriseId: null, welderId: null };
const here = callerOf({ ...person, roles: ['inspector'], regionCode: '411003' }, null);
const elsewhere = callerOf({ ...person, roles: ['inspector'], regionCode: '4109' }, null);
const adrift = callerOf({ ...person, roles: ['inspector'], regionCode: null }, null);

const ID_NUMBER = inventedIdNumber(17);
const PHONE = inventedPhone(17);

let world: SupervisionWorld;
let pair: Pair;
beforeAll(async () => {
  world = await SupervisionWorld.open(DashboardModule);
  pair = await world.jobs.pair();
  await world.jobs.pair();
  const sealer = world.get(Sealer);
  await world.sql(`update welders set name = '王建国', id_number_hash = $2, id_number_masked = '4110**********0017', phone_hash = $3 where id = $1`, [
    pair.welderId, sealer.fingerprint(WELDER_ID_NUMBER, ID_NUMBER), sealer.fingerprint(WELDER_PHONE, PHONE),
  ]); // prettier-ignore
  await world.sql(
    `update certificates set number_hash = $2, number_masked = 'T4110**********001X' where welder_id = $1`,
    [pair.welderId, sealer.fingerprint(CERTIFICATE_NUMBER, '豫A042020000001')],
  );
  await world.sql(`update machines set serial_number = 'SN-2026-0017' where id = $1`, [pair.machineId]);
  await world.sql(`update permits set number = 'DH20261124-0017' where id = $1`, [pair.permitId]);
});
afterAll(() => world?.close());

async function found(caller: Caller, q: string): Promise<string[]> {
  const { items } = await world.get(SearchRegister).execute(world.asked(caller), q);
  return items.map(({ kind, title, subtitle }) => `${kind} ${title} (${subtitle})`);
}

const WELDER = 'welder 王建国 (4110**********0017 · 测试企业)';
const MACHINE = 'machine ZX7-400 (SN-2026-0017 · 测试企业)';
const PERMIT = 'permit DH20261124-0017 (测试车间 · 测试企业)';

describe('the search of officials', () => {
  it.each([
    ['the beginning of a name', () => '王建', [WELDER]],
    ['a whole identity number', () => ID_NUMBER, [WELDER]],
    ['a card’s number, which is T and the identity number', () => `t ${ID_NUMBER}`, [WELDER]],
    ['another card’s whole number', () => '豫A042020000001', [WELDER]],
    ['a card’s last four signs', () => '001x', [WELDER]],
    ['a phone number', () => `+86 ${PHONE}`, [WELDER]],
    ['a welder’s code', () => pair.welderCode, [WELDER]],
    ['a serial number', () => 'sn-2026', [MACHINE]],
    ['a machine’s code, as printed', () => `${pair.machineCode.slice(0, 5)}-${pair.machineCode.slice(5)}`, [MACHINE]],
    ['a permit’s number', () => 'dh20261124', [PERMIT]],
    ['part of an identity number', () => ID_NUMBER.slice(0, 10), []],
    ['the end of a name', () => '建国', []],
    ['a wildcard', () => '%', []],
    ['nothing anybody has', () => '没有', []],
  ])('finds by %s', async (_, q, expected) => expect(await found(here, q())).toEqual(expected));

  it('elsewhere only what one holds in one’s hands: a code or a whole number', async () => {
    expect(await found(elsewhere, '王建')).toEqual([]);
    expect(await found(elsewhere, 'sn-2026')).toEqual([]);
    expect(await found(elsewhere, '001x')).toEqual([]);
    expect(await found(elsewhere, ID_NUMBER)).toEqual([WELDER]);
    expect(await found(elsewhere, pair.machineCode)).toEqual([MACHINE]);
  });

  it('an official without a region finds nothing by words', async () =>
    expect(await found(adrift, '王建')).toEqual([]));

  it('gives at most twenty', async () => {
    for (let n = 0; n < 12; n += 1) await world.jobs.pair();
    await world.sql(`update machines set serial_number = 'SN-2026-1' || id where serial_number is null`);
    await world.sql(`update welders set name = 'SN-2026' || id where name = '测试焊工'`);
    expect(await found(here, 'SN-2026')).toHaveLength(20);
  });
});
