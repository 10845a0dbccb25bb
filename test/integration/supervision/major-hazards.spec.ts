import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DAY, MINUTE, shanghaiMidnight } from '../../../src/kernel/time';
import { FindViolations } from '../../../src/modules/supervision/find-violations';
import { UserPhones } from '../../../src/modules/identity/user-phones';
import { EnterpriseContact } from '../../../src/modules/registry/enterprises/enterprise-contact';
import { DETECTOR } from '../../../src/modules/supervision/detector-actor';
import { RaiseViolation } from '../../../src/modules/supervision/raise-violation';
import { RecordViolation } from '../../../src/modules/supervision/record-violation';
import { SaveStep } from '../../../src/modules/supervision/save-step';
import { TellPrincipals } from '../../../src/modules/supervision/tell-principals';
import { ViolationQuery } from '../../../src/modules/supervision/violation-request.dto';
import { ViolationStore } from '../../../src/modules/supervision/violation.store';
import type { Config } from '../../../src/platform/config/config';
import { systemScope } from '../../../src/platform/database/scope';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import type { Caller } from '../../../src/platform/auth/caller';
import { TextMessages } from '../../../src/platform/messaging/text-messages';
import { T0 } from '../../domain/authorization/perfect-facts';
import type { Pair } from '../jobs/job-world';
import { refusal } from '../registry/desk';
import { SupervisionWorld } from './supervision-world';

let world: SupervisionWorld;
let pair: Pair;
let inspector: Caller, regulator: Caller, safety: Caller, other: Caller;

/** The operator's adapter: the one thing that leaves the platform. */
class Gateway extends TextMessages {
  readonly sent: { phone: string; text: string }[] = [];
  away = false;
  send(phone: string, text: string): Promise<void> {
    if (this.away) return Promise.reject(new Error('gateway away'));
    this.sent.push({ phone, text });
    return Promise.resolve();
  }
}
let gateway: Gateway;
const teller = (): TellPrincipals =>
  new TellPrincipals(
    world.jobs.db.uow,
    world.get(ViolationStore),
    world.get(UserPhones),
    world.get(EnterpriseContact),
    gateway,
    world.get(Catalogue),
    world.get(SaveStep),
    world.jobs.clock,
    {} as Config,
  );

beforeAll(async () => {
  world = await SupervisionWorld.open();
  pair = await world.jobs.pair();
  inspector = await world.user('INS', ['inspector'], { regionCode: '411003' });
  regulator = await world.user('REG', ['regulator'], { regionCode: '4110' });
  safety = await world.user('SAF', ['safety-officer'], { enterpriseId: 'E1' });
  other = await world.user('OTH', ['safety-officer'], { enterpriseId: 'E2' });
  await world.user('HEAD', ['enterprise-head'], { enterpriseId: 'E1' });
  await world.user('WELD', ['welder'], { welderId: pair.welderId });
  const { sealer } = world.jobs;
  await world.sql(`update enterprises set contact_phone_sealed = $1`, [sealer.seal('enterprise.phone', '13700000001')]);
  await world.sql(`update users set phone_sealed = $1 where id = 'HEAD'`, [sealer.seal('user.phone', '13700000002')]);
});
beforeEach(async () => {
  gateway = new Gateway();
  await world.forget();
});
afterAll(() => world?.close());

