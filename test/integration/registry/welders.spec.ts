import type { RegisterWelderRequest } from '../../../src/modules/registry/welders/welder.dto';
import { FindWelders } from '../../../src/modules/registry/welders/find-welders';
import { RegisterWelder } from '../../../src/modules/registry/welders/register-welder';
import { RevealWelder } from '../../../src/modules/registry/welders/reveal-welder';
import { CodeRegistry } from '../../../src/modules/registry/code-registry';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { isCode } from '../../../src/domain/registry/code';
import { identityChecksum } from '../../../src/domain/registry/numbers/identity-number';
import type { Caller } from '../../../src/platform/auth/caller';
import { inventedIdNumber, inventedPhone } from '../../support/people';
import { admin, Desk, manager, must, official, refusal, welderCaller } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
  await desk.enterprise('E1', '411003');
});
afterAll(() => desk?.close());

let serial = 0;
const request = (change: Partial<RegisterWelderRequest> = {}): RegisterWelderRequest => {
  serial += 1;
  return {
    name: `测试焊工${serial}`,
    idNumber: inventedIdNumber(serial),
    phone: inventedPhone(serial),
    regionCode: '411003',
    ...change,
  };
};
const register = (change: Partial<RegisterWelderRequest> = {}, caller: Caller = admin) =>
  desk.get(RegisterWelder).execute(desk.asked(caller), request(change));

describe('registering a welder', () => {
  it('gives a code, masks the numbers and seals them', async () => {
    const asked = request({ enterpriseId: 'E1' });
    const view = must(await desk.get(RegisterWelder).execute(desk.asked(admin), asked));
    expect(view).toMatchObject({
      idNumber: `${asked.idNumber.slice(0, 4)}**********${asked.idNumber.slice(-4)}`,
      phone: `199****${asked.phone.slice(-4)}`,
      enterpriseId: 'E1',
      enterpriseName: '测试企业E1',
      status: 'active',
      warnings: ['id-number.age-unlikely'],
    });
    expect(isCode(view.code)).toBe(true);
    const stored = JSON.stringify(await desk.query('select * from welders where id = $1', [view.id]));
    const trail = JSON.stringify(await desk.query('select * from audit_entries where entity_id = $1', [view.id]));
    const news = JSON.stringify(await desk.query('select * from outbox where entity_id = $1', [view.id]));
    for (const kept of [stored, trail, news]) {
      expect(kept).not.toContain(asked.idNumber);
      expect(kept).not.toContain(asked.phone);
    }
    expect(trail).toContain('welder.registered');
    expect(news).toContain('welder.changed');
    expect(await desk.query('select enterprise_id from employments where welder_id = $1', [view.id])).toEqual([
      { enterprise_id: 'E1' },
    ]);
    expect(await desk.run((tx) => desk.get(CodeRegistry).resolve(tx, view.code))).toMatchObject({
      kind: 'welder',
      entityId: view.id,
    });
  });

  const right = inventedIdNumber(4_000);
  it.each([
    [
      'a wrong check digit',
      { idNumber: right.slice(0, 17) + (right.endsWith('1') ? '2' : '1') },
      'invalid id-number.checksum',
    ],
    ['17 digits', { idNumber: right.slice(0, 17) }, 'invalid id-number.malformed'],
    [
      'a birthday that never was',
      { idNumber: `41100319900230${'001'}${identityChecksum('41100319900230001')}` },
      'invalid id-number.birth-date',
    ],
    ['no mobile number', { phone: '0374-5101234' }, 'invalid welder.phone-malformed'],
    ['an unknown region', { regionCode: '411023' }, 'invalid region.unknown'],
    ['an unknown enterprise', { enterpriseId: 'NONE' }, 'invalid enterprise.unknown'],
    ['another province: home never blocks', { regionCode: '110101' }, 'allowed'],
  ] as const)('%s', async (_, change, expected) => {
    expect(await refusal(register(change))).toBe(expected);
  });

  it('only warns of an area nobody knows', async () => {
    const body = '41109919050101001';
    expect(must(await register({ idNumber: body + identityChecksum(body) })).warnings).toEqual([
      'id-number.area-unknown',
      'id-number.age-unlikely',
    ]);
  });

  it('registers a person once, wherever, and says under which id to whoever may read them', async () => {
    const asked = request({ regionCode: '110101' });
    const { id } = must(await desk.get(RegisterWelder).execute(desk.asked(admin), asked));
    const again = await register(
      { idNumber: asked.idNumber.toLowerCase(), regionCode: '110101' },
      official('grid-worker', '1101'),
    );
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'conflict', code: 'welder.exists', extra: { id } } });
  });

  it('registers a person once, also when asked twenty times at once, and leaves no code behind', async () => {
    const asked = request();
    const before = await desk.query(`select count(*)::int as n from codes`);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refusal(desk.get(RegisterWelder).execute(desk.asked(admin), asked))),
    );
    expect(answers.sort()).toEqual(['allowed', ...Array.from({ length: 19 }, () => 'conflict welder.exists')]);
    const after = await desk.query<{ n: number }>(`select count(*)::int - $1 as n from codes`, [before[0]!['n']]);
    expect(after[0]!.n).toBe(1);
  });

  it('an enterprise registers its own people only', async () => {
    expect(await refusal(register({ enterpriseId: 'E1' }, manager('E1')))).toBe('allowed');
    expect(await refusal(register({}, manager('E1')))).toBe('forbidden registry.outside-scope');
    expect(await refusal(register({ enterpriseId: 'E1' }, manager('E2')))).toBe('forbidden registry.outside-scope');
    expect(await refusal(register({}, official('regulator', '411002')))).toBe('forbidden registry.outside-scope');
  });
});

