import { ConfirmByOccupier } from '../../../src/modules/permits/occupier/confirm-by-occupier';
import { CopyPermit } from '../../../src/modules/permits/draft/copy-permit';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { SignaturesDue } from '../../../src/modules/permits/people/signatures-due.view';
import { DAY, HOUR } from '../../../src/kernel/time';
import { must, outcome, PermitWorld, PLACE, T0, type Role } from './permit-world';

let world: PermitWorld;
beforeAll(async () => {
  world = await PermitWorld.open();
});
afterAll(() => world?.close());
/** Half past ten in the evening: such places are closed. */
const CLOSED = T0 + 12.5 * HOUR;
beforeEach(async () => {
  await world.sql('delete from text_counts'); // each test is a day of its own
  world.clock.at = CLOSED;
});

const PHONE = '19900007777';
let places = 0;
/** Far from every other. */
const elsewhere = () => ({ lat: PLACE.lat + (places += 1) / 100, lng: PLACE.lng });
const small = (kinds: string[], more: Partial<CreatePermitRequest> = {}): Partial<CreatePermitRequest> => ({
  regime: 'small',
  fireWatchId: undefined,
  occupierPhone: PHONE,
  submit: true,
  plannedStart: new Date(world.clock.at).toISOString(),
  plannedEnd: new Date(world.clock.at + 2 * HOUR).toISOString(),
  place: { name: '王记面馆', ...elsewhere(), kinds },
  ...more,
});
const declare = (kinds: string[], by: Role = 'welderUser', more: Partial<CreatePermitRequest> = {}) =>
  world.create(small(kinds, more), by);
const lastKey = (): string => /\/o\/[^/]+\/(\S+?)[\s。]/.exec(world.messages.sent.at(-1)?.text ?? '')?.[1] ?? '';
const occupier = () => world.get(ConfirmByOccupier);
const at = ({ lat, lng }: { lat: number; lng: number }) => ({ lat, lng, accuracyM: 10 });

describe('D23 a live-in noodle shop: its occupier and the grid worker confirm on the spot', () => {
  it('on the spot: without a position, or a kilometre away, the occupier learns where to confirm', async () => {
    const { id, place } = await declare(['live-in-business']);
    const confirm = (more: object) => occupier().execute(id, { code: world.lastCode(), watches: true, ...more });
    const refusal = (code: string) => ({ ok: false, refusal: { extra: { reasons: [{ code }] } } });
    expect(await confirm({})).toMatchObject(refusal('permit.occupier-place-unproven'));
    expect(await confirm({ ...at(place), accuracyM: 101 })).toMatchObject(refusal('permit.occupier-place-unproven'));
    expect(await confirm({ ...at(place), lat: place.lat + 0.01 })).toMatchObject(refusal('permit.not-on-site'));
    expect((await world.see(id)).occupierConfirmedAt).toBeNull();
    expect(must(await occupier().look(id, lastKey()))).toMatchObject({ onTheSpot: true });
    expect(must(await confirm(at(place)))).toMatchObject({ confirmed: true });
  });

  it('another small job is confirmed from anywhere', async () => {
    const { id } = await declare([]);
    expect(must(await occupier().look(id, lastKey()))).toMatchObject({ onTheSpot: false });
    expect(must(await occupier().execute(id, { key: lastKey() }))).toMatchObject({ state: 'issued' });
  });

  it('the whole way', async () => {
    const declared = await declare(['small-venue', 'live-in-business']);
    expect(declared).toMatchObject({ level: 'raised', state: 'submitted', watchMinutes: 60 });
    expect(declared.measures.map(({ code }) => code)).toContain('sleepers-out');
    const { id, place } = declared;
    const due = () => world.get(SignaturesDue).of(world.asked('grid'));
    expect(await due()).not.toContain(id);
    const silent = await occupier().execute(id, { code: world.lastCode(), ...at(place) });
    expect(silent).toMatchObject({ ok: false, refusal: { extra: { reasons: [{ code: 'permit.occupier-must-watch' }] } } });
    const agreed = must(await occupier().execute(id, { code: world.lastCode(), watches: true, ...at(place) }));
    expect(agreed).toMatchObject({ state: 'submitted', confirmed: true, mustWatch: true, watchMinutes: 60 });
    expect(await due()).toContain(id);
    expect((await world.see(id, 'grid')).commands).toEqual(expect.arrayContaining(['site-visit', 'return', 'reject']));
    expect(await outcome(world.give('grid', id, 'approve'))).toBe('conflict permit.not-ready');
    const far = { lat: place.lat + 0.05, lng: place.lng, accuracyM: 10 };
    expect(await outcome(world.give('grid', id, 'site-visit', far))).toBe('conflict permit.not-ready');
    await world.must('grid', id, 'site-visit', { lat: place.lat, lng: place.lng, accuracyM: 10 });
    expect(await world.must('grid', id, 'approve')).toMatchObject({ state: 'issued' });
    expect(await due()).not.toContain(id);
  }); // prettier-ignore

  it('what the grid worker sends back is confirmed anew by the occupier', async () => {
    const { id, place } = await declare(['crowded']);
    must(await occupier().execute(id, { code: world.lastCode(), watches: true, ...at(place) }));
    expect(await world.must('grid', id, 'return', { reason: '没有灭火器' })).toMatchObject({ state: 'returned' });
    expect(await world.must('welderUser', id, 'submit')).toMatchObject({ occupierConfirmedAt: null });
    must(await occupier().execute(id, { code: world.lastCode(), watches: true, ...at(place) }));
  });

  it('a place without any grid worker says whom to ask', async () => {
    await world.sql(`update users set disabled_at = now() where id = 'grid'`);
    const refused = await world.creating(small(['crowded']), 'welderUser');
    await world.sql(`update users set disabled_at = null where id = 'grid'`);
    expect(refused).toMatchObject({ refusal: { code: 'permit.official-missing' } });
  });
});

