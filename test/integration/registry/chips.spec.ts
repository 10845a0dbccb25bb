import { BindChip } from '../../../src/modules/registry/chips/bind-chip';
import { FindChips } from '../../../src/modules/registry/chips/find-chips';
import { ImportChips } from '../../../src/modules/registry/chips/import-chips';
import { ChipSecretsReader } from '../../../src/modules/registry/chip-secrets.reader';
import { CommandMachine } from '../../../src/modules/registry/machines/command-machine';
import { ChangeMachine } from '../../../src/modules/registry/machines/change-machine';
import { RegisterMachine } from '../../../src/modules/registry/machines/register-machine';
import { RegistryReader } from '../../../src/modules/registry/registry.reader';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { inventedChip } from '../../support/people';
import { admin, Desk, manager, must, official, refusal } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  await desk.enterprise('E1', '411003101');
});
afterAll(() => desk?.close());

let serial = 0;
const line = (): { text: string; chipNo: string; secretHex: string } => {
  const chip = inventedChip((serial += 1));
  return { ...chip, text: `${chip.chipNo},${chip.secretHex},H2,2026-01` };
};
const importing = (csv: string) => desk.get(ImportChips).execute(desk.asked(admin), csv);
const newChip = async (): Promise<string> => {
  const chip = line();
  await importing(chip.text);
  return chip.chipNo;
};
const newMachine = async (change = {}): Promise<string> =>
  must(
    await desk.get(RegisterMachine).execute(desk.asked(admin), {
      model: 'ZX7',
      process: 'MMA',
      enterpriseId: 'E1',
      regionCode: '411003101',
      ...change,
    }),
  ).id;
const bind = (machineId: string, chipNo: string, caller = admin) =>
  desk.get(BindChip).bind(desk.asked(caller), machineId, chipNo);

describe('importing chips', () => {
  it('takes in the good lines and names the broken ones', async () => {
    const [a, b] = [line(), line()];
    await importing(a.text);
    const csv = [
      'chipNo,secretHex,model,batch',
      b.text,
      a.text,
      'broken',
      `${line().chipNo},short,H2,b`,
      b.text,
      '',
    ].join('\r\n');
    expect(await importing(csv)).toEqual({
      accepted: 1,
      rejected: [
        { line: 3, code: 'chip.exists' },
        { line: 4, code: 'chip.line-malformed' },
        { line: 5, code: 'chip.secret-malformed' },
        { line: 6, code: 'chip.repeated' },
      ],
    });
  });

  it('seals the secret, and gives it to whoever must prove it', async () => {
    const chip = line();
    await importing(chip.text);
    const [row] = await desk.query<{ secret_sealed: string }>('select secret_sealed from chips where chip_no = $1', [
      chip.chipNo,
    ]);
    expect(row!.secret_sealed).not.toContain(chip.secretHex);
    const trail = JSON.stringify(await desk.query(`select after from audit_entries where action = 'chips.imported'`));
    expect(trail).toContain(chip.chipNo);
    expect(trail).not.toContain(chip.secretHex);
    const secrets = desk.get(ChipSecretsReader);
    expect(await desk.run((tx) => secrets.find(tx, chip.chipNo))).toEqual({
      chipNo: chip.chipNo,
      secret: Buffer.from(chip.secretHex, 'hex'),
      blocked: false,
      machineId: null,
      secretNo: 1,
    });
    expect(await desk.run((tx) => secrets.find(tx, 'NOSUCHCHIP0001'))).toBeNull();
  });

  it('two imports of one list take each chip in once', async () => {
    const csv = Array.from({ length: 50 }, () => line().text).join('\n');
    const [one, other] = await Promise.all([importing(csv), importing(csv)]);
    expect(one.accepted + other.accepted).toBe(50);
  });
});

