import { PHONE_SEAL } from '../../../src/modules/identity/user.mapper';
import { ChangeDraft } from '../../../src/modules/permits/draft/change-draft';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { ResendOccupierCode } from '../../../src/modules/permits/occupier/resend-occupier-code';
import { WELDER_PHONE } from '../../../src/modules/registry/welders/welder.mapper';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { Sealer } from '../../../src/platform/database/sealer';
import { CONTACTS, must, outcome, PermitWorld, PLACE, T0, type Role } from './permit-world';

let world: PermitWorld;
const ANOTHER = '19900007777';
/** Whose phone each is; W1 and W2 are welders of E1, W4 works for E2, and W5 for nobody. */
const PHONES = {
  ownAccount: '19900000001',
  ownRecord: '19900000002',
  colleagueAccount: '19900000003',
  colleagueRecord: '19900000004',
  strangerAccount: '19900000005',
  namedRecord: '19900000006',
  namedAccount: '19900000007',
  disabledAccount: '19900000008',
};
beforeAll(async () => {
  world = await PermitWorld.open();
  const sealer = world.get(Sealer);
  for (const id of ['W4', 'W5']) await world.welder(id);
  await world.sql(`update welders set enterprise_id = case id when 'W4' then 'E2' end where id in ('W4', 'W5')`);
  await world.user('alone', { roles: ['welder'], welderId: 'W5' });
  await world.user('named', { roles: ['welder'], welderId: 'W4' });
  const account = (id: string, phone: string) =>
    world.sql('update users set phone_hash = $2 where id = $1', [id, sealer.fingerprint(PHONE_SEAL, phone)]);
  const record = (id: string, phone: string) =>
    world.sql('update welders set phone_hash = $2 where id = $1', [id, sealer.fingerprint(WELDER_PHONE, phone)]);
  await account('welderUser', PHONES.ownAccount);
  await record('W1', PHONES.ownRecord);
  await account('safety', PHONES.colleagueAccount);
  await record('W2', PHONES.colleagueRecord);
  await account('stranger', PHONES.strangerAccount);
  await record('W4', PHONES.namedRecord);
  await account('named', PHONES.namedAccount);
  await account('safety2', PHONES.disabledAccount);
  await world.sql(`update users set disabled_at = now() where id = 'safety2'`);
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.at = T0;
});

let places = 0;
/** Each at a place of its own: small jobs at one place do not go on for ever. */
const small = (change: Partial<CreatePermitRequest> = {}): Partial<CreatePermitRequest> => ({
  regime: 'small',
  place: { name: '测试车间', ...PLACE, lat: PLACE.lat + (places += 1) / 100 },
  fireWatchId: undefined,
  occupierPhone: ANOTHER,
  plannedEnd: new Date(T0 + 2 * HOUR).toISOString(),
  ...change,
});
const REFUSED = 'invalid permit.occupier-not-another';

