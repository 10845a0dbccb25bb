import type { RegisterMachineRequest } from '../../../src/modules/registry/machines/machine.dto';
import { ChangeMachine } from '../../../src/modules/registry/machines/change-machine';
import { CommandMachine } from '../../../src/modules/registry/machines/command-machine';
import { FindMachines } from '../../../src/modules/registry/machines/find-machines';
import { RegisterMachine } from '../../../src/modules/registry/machines/register-machine';
import { ExternalCodes } from '../../../src/modules/registry/codes/external-codes';
import { CodeRegistry } from '../../../src/modules/registry/code-registry';
import { RegistryReader } from '../../../src/modules/registry/registry.reader';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { groupCode } from '../../../src/domain/registry/code';
import type { Caller } from '../../../src/platform/auth/caller';
import { admin, Desk, manager, must, official, PUBLIC_URL, refusal } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  await desk.enterprise('E1', '411003101');
  await desk.enterprise('E2', '411003102');
});
afterAll(() => desk?.close());

const request = (change: Partial<RegisterMachineRequest> = {}): RegisterMachineRequest => ({
  model: 'ZX7-400',
  process: 'MMA',
  enterpriseId: 'E1',
  regionCode: '411003101',
  ...change,
});
const register = (change: Partial<RegisterMachineRequest> = {}, caller: Caller = admin) =>
  desk.get(RegisterMachine).execute(desk.asked(caller), request(change));
const blank = async (): Promise<string> =>
  (await desk.run((tx) => desk.get(CodeRegistry).issueBlank(tx, 1, desk.clock.at)))[0] ?? '';
const resolve = (text: string) => desk.run((tx) => desk.get(CodeRegistry).resolve(tx, text));

describe('registering a machine', () => {
  it('gives a code and puts it into service, switched by its chip', async () => {
    const view = must(await register({ serialNumber: 'A1', inspectionDueOn: '2027-01-31', ratedCurrentA: 400 }));
    expect(view).toMatchObject({
      status: 'in-service',
      control: 'cut',
      outlets: 1,
      enterpriseName: '测试企业E1',
      inspectionDueOn: '2027-01-31',
      chipNo: null,
      version: 1,
    });
    expect(await resolve(`${PUBLIC_URL}/c/${view.code}`)).toEqual({
      code: view.code,
      kind: 'machine',
      entityId: view.id,
      voided: false,
    });
    expect(
      await desk.query('select type, region_code, enterprise_ids from outbox where entity_id = $1', [view.id]),
    ).toEqual([{ type: 'machine.changed', region_code: '411003101', enterprise_ids: ['E1'] }]);
  });

  it.each([
    ['a gas set asked to be cut', { process: 'GAS', control: 'cut' }, 'invalid machine.gas-is-code-only'],
    ['a gas set', { process: 'GAS' }, 'allowed'],
    ['an unknown region', { regionCode: '411023' }, 'invalid region.unknown'],
    ['an unknown enterprise', { enterpriseId: 'NONE' }, 'invalid enterprise.unknown'],
    ['an unknown owner', { ownerWelderId: 'NONE' }, 'invalid welder.unknown'],
    ['a blank code that was never printed', { blankCode: '0000000000' }, 'invalid code.unknown'],
    ['a blank code with a mistyped sign', { blankCode: '0000000001' }, 'invalid code.unknown'],
  ] as const)('%s', async (_, change, expected) => expect(await refusal(register(change))).toBe(expected));

  it('a gas set has its code only', async () => {
    expect(must(await register({ process: 'GAS' })).control).toBe('code-only');
  });

  it('takes a blank code as it was scanned, once', async () => {
    const code = await blank();
    expect(await resolve(code)).toEqual({ code, kind: 'blank', entityId: null, voided: false });
    const view = must(await register({ blankCode: `${PUBLIC_URL}/c/${code}` }));
    expect(view.code).toBe(code);
    expect(await resolve(groupCode(code).toLowerCase())).toMatchObject({ kind: 'machine', entityId: view.id });
    expect(await refusal(register({ blankCode: code }))).toBe('invalid code.not-blank');
    expect(await refusal(register({ blankCode: must(await register()).code }))).toBe('invalid code.not-blank');
  });

  it('gives a blank code to one of ten who stick it on at once', async () => {
    const code = await blank();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(register({ blankCode: code }))));
    expect(answers.filter((answer) => answer === 'allowed')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['allowed', 'invalid code.not-blank']));
  });

  it('registers a nameplate once, and a refused one leaves its blank code blank', async () => {
    const first = must(await register({ serialNumber: 'TWIN' }));
    const code = await blank();
    expect(await register({ serialNumber: 'TWIN', blankCode: code })).toMatchObject({
      refusal: { code: 'machine.exists', extra: { id: first.id } },
    });
    expect(await resolve(code)).toMatchObject({ kind: 'blank' });
    // Of ten at once the index lets one in, and the claims of the others are undone with their transactions.
    const codes = await Promise.all(Array.from({ length: 5 }, () => blank()));
    const answers = await Promise.all(
      codes.map((one) => refusal(register({ serialNumber: 'AT ONCE', blankCode: one }))),
    );
    expect(answers.sort()).toEqual(['allowed', ...Array.from({ length: 4 }, () => 'conflict machine.exists')]);
    const kinds = await Promise.all(codes.map(async (one) => (await resolve(one))?.kind));
    expect(kinds.sort()).toEqual(['blank', 'blank', 'blank', 'blank', 'machine']);
  });

  it.each(['sn-a1', 'ＳＮ－A1', 'SN–A1', ' SN-A1\u200b', 'S N-A1'])(
    'F5 %j is the machine SN-A1 again',
    async (typed) => {
      const [before] = await desk.query<{ n: number }>(
        `select count(*)::int as n from machines where serial_folded = 'sn-a1'`,
      );
      if (before?.n === 0) must(await register({ serialNumber: 'SN-A1' }));
      expect(await refusal(register({ serialNumber: typed }))).toBe('conflict machine.exists');
    },
  );

  it('F13 the number of another owner’s machine is warned of, and that machine is not shown', async () => {
    must(await register({ serialNumber: '00152', enterpriseId: 'E1' }));
    const other = must(await register({ serialNumber: '00152', enterpriseId: 'E2' }, manager('E2')));
    expect(other.warnings).toEqual(['machine.serial-elsewhere']);
    expect(must(await register({ serialNumber: '00153', enterpriseId: 'E2' }, manager('E2'))).warnings).toEqual([]);
  });

  it('F13 two machines without a legible number are two machines', async () => {
    const [one, two] = [must(await register({ serialNumber: '无' })), must(await register({ serialNumber: '无' }))];
    expect([one.serialNumber, two.serialNumber]).toEqual([null, null]);
  });

  it('an enterprise registers its own machines only, an official those of the region', async () => {
    expect(await refusal(register({}, manager('E1')))).toBe('allowed');
    expect(await refusal(register({ enterpriseId: 'E2' }, manager('E1')))).toBe('forbidden registry.outside-scope');
    expect(await refusal(register({ enterpriseId: undefined }, manager('E1')))).toBe(
      'forbidden registry.outside-scope',
    );
    expect(await refusal(register({}, official('technician', '411003')))).toBe('allowed');
    expect(await refusal(register({}, official('technician', '411003102')))).toBe('forbidden registry.outside-scope');
  });
});

