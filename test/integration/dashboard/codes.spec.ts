import { makeCode } from '../../../src/domain/registry/code';
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import type { CodePage } from '../../../src/modules/dashboard/codes/code-page.dto';
import { ReadCode } from '../../../src/modules/dashboard/codes/read-code';
import { DashboardModule } from '../../../src/modules/dashboard/dashboard.module';
import type { Caller } from '../../../src/platform/auth/caller';
import type { Language } from '../../../src/kernel/language';
import { T0 } from '../../domain/authorization/perfect-facts';
import type { Pair } from '../jobs/job-world';
import { refusal } from '../registry/desk';
import { SupervisionWorld } from '../supervision/supervision-world';

const person = { id: 'U', name: '测试', regionCode: null, enterpriseId: null, welderId: null };
const inspector = callerOf({ ...person, roles: ['inspector'], regionCode: '411003' }, null);
const elsewhere = callerOf({ ...person, roles: ['inspector'], regionCode: '4109' }, null);
const manager = callerOf({ ...person, roles: ['enterprise-manager'], enterpriseId: 'E1' }, null);
const rival = callerOf({ ...person, roles: ['enterprise-manager'], enterpriseId: 'E2' }, null);
const grid = callerOf({ ...person, roles: ['grid-worker'], regionCode: '411003' }, null);
const welderOf = ({ welderId }: Pick<Pair, 'welderId'>): Caller =>
  callerOf({ ...person, roles: ['welder'], welderId }, null);

let world: SupervisionWorld;
let pair: Pair;
let permitCode: string;
const BLANK = makeCode(Buffer.from('blank'.padStart(12)));
const VOID = makeCode(Buffer.from('void'.padStart(12)));

beforeAll(async () => {
  world = await SupervisionWorld.open(DashboardModule);
  await world.sql(
    `insert into codes (code, kind, voided_at, created_at) values ($1, 'blank', null, now()), ($2, 'blank', now(), now())`,
    [BLANK, VOID],
  );
});
beforeEach(async () => {
  await world.forget();
  await world.sql(`update permits set state = 'closed'`);
  pair = await world.jobs.pair();
  permitCode = makeCode(Buffer.from(`permit-${pair.permitId}`.padStart(12)));
  await world.sql(`insert into codes (code, kind, entity_id, created_at) values ($1, 'permit', $2, now())`, [
    permitCode,
    pair.permitId,
  ]);
  await world.sql(
    `update welders set name = '王建国', id_number_masked = '4110**********0017', phone_masked = '199****0001' where id = $1`,
    [pair.welderId],
  );
});
afterAll(() => world?.close());

