import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { ConfirmSite } from '../../../src/modules/sites/confirm-site';
import { EnterSite } from '../../../src/modules/sites/enter-site';
import type { EnterSiteRequest } from '../../../src/modules/sites/site.dto';
import { allNo } from '../../support/answers';
import { openPermitApp } from './permit-app';
import { must, PermitWorld, T0 } from './permit-world';

let world: PermitWorld;
let app: NestFastifyApplication;
let east = 113.7;
beforeAll(async () => {
  world = await PermitWorld.open();
  app = await openPermitApp(world);
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});
beforeEach(() => {
  world.clock.at = T0;
  east += 0.02; // each test has a place of its own
});

type Body = Record<string, unknown>;
interface Shown extends Body {
  readonly id: string;
  readonly place: { name: string; lat: number; lng: number; radiusM: number; kinds: string[]; kindsOfSites: string[] };
  readonly plannedStart: string;
  readonly plannedEnd: string;
}
interface Problem {
  readonly code: string;
  readonly errors?: { path: string; code: string }[];
}

const iso = (at: number): string => new Date(at).toISOString();
const here = (metresNorth = 0) => ({ lat: 34 + metresNorth / 111_195, lng: east });
const draft = (change: Body = {}): Body => ({ ...world.request(), ...change });
const send = (method: 'post' | 'put', by: string, path: string, body: Body = {}) =>
  supertest(app.getHttpServer())[method](path).set('x-test-user', by).send(body);
const ask = async (change: Body, by = 'manager'): Promise<Shown> =>
  (await send('post', by, '/permits', draft(change)).expect(201)).body as Shown;
const see = async (id: string, by = 'manager'): Promise<Shown> =>
  (await supertest(app.getHttpServer()).get(`/permits/${id}`).set('x-test-user', by).expect(200)).body as Shown;
const refusal = async (change: Body, by = 'manager'): Promise<string[]> => {
  const answer = await send('post', by, '/permits', draft(change)).expect(422);
  return (answer.body as Problem).errors?.map(({ path, code }) => `${path} ${code}`) ?? [];
};

describe('a permit at a site names it by its id', () => {
  const enter = async (change: Partial<EnterSiteRequest> = {}): Promise<string> =>
    must(
      await world.get(EnterSite).execute(world.asked('regulator'), {
        name: '场所甲', enterpriseId: 'E1', trade: 'manufacturing', kinds: ['crowded'], ...here(), radiusM: 60, ...change,
      }),
    ).id; // prettier-ignore
  const confirmed = async (change: Partial<EnterSiteRequest> = {}): Promise<string> => {
    const id = await enter(change);
    return must(await world.get(ConfirmSite).confirm(world.asked('regulator'), id, null)).id;
  };
  const answers = allNo('general', ['crowded']);

  it('and needs no place: name, point, radius and kinds are the site’s', async () => {
    const siteId = await confirmed();
    const permit = await ask({ siteId, place: undefined, answers });
    expect(permit.place).toMatchObject({ name: '场所甲', ...here(), radiusM: 60, kinds: ['crowded'] });
    expect(permit).toMatchObject({ siteId });
    expect(await see(permit.id)).toMatchObject({ siteId, place: { name: '场所甲' } });
  });

  it('its opening hours hold', async () => {
    const siteId = await confirmed({ openingHours: { from: '07:00', to: '23:00' } });
    const { id } = await ask({ siteId, place: undefined, answers });
    const answer = await send('post', 'manager', `/permits/${id}/commands/submit`).expect(422);
    expect((answer.body as Problem).code).toBe('permit.open-all-along');
  });

  it('with an outline that bends around its middle: a point of the site all the same', async () => {
    const [lat, lng] = [34, east];
    const outline = [
      [lng, lat], [lng + 0.004, lat], [lng + 0.004, lat + 0.0005], [lng + 0.0005, lat + 0.0005], [lng + 0.0005, lat + 0.004], [lng, lat + 0.004], [lng, lat],
    ] as [number, number][]; // prettier-ignore
    const siteId = await confirmed({ outline, lat: undefined, lng: undefined, radiusM: undefined, kinds: [] });
    const permit = await ask({ siteId, place: undefined });
    expect((permit as unknown as { place: { sites: { id: string }[] } }).place.sites).toMatchObject([{ id: siteId }]);
  });

  it('a place that is given touches the site', async () => {
    const siteId = await confirmed({ kinds: [] });
    const place = (north: number) => ({ name: '作业点', radiusM: 50, ...here(north) });
    expect((await ask({ siteId, place: place(109) })).place.name).toBe('作业点');
    expect(await refusal({ siteId, place: place(112) })).toEqual(['siteId permit.site-elsewhere']);
  });

  it('its kinds cannot be left out, though nobody confirmed it and another enterprise works there', async () => {
    const siteId = await enter({ enterpriseId: 'E2' });
    const place = { name: '作业点', radiusM: 50, ...here(), kinds: [] };
    const permit = await ask({ siteId, place, answers, enterpriseId: 'E1' }, 'regulator');
    expect(permit.place.kinds).toEqual(['crowded']);
  });

  it('never loosens: the other site at the place binds as before', async () => {
    const siteId = await confirmed({ kinds: [] });
    await confirmed({ name: '化工厂', enterpriseId: 'E2', trade: 'chemical', kinds: [], ...here(100) });
    const answer = await send('post', 'manager', '/permits', draft({ siteId, place: undefined })).expect(422);
    expect((answer.body as Problem).code).toBe('permit.regime-below-site');
  });

  it.each<[string, () => Promise<string>]>([
    ['that nobody knows', () => Promise.resolve('nowhere')],
    ['of another enterprise that nobody confirmed', () => enter({ enterpriseId: 'E2' })],
    [
      'that is withdrawn',
      async () => {
        const id = await confirmed();
        await world.sql(
          `update sites set state = 'withdrawn', withdrawn_by = 'regulator', withdrawn_at = now(), withdrawn_because = '停业' where id = $1`,
          [id],
        );
        return id;
      },
    ],
  ])('not a site %s', async (_, site) => {
    expect(await refusal({ siteId: await site(), place: undefined })).toEqual(['siteId permit.site-unknown']);
  });

  it('a confirmed site of another enterprise may be named, for everybody sees it', async () => {
    const siteId = await confirmed({ enterpriseId: 'E2', kinds: [] });
    const permit = await ask({ siteId, place: undefined, enterpriseId: 'E2', contractorId: 'E1' });
    expect(permit).toMatchObject({ siteId, enterpriseId: 'E2' });
  });

  it('neither place nor site: the place is missing', async () => {
    expect(await refusal({ place: undefined })).toEqual(['place field.required']);
  });

  it('a draft is changed in the same way', async () => {
    const siteId = await confirmed({ kinds: [] });
    const { id } = await ask({});
    const changed = await send('put', 'manager', `/permits/${id}`, draft({ siteId, place: undefined })).expect(200);
    expect(changed.body).toMatchObject({ siteId, place: { name: '场所甲' } });
    await send('put', 'manager', `/permits/${id}`, draft({ siteId: 'nowhere' })).expect(422);
    const without = await send('put', 'manager', `/permits/${id}`, draft()).expect(200);
    expect(without.body).toMatchObject({ siteId: null });
  });
});