describe('S1 the region of a machine follows its owner', () => {
  const change = (id: string, fields: object, caller: Caller) =>
    desk.get(ChangeMachine).execute(desk.asked(caller), id, null, fields);

  it.each<[string, string, string, Caller]>([
    ['an enterprise that says another town', '411003102', '411003101', manager('E1')],
    ['an enterprise that says another province', '410102', '411003101', manager('E1')],
    ['an enterprise that says a place that is none', '99', '411003101', manager('E1')],
    ['an official', '411003102', '411003102', official('technician', '411003')],
    ['an administrator', '411003102', '411003102', admin],
  ])('%s', async (_, asked, expected, caller) => {
    const made = must(await register({ regionCode: asked }, caller));
    expect(made.regionCode).toBe(expected);
    const other = must(await register({}, admin));
    const changed = must(await change(other.id, { regionCode: asked, model: 'ZX7-500' }, caller));
    expect(changed).toMatchObject({ regionCode: expected, model: 'ZX7-500' });
  });

  it('stays where an official put it', async () => {
    const { id } = must(await register({ regionCode: '411003102' }));
    expect(must(await change(id, { model: 'A' }, manager('E1'))).regionCode).toBe('411003102');
    expect(must(await change(id, { model: 'B', regionCode: '411003101' }, manager('E1'))).regionCode).toBe('411003102');
  });
});