async function read(caller: Caller | null, code: string, language: Language = 'zh-CN'): Promise<CodePage> {
  const result = await world.get(ReadCode).execute(caller, code, language);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const glance = async (caller: Caller | null, code: string, language?: Language): Promise<string> => {
  const { status, tone, sentence } = await read(caller, code, language);
  return `${status} ${tone}: ${sentence}`;
};

describe('a machine’s code', () => {
  it('tells a passer-by whether it is in order, and nothing of persons', async () => {
    const page = await read(null, pair.machineCode);
    expect(page).toMatchObject({
      code: pair.machineCode,
      kind: 'machine',
      status: 'in-service',
      title: 'ZX7-400',
      tone: 'green',
      sentence: '在册可用。',
      machine: {
        id: pair.machineId,
        model: 'ZX7-400',
        process: 'MMA',
        control: 'cut',
        outlets: 1,
        inspectionDueOn: '2027-06-01',
        hasChip: true,
        inUse: false,
      },
      welder: null,
      permit: null,
      mine: null,
      official: null,
    });
  });

  it.each([
    ['suspended', 'suspended red: 已被停用，不能作业。'],
    ['scrapped', 'scrapped red: 已报废，不能再用。'],
    ['lost', 'lost red: 已挂失，请核实来源。'],
    ['repair', 'repair amber: 正在维修，暂时不能作业。'],
  ])('%s', async (status, expected) => {
    await world.sql('update machines set status = $2 where id = $1', [pair.machineId, status]);
    expect(await glance(null, pair.machineCode)).toBe(expected);
  });

  it('the last good day of its check, and the day after', async () => {
    await world.sql(`update machines set inspection_due_on = '2026-11-24' where id = $1`, [pair.machineId]);
    expect(await glance(null, pair.machineCode)).toBe(
      'in-service green: 在册可用，安全检查 2026-11-24 到期，请提前安排。',
    );
    await world.sql(`update machines set inspection_due_on = '2026-11-23' where id = $1`, [pair.machineId]);
    expect(await glance(null, pair.machineCode)).toBe('in-service red: 安全检查已于 2026-11-23 到期，不能作业。');
  });

  it('without chip: forbidden, or before the region’s date only reminded of', async () => {
    await world.sql('update chip_bindings set unbound_at = now() where machine_id = $1', [pair.machineId]);
    expect(await glance(null, pair.machineCode)).toBe('in-service red: 没有装监管芯片，不能作业。');
    await world.sql(
      `insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ('R1', '4110', 'chip', 'warn', $1)`,
      [new Date(T0 - DAY)],
    );
    expect(await glance(null, pair.machineCode)).toBe('in-service amber: 还没有装监管芯片，请尽快预约安装。');
    await world.sql('delete from roll_out_modes');
  });

  it('a chip that was opened', async () => {
    await world.sql('update chip_states set tamper = true where chip_no = $1', [pair.chipNo]);
    expect(await glance(null, pair.machineCode)).toBe('in-service red: 监管芯片报警，可能被拆动，不能作业。');
  });

  it('while a job runs, an official reads who works, what is open, and when the chip was heard', async () => {
    const jobId = await world.jobs.running(pair);
    await world.burn(pair, { startedAt: T0 - HOUR, endedAt: T0 - HOUR, lastSeenAt: T0 - HOUR });
    expect(await glance(null, pair.machineCode)).toBe('in-service green: 在册可用，正在作业。');
    const page = await read(inspector, pair.machineCode);
    expect(page.official).toMatchObject({
      regionCode: '411003',
      enterpriseName: '测试企业',
      chipNo: pair.chipNo,
      lastHeardAt: expect.any(String),
      openViolations: [{ kind: 'off-platform', grade: 'alert', state: 'open' }],
      jobs: [{ id: jobId, state: 'running', with: '王建国' }],
    });
    expect(JSON.stringify(await read(null, pair.machineCode))).not.toContain('王');
  });

  it('an official of elsewhere may check the machine, but does not read the region’s cases', async () => {
    await world.burn(pair);
    expect((await read(elsewhere, pair.machineCode)).official).toMatchObject({
      chipNo: pair.chipNo,
      openViolations: [],
    });
    expect((await read(manager, pair.machineCode)).official).toBeNull();
  });

  it('is known by its address, small letters, hyphens, and by a vendor’s code', async () => {
    const typed = `${pair.machineCode.slice(0, 5)}-${pair.machineCode.slice(5)}`.toLowerCase();
    for (const text of [`https://weld.example.cn/c/${pair.machineCode}`, typed])
      expect((await read(null, text)).code).toBe(pair.machineCode);
    await world.sql(
      `insert into external_codes (content, system, kind, entity_id, created_at) values ('https://vendor.example.cn/d?id=17', 'vendor', 'machine', $1, now())`,
      [pair.machineId],
    );
    expect(await read(null, 'https://vendor.example.cn/d?id=17')).toMatchObject({
      kind: 'machine',
      machine: { id: pair.machineId },
    });
    await world.sql('delete from external_codes');
  });

  it('speaks English to whoever asks for it', async () =>
    expect(await glance(null, pair.machineCode, 'en')).toBe('in-service green: Registered and in order.'));
});

describe('a welder’s code', () => {
  it('tells a passer-by a family name and whether the certificate is in order', async () => {
    const page = await read(null, pair.welderCode);
    expect(page).toMatchObject({
      kind: 'welder',
      status: 'active',
      title: '王师傅',
      tone: 'green',
      sentence: '操作证有效，至 2030-01-01。',
      welder: { id: pair.welderId, name: '王师傅', inOrder: true, operations: ['fusion'], validTo: '2030-01-01' },
      machine: null,
      official: null,
    });
    for (const secret of ['建国', '0017', '0001', '411003']) expect(JSON.stringify(page)).not.toContain(secret);
    expect((await read(null, pair.welderCode, 'en')).title).toBe('Welder 王');
  });

  it.each<[string, string, string]>([
    ['not checked', `status = 'unverified'`, 'active amber: 操作证还没有核验，暂时不能焊接。'],
    ['expired yesterday', `valid_to = '2026-11-23'`, 'active red: 操作证已过期，不能焊接。'],
    ['expires today', `valid_to = '2026-11-24'`, 'active green: 操作证有效，2026-11-24 到期，请尽快换证。'],
    ['revoked', `status = 'revoked', revoked_at = '2026-01-01'`, 'active red: 操作证已被撤销，不能焊接。'],
    ['forged', `status = 'forged'`, 'active red: 操作证核验不合格，不能焊接。'],
    ['of somebody else', `welder_id = 'W2'`, 'active red: 没有登记操作证，不能焊接。'],
  ])('%s', async (_, change, expected) => {
    await world.sql(`update certificates set ${change} where welder_id = $1`, [pair.welderId]);
    expect(await glance(null, pair.welderCode)).toBe(expected);
  });

  it('suspended', async () => {
    await world.sql(`update welders set status = 'suspended' where id = $1`, [pair.welderId]);
    expect(await glance(null, pair.welderCode)).toBe('suspended red: 已被暂停上岗，不能焊接。');
  });

  it.each([
    ['an official', () => inspector, '王建国'],
    ['the welder', () => welderOf(pair), '王建国'],
    ['the welder’s enterprise', () => manager, '王建国'],
    ['another enterprise', () => rival, '王师傅'],
    ['another welder', () => welderOf({ welderId: 'W0' }), '王师傅'],
  ])('%s reads the name as %s', async (_, caller, name) =>
    expect((await read(caller(), pair.welderCode)).title).toBe(name),
  );

  it('an official reads the masked number, the open cases and what the welder works on', async () => {
    const jobId = await world.jobs.running(pair);
    expect((await read(inspector, pair.welderCode)).official).toMatchObject({
      idNumber: '4110**********0017',
      enterpriseName: '测试企业',
      openViolations: [],
      jobs: [{ id: jobId, with: 'ZX7-400' }],
    });
  });
});

describe('a permit’s code', () => {
  it('is the signboard: anyone reads what is allowed and until when', async () => {
    const page = await read(null, permitCode);
    expect(page).toMatchObject({
      kind: 'permit',
      status: 'active',
      title: pair.permitId,
      tone: 'green',
      sentence: '正在动火，监护人在岗，至 2026-11-24 14:00。',
      permit: {
        id: pair.permitId,
        number: pair.permitId,
        place: '测试车间',
        content: '焊接',
        state: 'active',
        plannedEnd: '2026-11-24T06:00:00.000Z',
      },
      mine: null,
    });
    expect(page.permit?.signboard.watcher?.presentSince).not.toBeNull();
    expect(JSON.stringify(page)).not.toContain('测试监护人');
  });

  it.each([
    ['suspended', 'suspended red: 已暂停，现在不能动火。'],
    ['submitted', 'submitted amber: 正在审批，还不能动火。'],
    ['issued', 'issued amber: 已签发，还没有开工；监护人到场、措施确认后开工。'],
    ['closed', 'closed grey: 已结束，不能再动火。'],
    ['cancelled', 'cancelled red: 已取消，不能动火。'],
    ['draft', 'draft grey: 还没有提交审批，不能动火。'],
  ])('%s', async (state, expected) => {
    await world.sql('update permits set state = $2 where id = $1', [pair.permitId, state]);
    expect(await glance(null, permitCode)).toBe(expected);
  });

  it('past its end it is expired, whether or not a timer ran', async () => {
    await world.sql('update permits set planned_end = $2 where id = $1', [pair.permitId, new Date(T0)]);
    expect(await glance(null, permitCode)).toBe('expired red: 已过期，不能再动火。');
  });
});

describe('other codes', () => {
  it.each([
    ['a passer-by', null, 'blank grey: 这是一张空码，还没有绑定设备。'],
    ['who may register machines', grid, 'blank grey: 这是一张空码，可以绑定一台设备。'],
  ])('a blank one, read by %s', async (_, caller, expected) => expect(await glance(caller, BLANK)).toBe(expected));

  it('a void one', async () => expect(await glance(grid, VOID)).toBe('voided grey: 这张码已作废。'));

  it('a scrapped machine’s void sticker still tells what it is', async () => {
    await world.sql(`update machines set status = 'scrapped' where id = $1`, [pair.machineId]);
    await world.sql('update codes set voided_at = now() where code = $1', [pair.machineCode]);
    expect(await glance(null, pair.machineCode)).toBe('scrapped red: 已报废，不能再用。');
  });

  it.each([['0000000000'], ['nonsense'], [`https://weld.example.cn/c/`]])('%s is unknown', async (code) =>
    expect(await refusal(world.get(ReadCode).execute(null, code, 'zh-CN'))).toBe('not-found code.unknown'),
  );
});

describe('what is mine', () => {
  const mine = async (caller: Caller, code = pair.machineCode) => (await read(caller, code)).mine;

  it('a welder sees their certificates, the permits here that admit this machine, and the running job', async () => {
    expect(await mine(welderOf(pair))).toEqual({
      certificates: [{ id: `C-${pair.welderId}`, operations: ['fusion'], validTo: '2030-01-01', status: 'valid' }],
      permits: [
        {
          id: pair.permitId,
          number: pair.permitId,
          place: '测试车间',
          identity: 'observe',
          state: 'active',
          plannedEnd: new Date(T0 + 4 * HOUR).toISOString(),
        },
      ],
      workshops: [],
      currentJob: null,
    });
    const jobId = await world.jobs.running(pair);
    expect((await mine(welderOf(pair)))?.currentJob).toEqual({ id: jobId, state: 'running' });
  });

  it.each<[string, string, number]>([
    ['names another machine', `delete from permit_machines where permit_id = $1`, 1],
    ['is closed', `update permits set state = 'closed' where id = $1`, 0],
    ['ran out', `update permits set planned_end = '2026-11-24T02:00:00Z' where id = $1`, 0],
    ['begins in four hours', `update permits set planned_start = '2026-11-24T05:59:59Z' where id = $1`, 1],
    [
      'begins tomorrow',
      `update permits set planned_start = '2026-11-25T02:00:00Z', planned_end = '2026-11-25T06:00:00Z' where id = $1`,
      0,
    ],
    ['does not name the welder', `delete from permit_welders where permit_id = $1`, 0],
  ])('a permit that %s: %s → %i', async (_, change, count) => {
    await world.sql(change, [pair.permitId]);
    expect((await mine(welderOf(pair)))?.permits).toHaveLength(count);
  });

  it('a permit that names another machine, or none while this one is a stranger’s, is not shown', async () => {
    const other = await world.jobs.pair();
    await world.sql('update permit_machines set machine_id = $2 where permit_id = $1', [
      pair.permitId,
      other.machineId,
    ]);
    expect((await mine(welderOf(pair)))?.permits).toEqual([]);
    await world.sql('delete from permit_machines where permit_id = $1', [pair.permitId]);
    await world.sql(`update machines set enterprise_id = 'E2' where id = $1`, [pair.machineId]);
    expect((await mine(welderOf(pair)))?.permits).toEqual([]);
    await world.sql(`update machines set enterprise_id = null, owner_welder_id = $2 where id = $1`, [
      pair.machineId,
      pair.welderId,
    ]);
    expect((await mine(welderOf(pair)))?.permits).toHaveLength(1);
  });

  it('the watcher and the safety officer see the permits they may start for, and the job they started', async () => {
    const watcher = callerOf({ ...person, id: 'U9', roles: ['fire-watcher'], enterpriseId: 'E1' }, null);
    const safety = callerOf({ ...person, id: 'U7', roles: ['safety-officer'], enterpriseId: 'E1' }, null);
    const stranger = callerOf({ ...person, id: 'U6', roles: ['safety-officer'], enterpriseId: 'E2' }, null);
    const ids = async (caller: Caller) => (await mine(caller))?.permits.map(({ id }) => id);
    expect(await ids(watcher)).toEqual([pair.permitId]);
    expect(await ids(safety)).toEqual([pair.permitId]);
    expect(await ids(stranger)).toEqual([]);
    const jobId = await world.jobs.running(pair);
    await world.sql(`update jobs set started_by = 'U9' where id = $1`, [jobId]);
    expect((await mine(watcher))?.currentJob).toEqual({ id: jobId, state: 'running' });
    expect((await mine(safety))?.currentJob).toBeNull();
  });

  it('officials and managers have nothing of their own here', async () => {
    expect(await mine(inspector)).toBeNull();
    expect(await mine(manager)).toBeNull();
  });

  it('a minute changes a day: the certificate of an expired card is shown as expired', async () => {
    await world.sql(`update certificates set valid_to = '2026-11-24' where welder_id = $1`, [pair.welderId]);
    world.jobs.clock.at = Date.parse('2026-11-24T16:00:00Z') - MINUTE;
    expect((await mine(welderOf(pair)))?.certificates[0]?.status).toBe('valid');
    world.jobs.clock.at += MINUTE;
    expect((await mine(welderOf(pair)))?.certificates[0]?.status).toBe('expired');
  });
});