describe('who watches is said in one of two ways', () => {
  const small = { regime: 'small', fireWatchId: undefined, occupierPhone: '19900007777', answers: allNo('small') };
  const shortly = { plannedEnd: iso(T0 + 2 * HOUR) };

  it('a user by id', async () => {
    const permit = await ask({ fireWatchId: undefined, watcher: { userId: 'watcher' } });
    expect(permit).toMatchObject({ fireWatch: { id: 'watcher' } });
  });

  it('the occupier of a small job', async () => {
    const permit = await ask({ ...small, ...shortly, watcher: { occupier: true } }, 'welderUser');
    expect(permit).toMatchObject({ fireWatch: null });
  });

  it('a draft is changed in the same way', async () => {
    const { id } = await ask({});
    const change = draft({ fireWatchId: undefined, watcher: { userId: 'watcher2' } });
    const changed = await send('put', 'manager', `/permits/${id}`, change).expect(200);
    expect(changed.body).toMatchObject({ fireWatch: { id: 'watcher2' } });
  });

  it.each<[string, Body, string]>([
    ['both ways at once', { watcher: { userId: 'watcher' } }, 'watcher permit.watcher-named-twice'],
    ['a user and the occupier', { ...small, ...shortly, watcher: { userId: 'watcher', occupier: true } }, 'watcher permit.watcher-named-twice'],
    ['nobody', { fireWatchId: undefined, watcher: {} }, 'watcher.userId field.required'],
    ['not the occupier', { fireWatchId: undefined, watcher: { occupier: false } }, 'watcher.occupier field.choice'],
    ['a stranger', { fireWatchId: undefined, watcher: { userId: 'nobody' } }, 'watcher.userId permit.watcher-unknown'],
    ['a stranger by the other name', { fireWatchId: 'nobody' }, 'fireWatchId permit.watcher-unknown'],
    ['an occupier where a watcher has to be named', { fireWatchId: undefined, watcher: { occupier: true } }, 'watcher.occupier permit.occupier-may-not-watch'],
  ])('not %s', async (_, change, expected) => {
    expect(await refusal(change)).toEqual([expected]);
  }); // prettier-ignore

  it('not somebody who cannot sign in any more', async () => {
    await world.sql(`update users set disabled_at = now() where id = 'watcher2'`);
    const refused = await refusal({ fireWatchId: 'watcher2' });
    await world.sql(`update users set disabled_at = null where id = 'watcher2'`);
    expect(refused).toEqual(['fireWatchId permit.watcher-unknown']);
  });
});

