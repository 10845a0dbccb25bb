import { ChangeEnterprise } from '../../../src/modules/registry/enterprises/change-enterprise';
import type { RegisterEnterpriseRequest } from '../../../src/modules/registry/enterprises/enterprise.dto';
import { FindEnterprises } from '../../../src/modules/registry/enterprises/find-enterprises';
import { RegisterEnterprise } from '../../../src/modules/registry/enterprises/register-enterprise';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import type { Caller } from '../../../src/platform/auth/caller';
import { creditCodeChecksum } from '../../../src/domain/registry/numbers/credit-code';
import { admin, Desk, manager, must, official, refusal } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(RegistryModule);
});
afterAll(() => desk?.close());

let serial = 0;
const uscc = (): string => {
  const body = `91411003MA${String((serial += 1)).padStart(7, '0')}`;
  return body + creditCodeChecksum(body);
};
const request = (change: Partial<RegisterEnterpriseRequest> = {}): RegisterEnterpriseRequest => ({
  name: '测试焊接厂',
  kind: 'company',
  uscc: uscc(),
  regionCode: '411003105',
  industry: 'manufacturing',
  contactName: '测试联系人',
  contactPhone: '199 0000 1234',
  ...change,
});
const register = (change: Partial<RegisterEnterpriseRequest> = {}, caller: Caller = admin) =>
  desk.get(RegisterEnterprise).execute(desk.asked(caller), request(change));
const wrongCheck = (code: string): string => code.slice(0, 17) + (code.endsWith('0') ? '1' : '0');

describe('registering an enterprise', () => {
  it('shows the contact’s phone masked and keeps it sealed', async () => {
    const view = must(await register());
    expect(view).toMatchObject({ contactPhone: '199****1234', status: 'active', version: 1, kind: 'company' });
    const [row] = await desk.query<{ contact_phone_sealed: string }>(
      'select contact_phone_sealed from enterprises where id = $1',
      [view.id],
    );
    expect(desk.sealer.open('enterprise.phone', row!.contact_phone_sealed)).toBe('19900001234');
    const trail = await desk.query('select action, after from audit_entries where entity_id = $1', [view.id]);
    expect(trail).toEqual([{ action: 'enterprise.registered', after: expect.objectContaining({ uscc: view.uscc }) }]);
    expect(JSON.stringify(trail)).not.toMatch(/1234|联系人/);
  });

  it.each([
    ['a company without credit code', { uscc: undefined }, 'invalid enterprise.uscc-required'],
    ['a credit code of 17 signs', { uscc: '91411003MA0000000' }, 'invalid enterprise.uscc-malformed'],
    ['a wrong check digit', { uscc: wrongCheck(uscc()) }, 'invalid enterprise.uscc-checksum'],
    [
      'an individual with a wrong check digit',
      { kind: 'individual', uscc: wrongCheck(uscc()) },
      'invalid enterprise.uscc-checksum',
    ],
    ['an individual without credit code', { kind: 'individual', uscc: undefined }, 'allowed'],
    ['neither kind nor credit code: an individual', { kind: undefined, uscc: undefined }, 'allowed'],
    ['a fixed line with area code', { contactPhone: '0374-5101234' }, 'allowed'],
    ['no phone number', { contactPhone: '12345' }, 'invalid enterprise.phone-malformed'],
    ['a region that is not there', { regionCode: '411023' }, 'invalid region.unknown'],
    [
      'malformed, even with an administrator’s reason',
      { uscc: '9', usccException: '旧证号码' },
      'invalid enterprise.uscc-malformed',
    ],
  ] as const)('%s', async (_, change, expected) => {
    expect(await refusal(register(change as Partial<RegisterEnterpriseRequest>))).toBe(expected);
  });

  it('lets a wrong check digit in with an administrator’s reason, and nobody else’s', async () => {
    const change = { uscc: wrongCheck(uscc()), usccException: '营业执照上就是这个号码' };
    expect(await refusal(register(change, official('regulator', '411003')))).toBe(
      'forbidden enterprise.exception-not-yours',
    );
    expect(must(await register(change))).toMatchObject(change);
  });

  it('has each credit code once, wherever the other enterprise is', async () => {
    const first = must(await register({ regionCode: '410102' }));
    const again = await register({ uscc: first.uscc ?? '' }, official('grid-worker', '411003'));
    expect(again).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict', code: 'enterprise.exists', extra: { id: first.id } },
    });
  });

  it('is for officials of the region', async () => {
    expect(await refusal(register({}, official('regulator', '411003')))).toBe('allowed');
    expect(await refusal(register({}, official('regulator', '411002')))).toBe('forbidden registry.outside-scope');
  });
});

