import { allNo } from './answers';
import type { TestApp } from './app';
import { inventedChip, inventedIdNumber, inventedPhone } from './people';

/** A place in the demo county; WGS-84. */
export const POINT = { lat: 34.12, lng: 113.82 };
export const PASSWORD = 'Test-Password-2026';

type Body = Record<string, unknown>;

/** A platform as people reach it, in this process or in another. */
export type Reached = Pick<TestApp, 'request' | 'adminPassword' | 'photo'>;

/** One signed-in person of a test, speaking only HTTP. */
export class Person {
  constructor(
    private readonly app: Reached,
    readonly token: string,
    readonly userId: string,
  ) {}

  private headers = (): Record<string, string> => ({ authorization: `Bearer ${this.token}` });

  post(path: string, body: Body = {}) {
    return this.app.request.post(`/api/v1${path}`).set(this.headers()).send(body);
  }

  get(path: string) {
    return this.app.request.get(`/api/v1${path}`).set(this.headers());
  }

  put(path: string, body: Body = {}) {
    return this.app.request.put(`/api/v1${path}`).set(this.headers()).send(body);
  }

  delete(path: string) {
    return this.app.request.delete(`/api/v1${path}`).set(this.headers());
  }

  /** A write that the test takes for granted; says what came instead. */
  async must(path: string, body: Body = {}): Promise<Body> {
    const answer = await this.post(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Body;
  }

  command(permitId: string, command: string, body: Body = {}) {
    return this.post(`/permits/${permitId}/commands/${command}`, body);
  }
}

export async function signIn(app: Reached, username: string, password = PASSWORD): Promise<Person> {
  const answer = await app.request.post('/api/v1/auth/login').send({ username, password });
  if (answer.status >= 300) throw new Error(`login ${username}: ${answer.status} ${JSON.stringify(answer.body)}`);
  const body = answer.body as { accessToken: string; user: { id: string } };
  return new Person(app, body.accessToken, body.user.id);
}

let serial = 0;

/** Numbers people and things of one test run apart. */
const next = (): number => (serial += 1);

export interface Site {
  readonly admin: Person;
  readonly enterpriseId: string;
  readonly manager: Person;
  readonly safety: Person;
  readonly head: Person;
  readonly watcher: Person;
  readonly welder: Person;
  readonly welderId: string;
  readonly welderCode: string;
  readonly machineId: string;
  readonly machineCode: string;
  readonly chipNo: string;
  readonly secretHex: string;
}

export async function newUser(app: Reached, admin: Person, roles: string[], links: Body = {}): Promise<Person> {
  const username = `u${next()}-${roles[0] ?? ''}`;
  await admin.must('/users', { username, password: PASSWORD, name: `测试${roles[0] ?? ''}`, roles, ...links });
  return signIn(app, username);
}

/** Registers a welder with an account, and a verified certificate unless told otherwise. */
export async function newWelder(
  app: Reached,
  admin: Person,
  links: { enterpriseId?: string; certified?: boolean } = {},
): Promise<{ person: Person; id: string; code: string; phone: string }> {
  const n = next();
  const phone = inventedPhone(n);
  const idNumber = inventedIdNumber(n);
  const welder = await admin.must('/welders', {
    name: `测试焊工${n}`,
    idNumber,
    phone,
    regionCode: '411003',
    ...(links.enterpriseId ? { enterpriseId: links.enterpriseId } : {}),
  });
  const id = String(welder['id']);
  if (links.certified !== false) await certify(admin, id, idNumber);
  return { person: await newUser(app, admin, ['welder'], { welderId: id }), id, code: String(welder['code']), phone };
}

export async function certify(admin: Person, welderId: string, idNumber: string): Promise<string> {
  const certificate = await admin.must(`/welders/${welderId}/certificates`, {
    number: `T${idNumber}`,
    kind: 'special-operation',
    operations: ['fusion'],
    issuer: '测试发证机关',
    issuedOn: '2024-01-10',
    validFrom: '2024-01-10',
    validTo: '2030-01-09',
  });
  await admin.must(`/certificates/${String(certificate['id'])}/verify`, { method: 'lookup', note: '测试' });
  return String(certificate['id']);
}

/** The safety officer records the training certificate that chemical work asks of its watcher. */
export async function certifyWatcher(app: Reached, safety: Person, watcher: Person): Promise<void> {
  const file = await app.request
    .post('/api/v1/files')
    .set('authorization', `Bearer ${safety.token}`)
    .attach('file', await app.photo(), 'card.jpg');
  const { status, body } = await app.request
    .patch(`/api/v1/users/${watcher.userId}/watcher-certificate`)
    .set('authorization', `Bearer ${safety.token}`)
    .send({ number: 'JH-2026-001', validTo: '2030-01-01', photoId: (file.body as { id: string }).id });
  if (status !== 200) throw new Error(`the watcher's certificate: ${status} ${JSON.stringify(body)}`);
}

export async function importChip(app: Reached, admin: Person): Promise<{ chipNo: string; secretHex: string }> {
  const chip = inventedChip(next());
  await app.request
    .post('/api/v1/chips/import')
    .set('authorization', `Bearer ${admin.token}`)
    .set('content-type', 'text/csv')
    .send(`chipNo,secretHex,model,batch\n${chip.chipNo},${chip.secretHex},H2,test\n`)
    .expect((answer) => {
      if ((answer.body as { accepted?: number }).accepted !== 1) throw new Error(JSON.stringify(answer.body));
    });
  return chip;
}

/** An enterprise with its people, one certified welder, and one machine with a bound chip. */
export async function newSite(app: Reached, industry = 'manufacturing'): Promise<Site> {
  const admin = await signIn(app, 'admin', app.adminPassword);
  const enterprise = await admin.must('/enterprises', {
    name: `测试企业${next()}`,
    kind: 'individual',
    regionCode: '411003',
    industry,
    contactName: '测试联系人',
    contactPhone: inventedPhone(next()),
  });
  const enterpriseId = String(enterprise['id']);
  const machine = await admin.must('/machines', {
    model: 'ZX7-400',
    process: 'MMA',
    enterpriseId,
    regionCode: '411003',
    serialNumber: `S${next()}`,
    inspectionDueOn: '2030-01-01',
  });
  const chip = await importChip(app, admin);
  await admin.must(`/machines/${String(machine['id'])}/chip`, { chipNo: chip.chipNo });
  const [manager, safety, head, watcher] = await Promise.all(
    ['enterprise-manager', 'safety-officer', 'enterprise-head', 'fire-watcher'].map((role) =>
      newUser(app, admin, [role], { enterpriseId }),
    ),
  );
  const welder = await newWelder(app, admin, { enterpriseId });
  if (!manager || !safety || !head || !watcher) throw new Error('a person is missing');
  if (industry === 'chemical') await certifyWatcher(app, safety, watcher);
  return {
    admin,
    enterpriseId,
    manager,
    safety,
    head,
    watcher,
    welder: welder.person,
    welderId: welder.id,
    welderCode: welder.code,
    machineId: String(machine['id']),
    machineCode: String(machine['code']),
    ...chip,
  };
}

/** A `general` permit asked for by the manager, for work from now on. */
export const draftPermit = (site: Site, overrides: Body = {}): Promise<Body> =>
  site.manager.must('/permits', {
    regime: 'general',
    enterpriseId: site.enterpriseId,
    place: { name: '测试车间', ...POINT, radiusM: 100 },
    content: '焊接支架',
    method: '焊条电弧焊',
    plannedStart: new Date(Date.now()).toISOString(),
    plannedEnd: new Date(Date.now() + 4 * 3_600_000).toISOString(),
    welderIds: [site.welderId],
    machineIds: [site.machineId],
    fireWatchId: site.watcher.userId,
    answers: allNo('general'),
    ...overrides,
  });

type Step = [Person, string, (permit: Body) => Body];

/** Takes a draft through its approvals, the watcher and the measures, until work may begin. */
export async function activate(site: Site, permitId: string, approvers = [site.safety, site.head]): Promise<void> {
  const steps: Step[] = [
    [site.manager, 'submit', () => ({})],
    ...approvers.map((one): Step => [one, 'approve', () => ({})]),
    [site.head, 'issue', () => ({})],
    [site.watcher, 'fire-watch-on', () => ({ ...POINT })],
    [site.watcher, 'measures', confirmAll],
    [site.watcher, 'start', () => ({})],
  ];
  let permit: Body = {};
  for (const [person, command, body] of steps) {
    if (command === 'measures') permit = (await person.get(`/permits/${permitId}`)).body as Body;
    await person.must(`/permits/${permitId}/commands/${command}`, body(permit));
  }
}

/** What the form of a chemical permit has signed before work: briefing given and received, the shift leader's check. */
export async function signForm({ manager, watcher, head }: Site, permitId: string): Promise<void> {
  await manager.must(`/permits/${permitId}/commands/briefing`);
  await watcher.must(`/permits/${permitId}/commands/briefing-received`);
  await head.must(`/permits/${permitId}/commands/shift-check`);
}

export const confirmAll = (permit: Body): Body => ({
  items: (permit['measures'] as { code: string }[]).map(({ code }) => ({ code, confirmed: true })),
});
