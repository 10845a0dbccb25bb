import { startApp, type TestApp } from '../../support/app';
import { newUser, signIn, type Person } from '../../support/site';

let app: TestApp;
let regulator: Person;
let inspector: Person;
beforeAll(async () => {
  app = await startApp();
  const admin = await signIn(app, 'admin', app.adminPassword);
  regulator = await newUser(app, admin, ['regulator'], { regionCode: '411003' });
  inspector = await newUser(app, admin, ['inspector'], { regionCode: '411003' });
}, 120_000);
afterAll(() => app?.close());

const rule = {
  key: 'permit.fire-watch-minutes',
  regime: 'small',
  validFrom: '2031-01-01',
  value: { base: 60 },
  source: '某县应急管理局通知',
  certainty: 'A',
};

describe('D32 over HTTP', () => {
  it('a regulator previews, plans and withdraws a stricter value', async () => {
    const preview = await regulator.post('/rules/preview', rule).expect(200);
    expect(preview.body).toMatchObject({ before: { setBy: null }, openPermits: 0 });
    const { body } = await regulator.post('/rules', rule).expect(201);
    expect(body).toMatchObject({ regionCode: '411003', setBy: '411003', value: { base: 60 } });
    await app.request
      .delete(`/api/v1/rules/versions/${String(body.id)}`)
      .set('authorization', `Bearer ${regulator.token}`)
      .expect(200);
  });

  it('a looser one is refused in words that say what to do', async () => {
    const { body } = await regulator.post('/rules', { ...rule, value: { base: 10 } }).expect(422);
    expect(body).toMatchObject({ code: 'rule.looser', errors: [{ path: 'value', code: 'rule.looser' }] });
    expect(body.detail).toContain('只能定得更严');
  });

  it('a holiday table stays the administrator’s, and an inspector plans nothing', async () => {
    await app.request
      .put('/api/v1/calendar/2031')
      .set('authorization', `Bearer ${regulator.token}`)
      .send({ source: '测试', days: [] })
      .expect(403);
    await inspector.post('/rules', rule).expect(403);
    await inspector.post('/rules/preview', rule).expect(403);
  });
});
