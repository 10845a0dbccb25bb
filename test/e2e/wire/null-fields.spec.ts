import { startApp, type TestApp } from '../../support/app';
import { newSite, type Site } from '../../support/site';

describe('a field that may be left out', () => {
  let app: TestApp;
  let site: Site;

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
  }, 120_000);
  afterAll(() => app.close());

  const told = ({ status, body }: { status: number; body: unknown }): string =>
    `${status} ${(body as { errors?: { code: string }[] }).errors?.[0]?.code ?? ''}`;

  it('is left out where it is null', async () => {
    const name = `null-${Date.now()}`;
    const login = (body: object) => app.request.post('/api/v1/auth/login').send(body);
    expect((await login({ username: 'admin', password: null })).status).toBe(422);
    expect((await login({ username: 'admin', phone: null, password: null, code: null })).status).toBe(422);
    const user = { username: name, name, roles: ['inspector'], regionCode: '411003', password: 'Kupfer-Rohr-991' };
    expect(told(await site.admin.post('/users', { ...user, password: null }))).toBe('422 user.no-way-in'); // prettier-ignore
    expect(told(await site.admin.post('/users', { ...user, roles: ['safety-officer'], enterpriseId: null }))).toBe('422 user.enterprise-required'); // prettier-ignore
    expect((await site.admin.post('/users', { ...user, phone: null, enterpriseId: null, welderId: null })).status).toBe(201); // prettier-ignore
    const question = { machineCode: site.machineCode, permitId: null, welderCode: null, outlet: null, photoId: null };
    expect((await site.welder.post('/authorizations', { ...question, lat: null, lng: null, accuracyM: null })).status).toBe(200); // prettier-ignore
    const record = { kind: 'uncertified', welderCode: site.welderCode, machineCode: null, foundCode: null, dueOn: undefined }; // prettier-ignore
    const recorded = await site.admin.post('/violations', { ...record, description: null, photoIds: null, foundAt: null }); // prettier-ignore
    expect([recorded.status, recorded.body]).toEqual([201, expect.anything()]);
    const { id } = recorded.body as { id: string };
    const assign = { enterpriseId: site.enterpriseId, userId: null, dueOn: null, dueAt: null };
    const assigned = await site.admin.post(`/violations/${id}/commands/assign`, assign);
    expect([assigned.status, assigned.body]).toEqual([200, expect.anything()]);
  });
});