describe('seeing machines', () => {
  it('an enterprise sees its own, a region’s official its subtree', async () => {
    const one = must(await register({ model: 'SEEN-1' })).id;
    const two = must(await register({ model: 'SEEN-2', enterpriseId: 'E2', regionCode: '411003102' })).id;
    const sees = async (caller: Caller): Promise<string[]> =>
      (await desk.get(FindMachines).list(desk.asked(caller), { limit: 100, q: 'seen-' })).items.map(({ id }) => id);
    expect(await sees(manager('E1'))).toEqual([one]);
    expect(await sees(manager('E2'))).toEqual([two]);
    expect(await sees(official('inspector', '411003'))).toEqual([two, one]);
    expect(await sees(official('inspector', '411003101'))).toEqual([one]);
    expect(await sees(official('inspector', '410102'))).toEqual([]);
    expect(await refusal(desk.get(FindMachines).one(desk.asked(manager('E2')), one))).toBe(
      'not-found machine.not-found',
    );
  });

  it('finds by code, model, serial number, status and enterprise', async () => {
    const view = must(await register({ model: 'FIND-ME', serialNumber: 'SN-77' }));
    const ids = async (query: object): Promise<string[]> =>
      (await desk.get(FindMachines).list(desk.asked(admin), { limit: 100, ...query })).items.map(({ id }) => id);
    expect(await ids({ q: groupCode(view.code) })).toEqual([view.id]);
    expect(await ids({ q: 'find-m' })).toEqual([view.id]);
    expect(await ids({ q: 'sn-77', enterpriseId: 'E1', status: 'in-service' })).toEqual([view.id]);
    expect(await ids({ q: 'sn-77', status: 'scrapped' })).toEqual([]);
    expect(await ids({ q: 'sn-77', enterpriseId: 'E2' })).toEqual([]);
  });

  it('answers later features', async () => {
    const view = must(await register({ model: 'ASKED', serialNumber: 'Q1' }));
    const reader = desk.get(RegistryReader);
    await desk.run(async (tx) => {
      expect(await reader.machineById(tx, view.id)).toMatchObject({ code: view.code, chipNo: null, process: 'MMA' });
      expect(await reader.machineByCode(tx, view.code)).toMatchObject({ id: view.id });
      expect(await reader.machineByCode(tx, '0000000000')).toBeNull();
      expect(await reader.enterpriseById(tx, 'E1')).toEqual({
        id: 'E1',
        name: '测试企业E1',
        kind: 'individual',
        industry: 'repair',
        regionCode: '411003101',
        status: 'active',
      });
      expect(await reader.namesOf(tx, [view.id, 'E1', 'NONE'])).toEqual(
        new Map([
          ['E1', '测试企业E1'],
          [view.id, 'ASKED Q1'],
        ]),
      );
    });
  });
});

describe('changing a machine', () => {
  /** What an official who stood before the machine sends along. */
  const seen = { photoId: 'PLATE', reason: '测试核对铭牌' };
  beforeAll(() =>
    desk.query(
      `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at)
       values ('PLATE', 'image/jpeg', 'x', '\\x00', 1, 1, $1, now())`,
      [admin.userId],
    ),
  );
  const change = (id: string, version: number | null, fields: object, caller: Caller = admin) =>
    desk.get(ChangeMachine).execute(desk.asked(caller), id, version, fields);

  it('counts versions, and refuses a stale one', async () => {
    const { id } = must(await register({ serialNumber: 'V1' }));
    expect(must(await change(id, 1, { inspectionDueOn: '2027-06-30', outlets: 2, ...seen }))).toMatchObject({
      outlets: 2,
      version: 2,
    });
    expect(await refusal(change(id, 1, { outlets: 3 }))).toBe('stale version.stale');
    expect(must(await change(id, 2, { serialNumber: null, outlets: undefined }))).toMatchObject({
      serialNumber: null,
      outlets: 2,
      version: 3,
    });
  });

  it('of two who start from one version, one is told', async () => {
    const { id } = must(await register());
    const answers = await Promise.all(
      [change(id, 1, { outlets: 2, ...seen }), change(id, 1, { outlets: 3, ...seen })].map(refusal),
    );
    expect(answers.sort()).toEqual(['allowed', 'stale version.stale']);
  });

  it.each([
    ['a gas set to be cut', { process: 'GAS' }, { control: 'cut' }, 'invalid machine.gas-is-code-only'],
    ['an unknown enterprise', {}, { enterpriseId: 'NONE' }, 'invalid enterprise.unknown'],
    ['an unknown region', {}, { regionCode: '99' }, 'invalid region.unknown'],
    ['another’s nameplate', {}, { serialNumber: 'TAKEN' }, 'conflict machine.exists'],
    ['a change of hands', {}, { enterpriseId: 'E2' }, 'allowed'],
  ] as const)('%s', async (name, made, fields, expected) => {
    if (name === 'another’s nameplate') must(await register({ serialNumber: 'TAKEN' }));
    const { id } = must(await register(made));
    expect(await refusal(change(id, null, fields))).toBe(expected);
  });

  it('an enterprise cannot hand it to another', async () => {
    const { id } = must(await register());
    expect(await refusal(change(id, null, { enterpriseId: 'E2' }, manager('E1')))).toBe(
      'forbidden registry.outside-scope',
    );
    expect(await refusal(change(id, null, { outlets: 2 }, manager('E2')))).toBe('not-found machine.not-found');
  });
});