describe('F6 a start that is left out is now, by the platform’s clock', () => {
  const fromNow = { plannedStart: undefined };

  it('at once where the permit is submitted with it', async () => {
    const permit = await ask({ ...fromNow, submit: true });
    expect([permit.plannedStart, permit.plannedEnd]).toEqual([iso(T0), iso(T0 + 4 * HOUR)]);
  });

  it('at submission where it waited as a draft, and until then the page says from now', async () => {
    const { id } = await ask(fromNow);
    world.clock.at = T0 + 30 * MINUTE;
    expect(await see(id)).toMatchObject({ startsNow: true, plannedStart: iso(T0 + 30 * MINUTE) });
    await send('post', 'manager', `/permits/${id}/commands/submit`).expect(200);
    world.clock.at = T0 + 40 * MINUTE;
    expect(await see(id)).toMatchObject({ plannedStart: iso(T0 + 30 * MINUTE), plannedEnd: iso(T0 + 4 * HOUR) });
  });

  it('for so many minutes, wherever the phone’s clock stands', async () => {
    const { id } = await ask({ ...fromNow, plannedEnd: undefined, minutes: 90 });
    world.clock.at = T0 + 30 * MINUTE;
    await send('post', 'manager', `/permits/${id}/commands/submit`).expect(200);
    expect(await see(id)).toMatchObject({ plannedStart: iso(T0 + 30 * MINUTE), plannedEnd: iso(T0 + 120 * MINUTE) });
  });

  it('anew where it was sent back', async () => {
    const { id } = await ask({ ...fromNow, submit: true });
    await send('post', 'safety', `/permits/${id}/commands/return`, { reason: '请补充' }).expect(200);
    world.clock.at = T0 + HOUR;
    await send('post', 'manager', `/permits/${id}/commands/submit`).expect(200);
    expect((await see(id)).plannedStart).toBe(iso(T0 + HOUR));
  });

  it('a draft that is changed to a fixed time keeps that time', async () => {
    const { id } = await ask(fromNow);
    await send('put', 'manager', `/permits/${id}`, draft({ plannedStart: iso(T0 + HOUR) })).expect(200);
    await send('post', 'manager', `/permits/${id}/commands/submit`).expect(200);
    expect((await see(id)).plannedStart).toBe(iso(T0 + HOUR));
  });

  it('a copy without a time, too', async () => {
    const { id } = await ask({ plannedEnd: iso(T0 + 2 * HOUR) });
    const copied = (await send('post', 'manager', `/permits/${id}/copy`).expect(201)).body as Shown;
    world.clock.at = T0 + HOUR;
    await send('post', 'manager', `/permits/${copied.id}/commands/submit`).expect(200);
    expect(await see(copied.id)).toMatchObject({ plannedStart: iso(T0 + HOUR), plannedEnd: iso(T0 + 3 * HOUR) });
  });

  it.each<[string, Body, string[]]>([
    ['ten minutes ago', { plannedStart: iso(T0 - 10 * MINUTE) }, []],
    ['a millisecond more', { plannedStart: iso(T0 - 10 * MINUTE - 1) }, ['plannedStart permit.start-past']],
    ['an end and a length', { ...fromNow, minutes: 60 }, ['minutes permit.end-and-length']],
    ['neither end nor length', { plannedEnd: undefined }, ['plannedEnd field.required']],
    ['an end before now', { ...fromNow, plannedEnd: iso(T0) }, ['plannedEnd permit.times-reversed']],
    ['longer than the regime allows', { ...fromNow, plannedEnd: undefined, minutes: 481 }, ['minutes permit.too-long']],
  ])('%s', async (_, change, expected) => {
    const answer = await send('post', 'manager', '/permits', draft(change));
    expect([answer.status, (answer.body as Problem).errors?.map(({ path, code }) => `${path} ${code}`) ?? []]).toEqual([
      expected.length === 0 ? 201 : 422,
      expected,
    ]);
  }); // prettier-ignore
});

describe('what is wrong is blamed on the field as the caller wrote it', () => {
  it.each<[string, Body, string[]]>([
    ['an unknown question', { answers: { ...allNo('general'), 'on-the-moon': 'yes' } }, ['answers.on-the-moon permit.question-unknown']],
    ['two of them', { answers: { ...allNo('general'), moon: 'yes', mars: 'no' } }, ['answers.moon permit.question-unknown', 'answers.mars permit.question-unknown']],
    ['one in the list', { answers: allNo('general'), levelAnswers: [{ code: 'moon', yes: true }] }, ['levelAnswers.0 permit.question-unknown']],
    ['an unknown level', { level: 'moon' }, ['level permit.level-unknown']],
  ])('%s', async (_, change, expected) => {
    expect(await refusal(change)).toEqual(expected);
  }); // prettier-ignore
});
