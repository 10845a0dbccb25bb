import { isCode } from '../../../src/domain/registry/code';
import { CodeRegistry } from '../../../src/modules/registry/code-registry';
import { PrintBlankCodes } from '../../../src/modules/registry/codes/print-blank-codes';
import { ReplaceCode } from '../../../src/modules/registry/codes/replace-code';
import { RegisterMachine } from '../../../src/modules/registry/machines/register-machine';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { KeepRolls } from '../../../src/modules/registry/rolls/keep-rolls';
import { admin, Desk, must, official, refusal } from './desk';

let desk: Desk;
const regulator = official('regulator', '411003');
const grid = official('grid-worker', '411003101');
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  await desk.enterprise('E1', '411003101');
  await desk.query(
    `insert into users (id, username, name, roles, password_hash, region_code, created_at)
     values ('GRID', 'grid-1', '网格员', '{grid-worker}', 'x', '411003101', now())`,
  );
});
afterAll(() => desk?.close());

const print = async (count: number, caller = regulator) =>
  must(await desk.get(PrintBlankCodes).execute(desk.asked(caller), count));
const rolls = async (caller = regulator) => (await desk.get(KeepRolls).list(desk.asked(caller), { limit: 50 })).items;
const newest = async () => (await rolls())[0] ?? fail();
const codesOf = async (id: string) =>
  (await desk.query<{ code: string }>('select code from codes where roll_id = $1 order by code', [id])).map(
    ({ code }) => code,
  );
const fail = (): never => {
  throw new Error('no roll');
};
const stick = (blankCode: string, regionCode = '411003101') =>
  desk.get(RegisterMachine).execute(desk.asked(admin), {
    ...{ model: 'ZX7-400', process: 'MMA', enterpriseId: 'E1', regionCode, blankCode },
  });

describe('a roll of blank codes', () => {
  it('has codes with a check sign and 54 random bits, all different', async () => {
    await print(17);
    const codes = await codesOf((await newest()).id);
    expect(new Set(codes).size).toBe(17);
    expect(codes.every((code) => code.length === 12 && isCode(code))).toBe(true);
  });

  it('is handed to a person, who sees it, and counts what was stuck on', async () => {
    await print(3);
    const roll = await newest();
    const issued = must(await desk.get(KeepRolls).issue(desk.asked(regulator), roll.id, 'GRID'));
    expect(issued).toMatchObject({ state: 'issued', issuedTo: '网格员', count: 3, bound: 0, regionCode: '411003' });
    must(await stick((await codesOf(roll.id))[0] ?? ''));
    expect(await newest()).toMatchObject({ id: roll.id, bound: 1 });
    const holder = { ...grid, scope: { ...grid.scope, userId: 'GRID' }, userId: 'GRID' } as typeof grid;
    expect((await rolls(holder)).map(({ id }) => id)).toContain(roll.id);
    expect(await refusal(desk.get(KeepRolls).issue(desk.asked(regulator), roll.id, 'NOBODY'))).toBe(
      'invalid code-roll.holder-unknown',
    );
  });

  it('lost is void but for what was stuck on before, and says so', async () => {
    await print(3);
    const roll = await newest();
    const [first = '', second = ''] = await codesOf(roll.id);
    const machine = must(await stick(first));
    const voided = must(await desk.get(KeepRolls).void(desk.asked(regulator), roll.id, '网格员遗失'));
    expect(voided).toMatchObject({ state: 'voided', voidReason: '网格员遗失', bound: 1 });
    expect(await refusal(stick(second))).toBe('invalid code.roll-voided');
    expect(await desk.run((tx) => desk.get(CodeRegistry).resolve(tx, first))).toMatchObject({ entityId: machine.id, voided: false }); // prettier-ignore
    expect(await refusal(desk.get(KeepRolls).void(desk.asked(regulator), roll.id, '又一次'))).toBe(
      'conflict code-roll.voided',
    );
    expect(await refusal(desk.get(KeepRolls).issue(desk.asked(regulator), roll.id, 'GRID'))).toBe(
      'conflict code-roll.voided',
    );
  });

  it('of another county, or another system, is not stuck on here', async () => {
    await print(1, { ...official('regulator', '411024'), userId: 'ELSEWHERE' });
    const [code = ''] = await codesOf((await rolls(admin))[0]?.id ?? '');
    expect(await refusal(stick(code))).toBe('invalid code.of-another-county');
    expect(await refusal(stick('https://province.example.cn/q?id=7'))).toBe('invalid code.of-another-system');
    expect((await rolls()).every(({ regionCode }) => regionCode === '411003')).toBe(true);
  });

  it('the database itself moves no bound code and binds no void one', async () => {
    await print(2);
    const [bound = '', blank = ''] = await codesOf((await newest()).id);
    must(await stick(bound));
    await expect(desk.query(`update codes set entity_id = 'X' where code = $1`, [bound])).rejects.toThrow(
      'bound already',
    );
    await desk.query('update codes set voided_at = now() where code = $1', [blank]);
    await expect(
      desk.query(`update codes set kind = 'machine', entity_id = 'X' where code = $1`, [blank]),
    ).rejects.toThrow('is void');
  });
});

describe('a replaced sticker', () => {
  const replace = (id: string, blankCode: string) =>
    desk.get(ReplaceCode).execute(desk.asked(grid), id, { blankCode, reason: '原码烧毁' });

  it('still names its machine and the code that counts now, however often it was replaced', async () => {
    await print(3);
    const [one = '', two = '', three = ''] = await codesOf((await newest()).id);
    const { id } = must(await stick(one));
    expect(must(await replace(id, two)).code).toBe(two);
    expect(must(await replace(id, three))).toMatchObject({ code: three, version: 3 });
    const resolve = (code: string) => desk.run((tx) => desk.get(CodeRegistry).resolve(tx, code));
    expect(await resolve(one)).toEqual({ code: one, kind: 'machine', entityId: id, voided: false, replacedBy: three });
    expect(await resolve(two)).toMatchObject({ entityId: id, replacedBy: three });
    expect(await resolve(three)).toEqual({ code: three, kind: 'machine', entityId: id, voided: false });
    expect(await refusal(replace(id, two))).toBe('invalid code.not-blank');
  });

  it('goes to one of two who replace it at once', async () => {
    await print(2);
    const [first = '', fresh = ''] = await codesOf((await newest()).id);
    const machine = must(await stick(first));
    const other = must(await stick((await print(1), await codesOf((await newest()).id))[0] ?? ''));
    const answers = await Promise.all([refusal(replace(machine.id, fresh)), refusal(replace(other.id, fresh))]);
    expect(answers.sort()).toEqual(['allowed', 'invalid code.not-blank']);
  });
});
