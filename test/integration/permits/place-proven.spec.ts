import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { toChineseMap } from '../../../src/domain/places/chinese-map';
import { ConfirmSite } from '../../../src/modules/sites/confirm-site';
import { EnterSite } from '../../../src/modules/sites/enter-site';
import { openPermitApp } from './permit-app';
import { minutes, must, PermitWorld, PLACE, REGION, T0 } from './permit-world';

let world: PermitWorld;
let app: NestFastifyApplication;
beforeAll(async () => {
  world = await PermitWorld.open();
  app = await openPermitApp(world);
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});
/** The watcher is bound to one point at a time, so each test has the place to itself. */
beforeEach(async () => {
  world.clock.at = T0;
  await world.sql(`update permits set state = 'cancelled', watcher_id = null`);
  await mode('enforce');
});

const mode = async (position: 'enforce' | 'warn' | 'observe' | null): Promise<void> => {
  await world.sql('delete from roll_out_modes');
  if (position)
    await world.sql(
      `insert into roll_out_modes (id, region_code, topic, mode, valid_from) values ('position', $1, 'position', $2, $3)`,
      [REGION, position, new Date(T0 - minutes(60 * 24))],
    );
};

const NEAR = { ...PLACE, accuracyM: 8 };
const ONE_KM_AWAY = { lat: PLACE.lat + 0.009, lng: PLACE.lng, accuracyM: 8 };

interface Answer {
  readonly status: number;
  readonly body: {
    code?: string;
    reasons?: { code: string }[];
    state?: string;
    history?: { command: string; place: string | null }[];
  };
}
const give = async (by: string, id: string, command: string, body: object = {}): Promise<Answer> =>
  supertest(app.getHttpServer()).post(`/permits/${id}/commands/${command}`).set('x-test-user', by).send(body);
/** The state, or what is refused and why. */
const said = ({ status, body }: Answer): string =>
  status === 200 ? `200 ${body.state}` : [status, body.code, ...(body.reasons ?? []).map(({ code }) => code)].join(' ');
const placeSaid = ({ body }: Answer): unknown => body.history?.at(-1)?.place;
const codeOf = async (id: string): Promise<string> => (await world.see(id)).code;
const changing = async (by: string, id: string) =>
  supertest(app.getHttpServer()).get(`/permits/${id}/signboard-code`).set('x-test-user', by);

describe('D7 a watcher signs on at the place', () => {
  it.each([
    ['nothing', {}, '409 permit.not-ready permit.place-unproven'],
    ['a position inside', { proof: NEAR }, '200 issued'],
    ['a position beside the proof, as earlier clients send', NEAR, '200 issued'],
    ['a position without accuracy', PLACE, '200 issued'],
    ['a position exact to 100 m', { proof: { ...PLACE, accuracyM: 100 } }, '200 issued'],
    ['a position exact to 101 m', { proof: { ...PLACE, accuracyM: 101 } }, '409 permit.not-ready permit.place-unproven'],
    ['a position 1 km away that is exact to 5,000 m', { proof: { ...ONE_KM_AWAY, accuracyM: 5000 } }, '409 permit.not-ready permit.place-unproven'],
    ['F11 0,0', { proof: { lat: 0, lng: 0, accuracyM: 0 } }, '409 permit.not-ready permit.place-unproven'],
    ['a position 1 km away', { proof: ONE_KM_AWAY }, '409 permit.not-ready permit.not-on-site'],
    ['half a position', { proof: { lat: PLACE.lat } }, '409 permit.not-ready permit.place-unproven'],
  ])('%s', async (_, body, expected) => {
    const id = await world.upTo('issued');
    expect(said(await give('watcher', id, 'fire-watch-on', body))).toBe(expected);
  }); // prettier-ignore

  it.each([
    ['warn', 'unproven'],
    ['observe', 'unproven'],
    [null, 'unproven'],
  ] as const)('mode %s: without a proof it is on record as %s', async (position, expected) => {
    await mode(position);
    const id = await world.upTo('issued');
    const answer = await give('watcher', id, 'fire-watch-on');
    expect({ said: said(answer), place: placeSaid(answer) }).toEqual({ said: '200 issued', place: expected });
  });
});