describe('D2 S4 a small job needs two people', () => {
  it.each<[string, Role, Partial<CreatePermitRequest>, string]>([
    ['a shopkeeper without account', 'welderUser', {}, 'allowed'],
    ['the applicant’s account', 'welderUser', { occupierPhone: PHONES.ownAccount }, REFUSED],
    ['the same with +86 and blanks', 'welderUser', { occupierPhone: `+86 ${PHONES.ownAccount}` }, REFUSED],
    ['the applicant’s welder record', 'welderUser', { occupierPhone: PHONES.ownRecord }, REFUSED],
    ['a colleague’s account', 'welderUser', { occupierPhone: PHONES.colleagueAccount }, REFUSED],
    ['a colleague’s welder record', 'manager', { occupierPhone: PHONES.colleagueRecord }, REFUSED],
    ['an account that was disabled', 'manager', { occupierPhone: PHONES.disabledAccount }, REFUSED],
    ['the contact of the applicant’s enterprise', 'manager', { occupierPhone: CONTACTS['E1'] }, REFUSED],
    ['the contact of the welder’s employer', 'welderUser', { occupierPhone: CONTACTS['E1'] }, REFUSED],
    [
      'the contact of a named welder’s employer',
      'manager',
      { welderIds: ['W4'], occupierPhone: CONTACTS['E2'] },
      REFUSED,
    ],
    ['the contact of another enterprise', 'manager', { occupierPhone: CONTACTS['E2'] }, 'allowed'],
    ['a named welder’s record', 'manager', { welderIds: ['W4'], occupierPhone: PHONES.namedRecord }, REFUSED],
    ['a named welder’s account', 'manager', { welderIds: ['W4'], occupierPhone: PHONES.namedAccount }, REFUSED],
    ['a named welder’s employer', 'manager', { welderIds: ['W4'], occupierPhone: PHONES.strangerAccount }, REFUSED],
    ['an account of another enterprise', 'manager', { occupierPhone: PHONES.strangerAccount }, 'allowed'],
    ['an account of the contractor', 'manager', { contractorId: 'E2', occupierPhone: PHONES.strangerAccount }, REFUSED],
    ['the contact of the contractor', 'manager', { contractorId: 'E2', occupierPhone: CONTACTS['E2'] }, REFUSED],
    ['an official for themselves', 'regulator', { occupierPhone: PHONES.ownRecord, welderIds: ['W4'], enterpriseId: 'E1' }, 'allowed'], // prettier-ignore
  ])('%s', async (_, by, change, expected) => {
    expect(await outcome(world.creating(small(change), by))).toBe(expected);
    expect(await outcome(world.creating(small({ ...change, submit: true }), by))).toBe(expected);
  });

  it('a draft that is filled in anew is asked again', async () => {
    const { id } = await world.create(small(), 'welderUser');
    const changed = world.request(small({ occupierPhone: PHONES.ownAccount }));
    expect(await outcome(world.get(ChangeDraft).execute(world.asked('welderUser'), id, null, changed))).toBe(REFUSED);
  });

  it('whoever becomes a colleague after the draft cannot confirm: neither at submission nor with a new code', async () => {
    const { id } = await world.create(small({ occupierPhone: PHONES.strangerAccount }), 'manager');
    const sent = await world.create(small({ occupierPhone: PHONES.strangerAccount, submit: true }), 'manager');
    world.clock.at += 2 * MINUTE;
    const resend = () => outcome(world.get(ResendOccupierCode).execute(world.asked('manager'), sent.id));
    expect(await resend()).toBe('allowed');
    world.clock.at += 2 * MINUTE;
    await world.sql(`update users set enterprise_id = 'E1' where id = 'stranger'`);
    expect([await outcome(world.give('manager', id, 'submit')), await resend()]).toEqual([REFUSED, REFUSED]);
    await world.sql(`update users set enterprise_id = 'E2' where id = 'stranger'`);
    expect([await outcome(world.give('manager', id, 'submit')), await resend()]).toEqual(['allowed', 'allowed']);
  });

  it('the occupier is not added as a welder afterwards', async () => {
    const { id } = await world.create(small({ occupierPhone: PHONES.namedRecord, submit: true }), 'manager');
    await world.sql(`update permits set state = 'issued', issued_at = now() where id = $1`, [id]);
    const added = await world.give('manager', id, 'amend', { welderIds: ['W4'] });
    expect(added).toMatchObject({
      ok: false,
      refusal: { errors: [{ path: 'welderIds', code: 'permit.occupier-not-another' }] },
    });
    expect(await outcome(world.give('manager', id, 'amend', { welderIds: ['W2'] }))).toBe('allowed');
  });

  it('other regimes never ask the occupier', async () => {
    expect(await outcome(world.creating({ occupierPhone: PHONES.colleagueAccount, submit: true }))).toBe('allowed');
  });
});

describe('D2 a small job stays small', () => {
  const at = (...kinds: string[]) => ({ place: { name: '仓库', ...PLACE, kinds } });
  it.each<[string, Partial<CreatePermitRequest>, string]>([
    ['at height in a crowded place', at('crowded', 'height'), 'allowed'],
    ['in a confined space', at('height', 'confined-space'), 'invalid permit.small-not-for-place'],
    ['at sandwich panels', at('sandwich-panel'), 'invalid permit.small-not-for-place'],
    ['where a vessel held petrol', { levelAnswers: [{ code: 'flammables-held', yes: true }] }, 'invalid permit.small-not-for-answer'], // prettier-ignore
    ['on vessels', { levelAnswers: [{ code: 'vessels', yes: true }] }, 'invalid permit.small-not-for-answer'],
  ])('%s', async (_, change, expected) => {
    expect(await outcome(world.creating(small(change), 'welderUser'))).toBe(expected);
  });

  it('the refusal names the kind and the permit to ask for', async () => {
    expect(await world.creating(small(at('sandwich-panel')), 'manager')).toMatchObject({
      refusal: {
        params: { kindZh: '彩钢板或可燃保温材料建筑', regimeZh: '一般动火作业' },
        errors: [{ path: 'regime' }],
        extra: { instead: 'general' },
      },
    });
  });

  it('a draft from before is refused when it is submitted', async () => {
    const { id } = await world.create(small(), 'welderUser');
    await world.sql(`update permits set place_kinds = '{confined-space}' where id = $1`, [id]);
    expect(must(await world.creating(small(), 'welderUser')).state).toBe('draft');
    expect(await outcome(world.give('welderUser', id, 'submit'))).toBe('invalid permit.small-not-for-place');
  });
});