describe('the life of a machine', () => {
  const command = (id: string, name: string, caller: Caller = admin) =>
    desk.get(CommandMachine).execute(desk.asked(caller), id, name, '测试原因');

  it('goes from service to the scrap yard, and its code goes with it', async () => {
    const view = must(await register());
    expect(view.commands).toEqual(['suspend', 'send-to-repair', 'report-lost', 'scrap']);
    expect(must(await command(view.id, 'send-to-repair')).status).toBe('repair');
    expect(must(await command(view.id, 'return-from-repair')).status).toBe('in-service');
    expect(must(await command(view.id, 'scrap'))).toMatchObject({ status: 'scrapped', commands: [], version: 4 });
    expect(await resolve(view.code)).toMatchObject({ entityId: view.id, voided: true });
    expect(await refusal(command(view.id, 'scrap'))).toBe('conflict machine.command-not-open');
    const trail = await desk.query<{ action: string }>(
      'select action from audit_entries where entity_id = $1 order by id',
      [view.id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'machine.registered',
      'machine.send-to-repair',
      'machine.return-from-repair',
      'machine.scrap',
    ]);
  });

  it('a stop order is the authority’s to give and to lift', async () => {
    const { id } = must(await register());
    expect(await refusal(command(id, 'suspend', manager('E1')))).toBe('forbidden machine.official-only');
    expect(must(await command(id, 'suspend', official('regulator', '411003'))).status).toBe('suspended');
    expect(await refusal(command(id, 'resume', manager('E1')))).toBe('forbidden machine.official-only');
    expect(await refusal(command(id, 'report-lost', manager('E1')))).toBe('forbidden machine.official-only');
    expect(must(await desk.get(FindMachines).one(desk.asked(manager('E1')), id)).commands).toEqual(['scrap']);
    expect(must(await command(id, 'resume')).status).toBe('in-service');
  });

  it('refuses what is no command, and machines out of sight', async () => {
    const { id } = must(await register());
    expect(await refusal(command(id, 'explode'))).toBe('not-found machine.command-unknown');
    expect(await refusal(command(id, 'scrap', manager('E2')))).toBe('not-found machine.not-found');
  });

  it('a scrapped nameplate may come back as a new machine', async () => {
    const { id } = must(await register({ serialNumber: 'PHOENIX' }));
    must(await command(id, 'scrap'));
    expect(await refusal(register({ serialNumber: 'PHOENIX' }))).toBe('allowed');
  });
});

describe('codes of other systems', () => {
  const external = (content: string, entityId: string, caller: Caller = admin) =>
    desk.get(ExternalCodes).register(desk.asked(caller), { content, system: 'province', kind: 'machine', entityId });

  it('are resolved by every scanner, as they are', async () => {
    const { id } = must(await register());
    must(await external(' https://province.example/q?x=AbC ', id));
    expect(await resolve('https://province.example/q?x=AbC')).toEqual({
      code: 'https://province.example/q?x=AbC',
      kind: 'machine',
      entityId: id,
      voided: false,
    });
    expect(await resolve('https://province.example/q?x=abc')).toBeNull();
  });

  it('stand for one thing', async () => {
    const { id, code } = must(await register());
    must(await external('ONE', id));
    expect(await refusal(external('ONE', id))).toBe('conflict external-code.exists');
    expect(await refusal(external('TWO', 'NONE'))).toBe('invalid external-code.entity-unknown');
    expect(await refusal(external('TWO', id, manager('E2')))).toBe('invalid external-code.entity-unknown');
    expect(await refusal(external(groupCode(code), id))).toBe('invalid external-code.is-own');
  });

  it('are listed where they are stuck, and taken away once', async () => {
    const { id } = must(await register());
    must(await external('ＶＥＮＤＯＲ-7', id));
    const codes = desk.get(ExternalCodes);
    const list = () => codes.list(desk.asked(admin), { kind: 'machine', entityId: id });
    expect(must(await list()).items).toMatchObject([{ content: 'VENDOR-7', system: 'province', entityId: id }]);
    expect(await refusal(codes.remove(desk.asked(manager('E2')), 'VENDOR-7'))).toBe('not-found external-code.unknown');
    must(await codes.remove(desk.asked(admin), 'VENDOR-7'));
    expect(must(await list()).items).toEqual([]);
    expect(await refusal(codes.remove(desk.asked(admin), 'VENDOR-7'))).toBe('not-found external-code.unknown');
    expect(await resolve('VENDOR-7')).toBeNull();
  });
});