type Kind = 'uncertified' | 'no-permit' | 'off-platform';
async function recorded(kind: Kind, more: { grade?: 'offence'; welderId?: string; machineId?: string } = {}): Promise<string> {
  const result = await world.get(RecordViolation).execute(world.asked(inspector), { kind, enterpriseId: 'E1', ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.id;
} // prettier-ignore

const query = (given: Record<string, string>): Promise<ViolationQuery> => {
  const read = plainToInstance(ViolationQuery, given);
  return validate(read).then((faults) => {
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    return read;
  });
};

describe('D14, D34 a major hazard is one thing, how grave a case is another, its grade a third', () => {
  it('and each has a filter of its own', async () => {
    const uncertified = await recorded('uncertified');
    const offence = await recorded('no-permit', { grade: 'offence' });
    const alert = await recorded('off-platform');
    expect(await world.violations('id = $1', [offence])).toMatchObject([{ grade: 'offence', severity: 2 }]);
    const find = async (given: Record<string, string>) => {
      const page = await world.get(FindViolations).page(world.asked(inspector), await query(given));
      return page.items.map(({ id }) => id);
    };
    expect(await find({ majorHazard: 'true' })).toEqual([uncertified]);
    expect(await find({ majorHazard: 'false' })).toEqual([alert, offence]);
    expect(await find({ severity: '3' })).toEqual([uncertified]);
    expect(await find({ severity: '2' })).toEqual([offence]);
    expect(await find({ grade: 'offence' })).toEqual([offence]);
    await expect(query({ severity: '4' })).rejects.toThrow();
    await expect(query({ majorHazard: 'x' })).rejects.toThrow();
  });

  it('says by which text, number and item', async () => {
    const found = await world.get(FindViolations).one(world.asked(inspector), await recorded('uncertified'));
    expect(found.ok && found.value).toMatchObject({
      majorHazard: true,
      majorBasis: { standard: '工贸企业重大事故隐患判定标准', document: '应急管理部令第10号', item: '第三条第二项' },
    });
  });

  it.each([
    ['chemical', '安监总管三〔2017〕121号'],
    ['general', '应急管理部令第10号'],
  ])('the trade is that of the place: under a permit by the rules of %s', async (regime, document) => {
    const { permitId } = await world.jobs.pair({ regime });
    const finding = { kind: 'uncertified', source: 'detector', certainty: 'confirmed', permitId, foundAt: T0 } as const;
    const raise = world.get(RaiseViolation);
    await world.jobs.db.uow.run(systemScope('test'), (tx) => raise.execute(tx, DETECTOR, finding, T0));
    expect(await world.violations()).toMatchObject([{ major_basis: { document } }]);
  });

  it('the principal is told, once, and the case says so', async () => {
    const id = await recorded('uncertified');
    await recorded('no-permit');
    const tell = teller();
    for (const _ of [1, 2]) await tell.execute(T0 + MINUTE);
    expect(gateway.sent.map(({ phone }) => phone).sort()).toEqual(['13700000001', '13700000002']);
    expect(gateway.sent[0]?.text).toContain('无证作业');
    const found = await world.get(FindViolations).one(world.asked(inspector), id);
    expect(found.ok && found.value).toMatchObject({ toldAt: new Date(T0 + MINUTE).toISOString() });
    expect(found.ok && found.value.history.at(-1)).toMatchObject({ command: 'tell', note: '已用短信告知单位主要负责人（2 人）' });
  });

  it('a message that fails is tried again, and nothing says that it was sent', async () => {
    const id = await recorded('uncertified');
    gateway.away = true;
    await expect(teller().execute(T0)).rejects.toThrow();
    gateway.away = false;
    expect(await world.historyOf(id)).toEqual(['raise → open']);
    await teller().execute(T0);
    expect(gateway.sent).toHaveLength(2);
  });

  it('is listed, supervised and signed off by a regulator, and not closed before', async () => {
    const id = await recorded('uncertified');
    for (const [caller, name, body] of [
      [inspector, 'assign', { userId: 'SAF' }],
      [safety, 'rectify', { note: '已停止作业，焊工已送培' }],
      [inspector, 'review', {}],
    ] as const)
      expect(await refusal(world.command(caller, id, name, body))).toBe('allowed');
    expect(await refusal(world.command(regulator, id, 'close'))).toBe('forbidden violation.major-not-followed');
    expect(await refusal(world.command(inspector, id, 'list'))).toBe('forbidden violation.regulators-only');
    expect(await refusal(world.command(regulator, id, 'supervise', { note: 'x' }))).toBe('forbidden violation.major-not-followed');
    expect(await refusal(world.command(regulator, id, 'list'))).toBe('allowed');
    expect(await refusal(world.command(regulator, id, 'supervise', { note: '区安委办督办' }))).toBe('allowed');
    expect(await refusal(world.command(inspector, id, 'close'))).toBe('forbidden violation.regulators-only');
    const closed = await world.command(regulator, id, 'close');
    expect(closed.ok && closed.value).toMatchObject({ state: 'closed', listedAt: expect.any(String), supervisedAt: expect.any(String) });
  });

  it('false rectification (虚假整改) reopens it one grade higher', async () => {
    const id = await recorded('off-platform');
    await world.sql(`update violations set state = 'closed'`);
    expect(await refusal(world.command(inspector, id, 'reopen', { reason: '现场仍未装芯片' }))).toBe('allowed');
    expect(await world.violations()).toMatchObject([{ grade: 'hazard', severity: 2, state: 'open' }]);
  });
}); // prettier-ignore

describe('assigned to a person or an enterprise, really', () => {
  const mine = (caller: Caller) => world.listed(caller, { assignedTo: 'me' });

  it('an enterprise that was none of the case sees it, finds it among its own, and puts it right', async () => {
    const id = await recorded('off-platform');
    expect(await world.listed(other)).toEqual([]);
    const given = await world.command(inspector, id, 'assign', { enterpriseId: 'E2', dueOn: '2026-12-01' });
    expect(given.ok && given.value).toMatchObject({
      assignedTo: { kind: 'enterprise', id: 'E2', name: '别的企业' },
      dueAt: new Date(shanghaiMidnight('2026-12-02')).toISOString(),
    });
    expect(await mine(other)).toEqual([id]);
    expect(await mine(safety)).toEqual([]);
    expect(await refusal(world.command(other, id, 'rectify', { note: '已整改' }))).toBe('allowed');
  });

  it('a person has it among their own; what is closed is gone from there', async () => {
    const id = await recorded('off-platform');
    await world.command(inspector, id, 'assign', { userId: 'INS' });
    expect([await mine(inspector), await mine(regulator), await mine(safety)]).toEqual([[id], [], []]);
    await world.sql(`update violations set state = 'closed'`);
    expect(await mine(inspector)).toEqual([]);
  });

  it('the welder whom it is about sees it, and nothing else, and reports what was done', async () => {
    const id = await recorded('uncertified', { welderId: pair.welderId });
    const welder = pair.welder;
    const self = { ...welder, userId: 'WELD', scope: { kind: 'person', userId: 'WELD', welderId: pair.welderId } } as const;
    expect(await world.listed(self)).toEqual([]);
    expect(await refusal(world.command(inspector, id, 'assign', { userId: 'WELD' }))).toBe('allowed');
    expect(await mine(self)).toEqual([id]);
    expect(await refusal(world.command(self, id, 'rectify', { note: '已报名培训' }))).toBe('allowed');
  });

  it.each([
    ['who cannot see cases', { userId: 'U9' }, 'invalid violation.assignee-blind'],
    ['of another enterprise', { userId: 'OTH' }, 'invalid violation.assignee-unfit'],
    ['whom nobody knows', { enterpriseId: 'NONE' }, 'invalid violation.enterprise-unfit'],
    ['and an enterprise at once', { userId: 'SAF', enterpriseId: 'E1' }, 'invalid violation.assignee-one-only'],
  ])('nobody %s', async (_, body, expected) => {
    const id = await recorded('off-platform');
    expect(await refusal(world.command(inspector, id, 'assign', body))).toBe(expected);
  });

  it('the picker offers those who may see it, with role and town, and enterprises by name', async () => {
    const id = await recorded('uncertified', { welderId: pair.welderId });
    const choices = async (words: string) => {
      const found = await world.get(FindViolations).choices(world.asked(inspector), id, words);
      if (!found.ok) throw new Error(found.refusal.code);
      return found.value.items.map((one) => `${one.kind} ${one.id}`);
    };
    const all = await choices('');
    expect(all).toEqual(expect.arrayContaining(['person WELD', 'person SAF', 'person INS', 'person REG', 'enterprise E1']));
    expect(all).not.toContain('person OTH');
    expect(all).not.toContain('person HEAD');
    expect(await choices('别的')).toEqual(['enterprise E1', 'enterprise E2']);
    expect(await refusal(world.get(FindViolations).choices(world.asked(other), id, ''))).toBe('not-found violation.not-found');
  });

  it('the row says what a list needs, and what is overdue', async () => {
    const id = await recorded('uncertified', { welderId: pair.welderId, machineId: pair.machineId });
    await world.command(inspector, id, 'assign', { userId: 'SAF' });
    world.jobs.clock.at = T0 + 30 * DAY;
    const page = await world.get(FindViolations).page(world.asked(inspector), { limit: 5 });
    expect(page.items).toMatchObject([
      {
        enterpriseName: '测试企业', machineName: 'ZX7-400', machineCode: pair.machineCode, welderName: '测试焊工',
        assignedTo: { kind: 'person', id: 'SAF' }, overdue: true,
      },
    ]);
  });
}); // prettier-ignore

describe('a stop on the spot', () => {
  it('is seen in the case, with whoever settles it, until when, and what came of it', async () => {
    const jobId = await world.jobs.running(pair);
    const id = await recorded('no-permit', { machineId: pair.machineId });
    const seen = async () => {
      const found = await world.get(FindViolations).one(world.asked(regulator), id);
      return found.ok && found.value.stopOrder;
    };
    expect(await seen()).toBeNull();
    const stopped = await world.jobs.byHand.stop(world.asked(world.jobs.inspector), jobId, '现场无监护人', null);
    expect(stopped.ok).toBe(true);
    expect(await seen()).toMatchObject({
      jobId, standing: 'provisional', reason: '现场无监护人', orderedBy: '执法员', dueAt: new Date(T0 + DAY).toISOString(),
    });
    await world.jobs.decideStop.execute(world.asked(world.jobs.regulator), jobId, 'confirm', '属实');
    expect(await seen()).toMatchObject({ standing: 'confirmed', decidedBy: '监管员', note: '属实' });
    expect(await refusal(world.get(FindViolations).one(world.asked(safety), id))).toBe('allowed');
  });
}); // prettier-ignore