describe('D7 a signboard proves the place', () => {
  const closable = async (): Promise<string> => {
    const id = await world.upTo('fire_watch');
    world.clock.at = T0 + minutes(31);
    return id;
  };
  const close = async (by: string, id: string, signboardCode: string, photo = true): Promise<Answer> =>
    give(by, id, 'close', {
      residualFire: false,
      proof: { signboardCode, ...(photo && { photoId: await world.photo(by) }) },
    });

  it('only after somebody bound it there with a good position', async () => {
    const id = await closable();
    const code = await codeOf(id);
    expect(said(await close('watcher', id, code))).toBe('409 permit.not-ready permit.signboard-not-bound');
    expect(said(await give('watcher', id, 'fire-watch-on', { proof: { ...ONE_KM_AWAY, signboardCode: code } }))).toBe(
      '409 permit.not-ready permit.not-on-site',
    );
    expect(said(await close('watcher', id, code))).toBe('409 permit.not-ready permit.signboard-not-bound');
    await give('watcher', id, 'fire-watch-on', { proof: { ...PLACE, accuracyM: 500, signboardCode: code } });
    expect(said(await close('watcher', id, code))).toBe('409 permit.not-ready permit.signboard-not-bound');
    await give('watcher', id, 'fire-watch-on', { proof: { ...NEAR, signboardCode: code } });
    expect(said(await close('watcher', id, code, false))).toBe('409 permit.not-ready permit.signboard-photo-missing');
    const closed = await close('watcher', id, code);
    expect({ said: said(closed), place: placeSaid(closed) }).toEqual({ said: '200 closed', place: 'signboard' });
  });

  it('the issuer may bind it, too', async () => {
    const id = await world.upTo('approved');
    await give('safety', id, 'issue', { proof: { ...NEAR, signboardCode: await codeOf(id) } });
    const photoId = await world.photo('watcher');
    const on = await give('watcher', id, 'fire-watch-on', { proof: { signboardCode: await codeOf(id), photoId } });
    expect({ said: said(on), place: placeSaid(on) }).toEqual({ said: '200 issued', place: 'signboard' });
  });

  it('not another permit’s, nor with an old photo', async () => {
    const other = await world.upTo('approved');
    await give('safety', other, 'issue', { proof: { ...NEAR, signboardCode: await codeOf(other) } });
    const id = await world.upTo('issued');
    const on = async (signboardCode: string, takenAt: number) =>
      said(await give('watcher', id, 'fire-watch-on', { proof: { signboardCode, photoId: await world.photo('watcher', takenAt) } })); // prettier-ignore
    expect(await on(await codeOf(other), T0)).toBe('409 permit.not-ready permit.signboard-not-of-here');
    await give('watcher', id, 'fire-watch-on', { proof: { ...NEAR, signboardCode: await codeOf(id) } });
    expect(await on(await codeOf(id), T0 - minutes(10) - 1)).toBe(
      '409 permit.not-ready permit.signboard-photo-missing',
    );
    expect(await on(await codeOf(id), T0 - minutes(10))).toBe('200 issued');
  });

  it('a position outside counts more than the board', async () => {
    const id = await world.upTo('issued');
    await give('watcher', id, 'fire-watch-on', { proof: { ...NEAR, signboardCode: await codeOf(id) } });
    const proof = { ...ONE_KM_AWAY, signboardCode: await codeOf(id), photoId: await world.photo('watcher') };
    expect(said(await give('watcher', id, 'fire-watch-on', { proof }))).toBe('409 permit.not-ready permit.not-on-site');
  });

  it('the code that changes each minute is the watcher’s on duty, and proves the place to others', async () => {
    const id = await closable();
    expect((await changing('safety', id)).status).toBe(403);
    const { code, validUntil } = (await changing('watcher', id)).body as { code: string; validUntil: string };
    expect(code).toMatch(/^[2-9A-Z]{8}$/);
    const end = Date.parse(validUntil);
    expect(said(await close('watcher', id, code))).toBe('409 permit.not-ready permit.signboard-not-of-here');
    world.clock.at = end;
    expect(said(await close('safety', id, code))).toBe('409 permit.not-ready permit.signboard-not-of-here');
    world.clock.at = end - 1;
    expect(said(await close('safety', id, code))).toBe('200 closed');
  });

  it('nobody shows a code who is not on duty', async () => {
    const id = await world.upTo('issued');
    const answer = await changing('watcher', id);
    expect({ status: answer.status, code: (answer.body as { code: string }).code }).toEqual({
      status: 409,
      code: 'permit.watch-off',
    });
  });
});