describe('finding a welder', () => {
  const list = async (caller: Caller, q: string): Promise<string[]> =>
    (await desk.get(FindWelders).list(desk.asked(caller), { limit: 50, q })).items.map(({ id }) => id);

  it('by part of the name, the whole identity number or the phone', async () => {
    const asked = request({ name: '欧阳测试' });
    const { id } = must(await desk.get(RegisterWelder).execute(desk.asked(admin), asked));
    expect(await list(admin, '阳测')).toEqual([id]);
    expect(await list(admin, ` ${asked.idNumber.toLowerCase()} `)).toEqual([id]);
    expect(await list(admin, `+86 ${asked.phone}`)).toEqual([id]);
    expect(await list(admin, asked.idNumber.slice(0, 17))).toEqual([]);
    expect(await list(admin, asked.phone.slice(0, 10))).toEqual([]);
  });

  it('each with their own eyes', async () => {
    const { id } = must(await register({ enterpriseId: 'E1', regionCode: '411003101' }));
    const sees = async (caller: Caller): Promise<boolean> =>
      (await desk.get(FindWelders).one(desk.asked(caller), id)).ok;
    expect(await sees(official('inspector', '411003'))).toBe(true);
    expect(await sees(official('inspector', '411002'))).toBe(false);
    expect(await sees(manager('E1'))).toBe(true);
    expect(await sees(manager('E2'))).toBe(false);
    expect(await sees(welderCaller(id))).toBe(true);
    expect(await sees(welderCaller('SOMEBODY'))).toBe(false);
  });
});

describe('revealing the numbers of a welder', () => {
  it('shows them for a reason, and keeps who looked and why', async () => {
    const asked = request();
    const { id } = must(await desk.get(RegisterWelder).execute(desk.asked(admin), asked));
    const inspector = official('inspector', '411003');
    expect(must(await desk.get(RevealWelder).execute(desk.asked(inspector), id, '核对证件'))).toEqual({
      idNumber: asked.idNumber,
      phone: asked.phone,
    });
    expect(
      await desk.query(
        `select actor_id, after from audit_entries where entity_id = $1 and action = 'welder.revealed'`,
        [id],
      ),
    ).toEqual([{ actor_id: inspector.userId, after: { reason: '核对证件' } }]);
  });

  it('not outside one’s own region', async () => {
    const { id } = must(await register());
    expect(await refusal(desk.get(RevealWelder).execute(desk.asked(official('inspector', '411002')), id, '看看'))).toBe(
      'not-found welder.not-found',
    );
  });
});