describe('binding a chip', () => {
  it('makes the machine its own, for everyone who asks', async () => {
    const [machineId, chipNo] = [await newMachine(), await newChip()];
    expect(must(await bind(machineId, chipNo)).chipNo).toBe(chipNo);
    await desk.run(async (tx) => {
      expect(await desk.get(RegistryReader).machineById(tx, machineId)).toMatchObject({ chipNo });
      expect(await desk.get(RegistryReader).machineOfChip(tx, chipNo)).toMatchObject({ id: machineId });
      expect(await desk.get(ChipSecretsReader).find(tx, chipNo)).toMatchObject({ machineId });
    });
  });

  it('refuses a chip that another machine has', async () => {
    const chipNo = await newChip();
    must(await bind(await newMachine(), chipNo));
    expect(await refusal(bind(await newMachine(), chipNo))).toBe('conflict chip.already-bound');
  });

  it('refuses a second chip, an unknown one, a blocked one', async () => {
    const machineId = await newMachine();
    expect(await refusal(bind(machineId, 'NOSUCHCHIP0001'))).toBe('invalid chip.unknown');
    const blocked = await newChip();
    await desk.query('update chips set blocked = true where chip_no = $1', [blocked]);
    expect(await refusal(bind(machineId, blocked))).toBe('conflict chip.blocked');
    must(await bind(machineId, await newChip()));
    expect(await refusal(bind(machineId, await newChip()))).toBe('conflict machine.already-has-chip');
  });

  it('refuses machines that take none', async () => {
    expect(await refusal(bind(await newMachine({ process: 'GAS' }), await newChip()))).toBe(
      'invalid machine.takes-no-chip',
    );
    expect(await refusal(bind(await newMachine({ control: 'code-only' }), await newChip()))).toBe(
      'invalid machine.takes-no-chip',
    );
    const scrapped = await newMachine();
    must(await desk.get(CommandMachine).execute(desk.asked(admin), scrapped, 'scrap', '报废'));
    expect(await refusal(bind(scrapped, await newChip()))).toBe('conflict machine.not-in-use');
    expect(await refusal(bind('NONE', await newChip()))).toBe('not-found machine.not-found');
    expect(await refusal(bind(await newMachine(), await newChip(), official('technician', '411002')))).toBe(
      'not-found machine.not-found',
    );
  });

  it('of ten technicians with one chip, one is told that it holds', async () => {
    const chipNo = await newChip();
    const machines = await Promise.all(Array.from({ length: 10 }, () => newMachine()));
    const answers = await Promise.all(machines.map((id) => refusal(bind(id, chipNo))));
    expect(answers.sort()).toEqual(['allowed', ...Array.from({ length: 9 }, () => 'conflict chip.already-bound')]);
  });

  it('of ten chips for one machine, one is bound', async () => {
    const machineId = await newMachine();
    const chips = await Promise.all(Array.from({ length: 10 }, newChip));
    const answers = await Promise.all(chips.map((chipNo) => refusal(bind(machineId, chipNo))));
    expect(answers.sort()).toEqual([
      'allowed',
      ...Array.from({ length: 9 }, () => 'conflict machine.already-has-chip'),
    ]);
  });

  it('is undone by taking the chip off; both may be bound again, and the history stays', async () => {
    const [machineId, chipNo] = [await newMachine(), await newChip()];
    must(await bind(machineId, chipNo));
    expect(await refusal(desk.get(CommandMachine).execute(desk.asked(admin), machineId, 'scrap', '报废'))).toBe(
      'conflict machine.chip-still-bound',
    );
    expect(
      await refusal(desk.get(ChangeMachine).execute(desk.asked(admin), machineId, null, { control: 'code-only' })),
    ).toBe('conflict machine.chip-still-bound');
    expect(must(await desk.get(BindChip).unbind(desk.asked(admin), machineId)).chipNo).toBeNull();
    expect(await refusal(desk.get(BindChip).unbind(desk.asked(admin), machineId))).toBe('conflict machine.has-no-chip');
    must(await bind(machineId, chipNo));
    expect(await desk.query('select count(*)::int as n from chip_bindings where chip_no = $1', [chipNo])).toEqual([
      { n: 2 },
    ]);
  });
});

describe('listing chips', () => {
  it('shows the stock to all, and bound ones to who sees the machine', async () => {
    const [free, bound] = [await newChip(), await newChip()];
    const machineId = await newMachine();
    must(await bind(machineId, bound));
    const seen = async (regionCode: string): Promise<(string | null)[][]> =>
      (await desk.get(FindChips).list(desk.asked(official('technician', regionCode)), { limit: 100 })).items
        .filter(({ chipNo }) => chipNo === free || chipNo === bound)
        .map(({ chipNo, machineId: on }) => [chipNo, on]);
    expect(await seen('411003')).toEqual([
      [bound, machineId],
      [free, null],
    ]);
    expect(await seen('411002')).toEqual([[free, null]]);
    const onlyBound = await desk
      .get(FindChips)
      .list(desk.asked(admin), { limit: 100, bound: 'true', q: bound.slice(3).toLowerCase() });
    expect(onlyBound.items).toEqual([
      expect.objectContaining({
        chipNo: bound,
        machineName: 'ZX7',
        blocked: false,
        boundAt: '2026-11-24T08:00:00.000Z',
      }),
    ]);
    expect((await desk.get(FindChips).list(desk.asked(manager('E2')), { limit: 100, bound: 'true' })).items).toEqual(
      [],
    );
  });
});
