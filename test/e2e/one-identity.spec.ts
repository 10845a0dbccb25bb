import { startApp, type TestApp } from '../support/app';
import { inventedIdNumber, inventedPhone } from '../support/people';
import { newWelder, PASSWORD, signIn, type Person } from '../support/site';

const fullWidth = (text: string): string =>
  [...text].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('');

/** An invented number that ends in X: the sign that is written in most ways. */
const endsInX = (from: number): string => {
  for (let n = from; ; n += 1) if (inventedIdNumber(n).endsWith('X')) return inventedIdNumber(n);
};

describe('C22 one identity has one account', () => {
  let app: TestApp;
  let admin: Person;
  beforeAll(async () => {
    app = await startApp();
    admin = await signIn(app, 'admin', app.adminPassword);
  }, 120_000);
  afterAll(() => app?.close());

  let serial = 0;
  const user = (more: object) => {
    serial += 1;
    return admin.post('/users', {
      username: `second${serial}`,
      password: PASSWORD,
      name: '测试',
      roles: ['welder'],
      ...more,
    });
  };

  it('a welder who has an account gets no second one, also while the first is disabled', async () => {
    const welder = await newWelder(app, admin);
    for (const roles of [['welder'], ['fire-watcher'], ['safety-officer', 'welder']])
      expect(await user({ welderId: welder.id, roles: roles.filter((one) => one !== 'safety-officer') })).toMatchObject(
        {
          status: 409,
          body: { code: 'user.welder-taken' },
        },
      );
    await app.sql('update users set disabled_at = now() where id = $1', [welder.person.userId]);
    expect(await user({ welderId: welder.id })).toMatchObject({ status: 409, body: { code: 'user.welder-taken' } });
  });

  it('ten who register an account for one welder at once: one', async () => {
    const made = await admin.must('/welders', {
      name: '测试焊工',
      idNumber: inventedIdNumber(901),
      phone: inventedPhone(901),
      regionCode: '411003',
    });
    const answers = await Promise.all(Array.from({ length: 10 }, () => user({ welderId: made['id'] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('one identity number is one welder, however it is written', async () => {
    const idNumber = endsInX(1_000);
    const welder = (written: string, phone = inventedPhone(902)) =>
      admin.post('/welders', { name: '测试焊工', idNumber: written, phone, regionCode: '411003' });
    const first = await welder(idNumber);
    expect(first.status).toBe(201);
    const { id } = first.body as { id: string };
    for (const written of [
      idNumber.toLowerCase(),
      ` ${idNumber.slice(0, 6)} ${idNumber.slice(6)} `,
      fullWidth(idNumber),
      fullWidth(idNumber.toLowerCase()),
      `${idNumber.slice(0, 9)}\u200b${idNumber.slice(9)}`,
      `${idNumber.slice(0, 9)}\u3000${idNumber.slice(9)}`,
    ])
      expect(await welder(written, inventedPhone(903))).toMatchObject({
        status: 409,
        body: { code: 'welder.exists', id },
      });
  });
});