describe('changing an enterprise', () => {
  const change = (id: string, version: number | null, fields: object, caller: Caller = admin) =>
    desk.get(ChangeEnterprise).execute(desk.asked(caller), id, version, fields);

  it('counts versions, and refuses one that is stale', async () => {
    const { id } = must(await register());
    const changed = must(await change(id, 1, { name: '改名厂', contactPhone: '13800000000' }));
    expect(changed).toMatchObject({ name: '改名厂', contactPhone: '138****0000', version: 2 });
    expect(await change(id, 1, { name: '旧表单' })).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', code: 'version.stale', extra: { version: 2 } },
    });
    expect(must(await change(id, null, { industry: 'repair' }))).toMatchObject({ name: '改名厂', version: 3 });
  });

  it('keeps what is not given, also where a class carries the field as undefined', async () => {
    const before = must(await register());
    const after = must(await change(before.id, 1, { name: undefined, uscc: undefined, status: 'suspended' }));
    expect(after).toEqual({ ...before, status: 'suspended', version: 2 });
  });

  it.each([
    ['nobody', 'NOBODY', {}, admin, 'not-found enterprise.not-found'],
    ['a wrong credit code', null, { uscc: '91411003MA00000010' }, admin, 'invalid enterprise.uscc-checksum'],
    ['an unknown region', null, { regionCode: '990000' }, admin, 'invalid region.unknown'],
    [
      'a move out of one’s own region',
      null,
      { regionCode: '410102' },
      official('regulator', '411003'),
      'forbidden registry.outside-scope',
    ],
    [
      'another region’s enterprise',
      null,
      { name: 'x' },
      official('regulator', '411002'),
      'not-found enterprise.not-found',
    ],
  ] as const)('refuses %s', async (_, id, fields, caller, expected) => {
    const target = id ?? must(await register()).id;
    expect(await refusal(change(target, null, fields, caller))).toBe(expected);
  });

  it('refuses another’s credit code', async () => {
    const [one, other] = [must(await register()), must(await register())];
    expect(await refusal(change(one.id, null, { uscc: other.uscc }))).toBe('conflict enterprise.exists');
  });
});

describe('finding enterprises', () => {
  it('newest first, page by page, without a gap', async () => {
    for (let i = 0; i < 5; i += 1) must(await register({ name: `翻页厂${i}`, industry: 'chemical' }));
    const find = desk.get(FindEnterprises);
    const first = await find.list(desk.asked(admin), { limit: 3, industry: 'chemical' });
    const second = await find.list(desk.asked(admin), {
      limit: 3,
      industry: 'chemical',
      cursor: first.nextCursor ?? '',
    });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      '翻页厂4',
      '翻页厂3',
      '翻页厂2',
      '翻页厂1',
      '翻页厂0',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('by part of a name or the whole credit code, by region', async () => {
    const { id, uscc: code } = must(await register({ name: '独特金属加工', regionCode: '411003100' }));
    const ids = async (query: object): Promise<string[]> =>
      (await desk.get(FindEnterprises).list(desk.asked(admin), { limit: 50, ...query })).items.map((one) => one.id);
    expect(await ids({ q: '特金属' })).toEqual([id]);
    expect(await ids({ q: code?.toLowerCase() })).toEqual([id]);
    expect(await ids({ q: '%' })).toEqual([]);
    expect(await ids({ q: '独特', regionCode: '411003' })).toEqual([id]);
    expect(await ids({ q: '独特', regionCode: '411003101' })).toEqual([]);
  });

  it('each with their own eyes', async () => {
    const { id } = must(await register({ regionCode: '411003106' }));
    const sees = async (caller: Caller): Promise<boolean> =>
      (await desk.get(FindEnterprises).one(desk.asked(caller), id)).ok;
    expect(await sees(official('inspector', '4110'))).toBe(true);
    expect(await sees(official('inspector', '411003106'))).toBe(true);
    expect(await sees(official('inspector', '411003105'))).toBe(false);
    expect(await sees(manager(id))).toBe(true);
    expect(await sees(manager('ANOTHER'))).toBe(false);
  });
});