describe('S2 screens 10: the occupier’s link stands in the text message alone', () => {
  it('shows the job with the family name of the welder, and confirms it', async () => {
    const { id } = await declare([]);
    const [{ text } = { text: '' }] = world.messages.sent.slice(-1);
    expect(text).not.toContain('王记面馆');
    expect(text).not.toContain('焊接支架');
    expect(must(await occupier().look(id, lastKey()))).toMatchObject({
      placeName: '王记面馆',
      content: '焊接支架',
      welders: ['测*****'],
      mustWatch: false,
      confirmed: false,
    });
    expect(must(await occupier().execute(id, { key: lastKey() }))).toMatchObject({ state: 'issued', confirmed: true });
    expect((await world.see(id)).history.at(-1)).toMatchObject({ command: 'occupier-confirmation' });
  });

  it('opens nothing with another key, another job’s key, or an old one', async () => {
    const other = await declare([]);
    const othersKey = lastKey();
    const { id } = await declare([]);
    const own = lastKey();
    expect(own).not.toBe(othersKey);
    for (const key of [othersKey, '', `${own}x`, own.slice(1)]) {
      expect(await outcome(occupier().look(id, key))).toBe('not-found permit.occupier-key-wrong');
      expect(await outcome(occupier().execute(id, { key }))).toBe('not-found permit.occupier-key-wrong');
    }
    expect(JSON.stringify(await world.see(id, 'welderUser'))).not.toContain(own);
    expect(await outcome(occupier().execute(id, {}))).toBe('invalid permit.occupier-proof-missing');
    expect(await outcome(occupier().execute(other.id, { key: othersKey }))).toBe('allowed');
  });
});