describe('D35 a watch is closed where it was kept', () => {
  const closable = async (): Promise<string> => {
    const id = await world.upTo('fire_watch');
    world.clock.at = T0 + minutes(31);
    return id;
  };
  const close = (by: string, id: string, more: object = {}) => give(by, id, 'close', { residualFire: false, ...more });

  it.each(['enforce', 'warn', 'observe', null] as const)('mode %s: never from a desk', async (position) => {
    await mode(position);
    const id = await closable();
    expect(said(await close('manager', id))).toContain('permit.close-photo-missing');
    expect(said(await close('manager', id, { proof: NEAR }))).toBe('409 permit.not-ready permit.close-photo-missing');
  });

  it.each([
    ['enforce', '409 permit.not-ready permit.place-unproven'],
    ['warn', '200 closed'],
    [null, '200 closed'],
  ] as const)('mode %s: its watcher without a proof', async (position, expected) => {
    await mode(position);
    expect(said(await close('watcher', await closable()))).toBe(expected);
  });

  it('shows how the place was proven', async () => {
    const id = await closable();
    expect(said(await close('manager', id, { photoId: await world.photo('manager') }))).toBe(
      '409 permit.not-ready permit.place-unproven',
    );
    expect(said(await close('watcher', id, { proof: ONE_KM_AWAY }))).toBe('409 permit.not-ready permit.not-on-site');
    const closed = await close('manager', id, { photoId: await world.photo('manager'), ...NEAR });
    expect({ said: said(closed), place: placeSaid(closed) }).toEqual({ said: '200 closed', place: 'position' });
  });
});

describe('D7 a visit is shown by a position or a signboard', () => {
  it.each([
    ['nothing', {}, '422 request.invalid'],
    ['an empty proof', { proof: {} }, '409 permit.not-ready permit.place-unproven'],
    ['inside, exact to 5,000 m', { ...PLACE, accuracyM: 5000 }, '409 permit.not-ready permit.place-unproven'],
    ['inside', { proof: NEAR }, '200 submitted'],
  ])('%s', async (_, body, expected) => {
    const { id } = await world.create({ regime: 'construction', level: 'third' }, 'watcher');
    await world.must('watcher', id, 'submit');
    expect(said(await give('safety', id, 'site-visit', body))).toBe(expected);
  });
});

describe('D1 D7 a place that lies beside the ground it means', () => {
  /** What the place reads as, were it taken from a Chinese map, and whoever stands there. */
  const asOnMap = (): object => ({ place: { name: '测试车间', ...toChineseMap(PLACE) } });
  const siteAt = async (trade: 'chemical' | 'manufacturing', kinds: string[] = []): Promise<void> => {
    const entering = { name: '罐区', enterpriseId: 'E2', ...PLACE, radiusM: 150, trade, kinds };
    const { id } = must(await world.get(EnterSite).execute(world.asked('regulator'), entering));
    must(await world.get(ConfirmSite).confirm(world.asked('regulator'), id, null));
  };
  afterEach(() => world.sql(`delete from sites`));

  it.each<[string, () => Promise<void>, string]>([
    ['no site there', () => Promise.resolve(), '200 issued chinese-map'],
    ['a site there that asks for nothing more', () => siteAt('manufacturing'), '409 permit.not-ready permit.not-on-site'],
    ['a chemical plant there', () => siteAt('chemical'), '409 permit.not-ready permit.not-on-site'],
    ['a crowded place there', () => siteAt('manufacturing', ['crowded']), '409 permit.not-ready permit.not-on-site'],
  ])('%s', async (_, prepare, expected) => {
    await prepare();
    const { id } = must(await world.creating(asOnMap()));
    for (const [by, command] of [['manager', 'submit'], ['safety', 'approve'], ['head', 'approve'], ['head', 'issue']] as const)
      await world.must(by, id, command);
    const answer = await give('watcher', id, 'fire-watch-on', { proof: NEAR });
    const place = answer.status === 200 ? ` ${String(placeSaid(answer))}` : '';
    expect(said(answer) + place).toBe(expected);
  }); // prettier-ignore
});
