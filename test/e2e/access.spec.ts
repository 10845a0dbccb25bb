import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '../../src/domain/people/roles';
import { holds, type Permission } from '../../src/modules/identity/permissions';
import { startApp, type TestApp } from '../support/app';
import { newSite, newUser, signIn, type Person, type Site } from '../support/site';

interface Operation {
  readonly 'x-permission': string;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}
const document = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const ROUTES = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, permission: operation['x-permission'] })),
);
const CLOSED = ROUTES.filter(({ permission }) => permission !== 'public');
/** Streams answer by staying open. */
const STREAMS = ['/api/v1/events'];
/** Ending one's own session or account would end the test. */
const SELF_ENDING = ['/api/v1/auth/logout', '/api/v1/me/password'];

/** Made from the API description: a route that is added is tried without anybody remembering to. */
describe('who may call what', () => {
  let app: TestApp;
  let site: Site;
  let foreign: Site;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    app = await startApp();
    site = await newSite(app);
    foreign = await newSite(app);
    const { admin, enterpriseId } = site;
    for (const role of ROLES.filter((one) => one !== 'admin')) {
      const official = ['regulator', 'inspector', 'tip-officer', 'grid-worker', 'technician', 'trainer'].includes(role);
      people.set(role, await newUser(app, admin, [role], official ? { regionCode: '411002' } : { enterpriseId }));
    }
  }, 120_000);
  afterAll(() => app.close());

  const call = (method: string, path: string, token?: string) => {
    const request = app.request[method as 'get' | 'post' | 'put' | 'delete'](path);
    return token === undefined ? request : request.set('authorization', `Bearer ${token}`);
  };
  const filled = (path: string): string =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'command' ? 'cancel' : foreign.machineId));

  it('knows every route of the fixed API', () => {
    expect(CLOSED.length).toBeGreaterThan(60);
  });

  it('nobody passes without a token, or with a broken one', async () => {
    for (const { method, path } of CLOSED)
      for (const token of [undefined, 'broken']) {
        const answer = await call(method, filled(path), token);
        expect({ method, path, status: answer.status }).toEqual({ method, path, status: 401 });
      }
  }, 60_000);

  it.each(ROLES.filter((role) => role !== 'admin'))(
    '%s: denied unless the table says otherwise, and never a fault',
    async (role) => {
      const person = people.get(role)!;
      for (const { method, path, permission } of CLOSED.filter(
        (one) => !STREAMS.includes(one.path) && !SELF_ENDING.includes(one.path),
      )) {
        const { status } = await call(method, filled(path), person.token);
        const mayTry = holds([role], permission as Permission);
        if (mayTry) expect({ method, path, fault: status >= 500 }).toEqual({ method, path, fault: false });
        else expect({ method, path, status }).toEqual({ method, path, status: 403 });
      }
    },
    60_000,
  );

  it('a neighbour’s rows are not there: read by id, and in lists', async () => {
    const permit = await foreign.manager.must('/permits', {
      regime: 'general',
      enterpriseId: foreign.enterpriseId,
      place: { name: '别家车间', lat: 34.12, lng: 113.82, radiusM: 100 },
      content: '焊接',
      method: '焊条电弧焊',
      plannedStart: new Date(Date.now()).toISOString(),
      plannedEnd: new Date(Date.now() + 3_600_000).toISOString(),
      welderIds: [foreign.welderId],
      machineIds: [foreign.machineId],
      fireWatchId: foreign.watcher.userId,
    });
    for (const person of [site.manager, site.safety, site.head, site.welder, people.get('regulator')!])
      for (const path of [
        `/permits/${String(permit['id'])}`,
        `/machines/${foreign.machineId}`,
        `/welders/${foreign.welderId}`,
        `/enterprises/${foreign.enterpriseId}`,
      ]) {
        const { status } = await person.get(path);
        expect({ path, hidden: [403, 404].includes(status) }).toEqual({ path, hidden: true });
      }
    for (const list of ['/permits', '/machines', '/welders', '/enterprises', '/jobs', '/violations']) {
      const body = (await site.safety.get(list)).body as { items: { enterpriseId?: string | null; id: string }[] };
      expect({
        list,
        foreign: body.items.filter((item) => [item.enterpriseId, item.id].includes(foreign.enterpriseId)),
      }).toEqual({ list, foreign: [] });
    }
  });

  it('a disabled account ends at once', async () => {
    const user = await newUser(app, site.admin, ['regulator'], { regionCode: '411003' });
    expect((await user.get('/machines')).status).toBe(200);
    await site.admin.must(`/users/${user.userId}/disable`);
    expect((await user.get('/machines')).status).toBe(401);
    await expect(signIn(app, 'admin', 'wrong-password')).rejects.toThrow('401');
  });
});