describe('ways around, closed', () => {
  it('the third small job at a place within a week is no small job, whoever declares it', async () => {
    const place = { name: '七一路 88 号', ...elsewhere() };
    const near = { name: '七一路 90 号', lat: place.lat + 45 / 111_195, lng: place.lng };
    const beside = { name: '七一路 99 号', lat: place.lat + 60 / 111_195, lng: place.lng };
    const asked = (where: typeof place, by: Role = 'welderUser', more: Partial<CreatePermitRequest> = {}) =>
      outcome(world.creating(small([], { place: where, ...more }), by));
    expect([await asked(place), await asked(near, 'manager')]).toEqual(['allowed', 'allowed']);
    expect(await asked(place)).toBe('invalid permit.small-again');
    expect(await asked(near, 'manager')).toBe('invalid permit.small-again');
    expect(await asked(beside, 'manager', { welderIds: ['W2'], occupierPhone: '19900007700' })).toBe('allowed');
    world.clock.at = CLOSED + 7 * DAY;
    expect(await asked(place)).toBe('allowed');
  }); // prettier-ignore

  it('five small jobs around one shop: moved pins do not help, an honest neighbour is not refused', async () => {
    const shop = { name: '七一路 288 号', ...elsewhere() };
    const moved = (north: number, radiusM = 100) => ({ ...shop, lat: shop.lat + north / 111_195, radiusM });
    const asked = (place: ReturnType<typeof moved>, more: Partial<CreatePermitRequest>, by: Role = 'welderUser') =>
      outcome(world.creating(small([], { place, ...more }), by));
    expect([await asked(moved(0), {}), await asked(moved(86), {})]).toEqual(['allowed', 'allowed']);
    // the same welder and applicant with the phones of friends; the same phone with another welder and applicant
    for (const north of [-86, 172, -89])
      expect(await asked(moved(north), { occupierPhone: '19900007701' })).toBe('invalid permit.small-again');
    expect(await asked(moved(-86), { welderIds: ['W2'] }, 'manager')).toBe('invalid permit.small-again');
    expect(await asked(moved(-60), { welderIds: ['W2'], occupierPhone: '19900007702' }, 'manager')).toBe('allowed');
    // so tight that no spot proves it and one of the others
    expect(await asked(moved(250, 50), { occupierPhone: '19900007703' })).toBe('allowed');
  });

  it('whoever declares all of them is no official because their firm lies somewhere', async () => {
    await world.sql(`update users set region_code = '411003' where enterprise_id = 'E1'`); // as accounts are registered
    const shop = { name: '七一路 388 号', ...elsewhere() };
    const asked = (north: number, welder: string, occupierPhone: string) =>
      outcome(
        world.creating(
          small([], { place: { ...shop, lat: shop.lat + north / 111_195 }, welderIds: [welder], occupierPhone }),
          'manager',
        ),
      );
    expect([await asked(0, 'W1', '19900007711'), await asked(86, 'W1', '19900007712')]).toEqual(['allowed', 'allowed']);
    expect(await asked(-60, 'W2', '19900007713')).toBe('invalid permit.small-again');
    await world.sql(`update users set region_code = null where enterprise_id = 'E1'`);
  });

  it('what was called off or never worked does not count', async () => {
    const place = { name: '七一路 188 号', ...elsewhere() };
    const again = () => world.create(small([], { place }), 'welderUser');
    for (let n = 0; n < 3; n += 1) await world.must('welderUser', (await again()).id, 'cancel', { reason: '不做了' });
    await again();
    await again();
    expect(await outcome(world.creating(small([], { place }), 'welderUser'))).toBe('invalid permit.small-again');
    world.clock.at = CLOSED + 3 * HOUR;
    expect(await outcome(world.creating(small([], { place }), 'welderUser'))).toBe('allowed');
  });

  it('a phone that confirms at a third place is told to the grid worker', async () => {
    const confirmed = async (phone: string): Promise<string> => {
      const { id } = await declare([], 'welderUser', { occupierPhone: phone });
      must(await occupier().execute(id, { code: world.lastCode() }));
      return id;
    };
    const ids = [await confirmed('19900006666'), await confirmed('19900006666'), await confirmed('19900006666')];
    const told = await Promise.all(ids.map((id) => world.events('permit.occupier-often', id)));
    expect(told.map((events) => events.length)).toEqual([0, 0, 1]);
    expect(told[2]).toMatchObject([{ user_ids: ['grid'] }]);
    const [stored] = await world.sql(`select data from outbox where type = 'permit.occupier-often'`);
    expect(JSON.stringify(stored)).not.toContain('19900006666');
  });
});

describe('screens 11 a place set by hand', () => {
  it('is kept and shown as such, also in a copy', async () => {
    const place = { name: '地下车库', ...elsewhere(), source: 'by-hand' as const };
    const { id, ...made } = await world.create(small([], { place }), 'welderUser');
    expect(made.place.source).toBe('by-hand');
    const copied = must(await world.get(CopyPermit).execute(world.asked('welderUser'), id, {}));
    expect(copied.place.source).toBe('by-hand');
    expect((await declare([])).place.source).toBe('measured');
  });
});
