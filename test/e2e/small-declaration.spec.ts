import { startApp, type TestApp } from '../support/app';
import { newWelder, POINT, signIn } from '../support/site';
import { inventedPhone } from '../support/people';

describe('a gas set and a shop: the small declaration', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  }, 60_000);
  afterAll(() => app.close());

  it('takes a self-employed welder at most six requests, without credit code, chip or password for the occupier', async () => {
    const admin = await signIn(app, 'admin', app.adminPassword);
    const welder = await newWelder(app, admin);
    const machine = await admin.must('/machines', {
      model: 'QG-30',
      process: 'GAS',
      ownerWelderId: welder.id,
      regionCode: '411003',
    });
    expect(machine['control']).toBe('code-only');
    const photo = await app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${welder.person.token}`)
      .attach('file', await app.photo(), 'site.jpg');
    const occupier = inventedPhone(7777);

    let requests = 0;
    const step = async <T>(call: PromiseLike<{ status: number; body: unknown }>): Promise<T> => {
      requests += 1;
      const answer = await call;
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
      return answer.body as T;
    };
    const permit = await step<{ id: string; state: string; measures: { code: string }[] }>(
      welder.person.post('/permits', {
        regime: 'small',
        place: { name: '测试小店', ...POINT, radiusM: 50 },
        content: '焊接货架',
        method: '气焊',
        plannedStart: new Date().toISOString(),
        plannedEnd: new Date(Date.now() + 2 * 3_600_000).toISOString(),
        welderIds: [welder.id],
        machineIds: [],
        occupierPhone: occupier,
        submit: true,
      }),
    );
    expect(permit.state).toBe('submitted');
    const code = app.lastTextTo(occupier).match(/\d{6}/)?.[0];
    const confirmed = await step<{ state: string }>(
      app.request.post(`/api/v1/permits/${permit.id}/occupier-confirmation`).send({ code }),
    );
    expect(confirmed.state).toBe('issued');
    const measured = await step<{ measures: { confirmed: boolean; confirmedBy: string }[] }>(
      welder.person.command(permit.id, 'measures', {
        items: permit.measures.map(({ code: measure }) => ({ code: measure, confirmed: true })),
      }),
    );
    expect(measured.measures.every((one) => one.confirmed && one.confirmedBy.startsWith('测试'))).toBe(true);
    const job = await step<{ id: string; state: string }>(
      welder.person.post('/jobs', {
        machineCode: machine['code'],
        permitId: permit.id,
        photoId: (photo.body as { id: string }).id,
        ...POINT,
        accuracyM: 15,
      }),
    );
    expect(job.state).toBe('running');
    const done = await step<{ state: string }>(welder.person.post(`/jobs/${job.id}/finish`));
    expect(done.state).toBe('finished');
    expect(requests).toBeLessThanOrEqual(6);
  });
});
