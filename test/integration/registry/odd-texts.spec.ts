import { FindOddTexts } from '../../../src/modules/registry/data-quality/find-odd-texts';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { RegisterMachine } from '../../../src/modules/registry/machines/register-machine';
import type { Caller } from '../../../src/platform/auth/caller';
import { admin, Desk, manager, must, official } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  await desk.enterprise('E1', '411003');
  await desk.enterprise('E2', '411002');
});
afterAll(() => desk?.close());

const machine = async (serialNumber: string): Promise<string> =>
  must(
    await desk.get(RegisterMachine).execute(desk.asked(admin), {
      ...{ serialNumber, model: 'ZX7-400', process: 'MMA', enterpriseId: 'E1', regionCode: '411003' },
    }),
  ).id;
const texts = async (caller: Caller) => (await desk.get(FindOddTexts).execute(desk.asked(caller))).items;

it('F5, F13 what was stored before is a task for whoever can mend it, and for nobody else', async () => {
  const [wide, filler] = [await machine('B-1'), await machine('B-2')];
  await machine('B-3');
  await desk.query(`update machines set serial_number = 'ＳＮ－A1' where id = $1`, [wide]);
  await desk.query(`update machines set serial_number = '不清' where id = $1`, [filler]);
  const expected = [
    { entity: 'machine', entityId: filler, field: 'serialNumber', stored: '不清', because: 'filler', suggested: null },
    {
      entity: 'machine',
      entityId: wide,
      field: 'serialNumber',
      stored: 'ＳＮ－A1',
      because: 'form',
      suggested: 'SN-A1',
    },
  ];
  expect(await texts(manager('E1'))).toEqual(expected);
  expect(await texts(official('regulator', '411003'))).toEqual(expected);
  expect(await texts(manager('E2'))).toEqual([]);
  expect(await texts(official('regulator', '411002'))).toEqual([]);
});
