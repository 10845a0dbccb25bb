import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedChip, inventedIdNumber, inventedPhone } from '../support/people';
import type { TestApp } from '../support/app';
import { PASSWORD } from '../support/site';
import type { LawClock } from './clock';
import { TextsOfDay } from './texts-of-day';
import { DAY, dayOf } from './oracle/time-law';
import type { Certificate, Machine, Person, Regime, Role, Trade, Welder } from './oracle/world';

export type Body = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly body: Body;
}

/** Towns of one county: all checks enforced, all only observed, and one in a special period. */
export const TOWN = { strict: '411003001', lenient: '411003002', special: '411003003' } as const;
export type Town = keyof typeof TOWN;

/** A token of the platform lives 15 min of real time. */
const SESSION_MS = 10 * 60_000;

/** Somebody with an account; signs in when first needed and again before the token ends. */
export class Actor {
  private token = '';
  private signedInAt = -SESSION_MS;

  constructor(
    private readonly app: TestApp,
    private readonly username: string,
    private readonly password: string,
    readonly person: Person,
    /** Of the welder's card. */
    readonly cardCode?: string,
  ) {}

  async post(path: string, body: Body = {}): Promise<Answer> {
    return this.send('post', path, body);
  }

  async send(method: 'post' | 'patch' | 'put' | 'delete' | 'get', path: string, body: Body = {}): Promise<Answer> {
    const call = this.app.request[method](`/api/v1${path}`).set('authorization', `Bearer ${await this.session()}`);
    const answer = await (method === 'get' ? call : call.send(body));
    return { status: answer.status, body: answer.body as Body };
  }

  /** The form of a request is not the law: fields that this platform does not know are left out. */
  async sendKnown(method: 'post' | 'patch', path: string, body: Body): Promise<Answer> {
    const answer = await this.send(method, path, body);
    const unknown = ((answer.body['errors'] ?? []) as Body[])
      .filter((one) => one['code'] === 'field.unknown')
      .map((one) => String(one['path']));
    if (answer.status !== 422 || unknown.length === 0) return answer;
    return this.send(
      method,
      path,
      Object.fromEntries(Object.entries(body).filter(([field]) => !unknown.includes(field))),
    );
  }

  async must(path: string, body: Body = {}, method: 'post' | 'get' = 'post'): Promise<Body> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async upload(): Promise<string> {
    const answer = await this.app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${await this.session()}`)
      .attach('file', await this.app.photo(), { filename: 'p.jpg', contentType: 'image/jpeg' });
    if (answer.status >= 300) throw new Error(`photo: ${answer.status} ${JSON.stringify(answer.body)}`);
    return String((answer.body as Body)['id']);
  }

  private async session(): Promise<string> {
    if (performance.now() - this.signedInAt < SESSION_MS) return this.token;
    const answer = await this.app.request
      .post('/api/v1/auth/login')
      .send({ username: this.username, password: this.password });
    if (answer.status >= 300) throw new Error(`login ${this.username}: ${JSON.stringify(answer.body)}`);
    this.token = String((answer.body as Body)['accessToken']);
    this.signedInAt = performance.now();
    return this.token;
  }
}

export interface Firm {
  readonly id: string;
  readonly trade: Trade;
  readonly town: Town;
  readonly contactPhone: string;
}

export type WelderKind =
  | 'valid'
  | 'second'
  | 'expired'
  | 'not-yet'
  | 'none'
  | 'unverified'
  | 'revoked'
  | 'forged'
  | 'brazing-only'
  | 'untrained'
  | 'review-lapsed'
  | 'review-abolished'
  | 'anothers-number';

export type MachineKind =
  'gas' | 'chip' | 'unheard' | 'tampered' | 'bare' | 'overdue' | 'suspended' | 'scrapped' | 'lost' | 'second-gas';

export type Staff = 'manager' | 'applicant' | 'safety' | 'head' | 'watcher' | 'untrained-watcher';

const ROLE_OF: Readonly<Record<Staff, Role>> = {
  manager: 'enterprise-manager',
  applicant: 'enterprise-manager',
  safety: 'safety-officer',
  head: 'enterprise-head',
  watcher: 'fire-watcher',
  'untrained-watcher': 'fire-watcher',
};

interface Question {
  readonly code: string;
  /** Kinds of places that answer it. */
  readonly placeKinds: readonly string[];
}

interface PublishedForm {
  readonly questions: readonly Question[];
  readonly levelDetails: readonly {
    readonly code: string;
    readonly chain: readonly { readonly roles: readonly Role[] }[];
  }[];
}

export interface Form {
  readonly questions: readonly Question[];
  /** By level. */
  readonly seats: Readonly<Record<string, readonly Role[]>>;
}

const HOME_OF: Readonly<Record<Regime, Trade>> = {
  small: 'catering',
  general: 'manufacturing',
  construction: 'construction',
  chemical: 'chemical',
};

function publishedFields(schema: string): ReadonlySet<string> {
  const document = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as {
    components: { schemas: Record<string, { properties: Body }> };
  };
  return new Set(Object.keys(document.components.schemas[schema]?.properties ?? {}));
}

/** All people and things, each made when first needed. */
export class Cast {
  private readonly made = new Map<string, Promise<unknown>>();
  private serial = 100;
  private readonly createFields = publishedFields('CreatePermitRequest');
  readonly texts: TextsOfDay;

  constructor(
    readonly app: TestApp,
    readonly clock: LawClock,
    readonly admin: Actor,
  ) {
    this.texts = new TextsOfDay(clock);
  }

  private once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const found = this.made.get(key) as Promise<T> | undefined;
    if (found) return found;
    const making = make();
    this.made.set(key, making);
    return making;
  }

  private next = (): number => (this.serial += 1);

  firm(trade: Trade, town: Town): Promise<Firm> {
    return this.once(`firm ${trade} ${town}`, async () => {
      const contactPhone = inventedPhone(this.next());
      const made = await this.admin.must('/enterprises', {
        name: `测试企业${this.next()}`,
        kind: 'individual',
        regionCode: TOWN[town],
        industry: trade,
        contactName: '测试联系人',
        contactPhone,
      });
      return { id: String(made['id']), trade, town, contactPhone };
    });
  }

  official(role: Role, regionCode: string): Promise<Actor> {
    return this.once(`official ${role} ${regionCode}`, () => this.account(role, { regionCode }));
  }

  staff(firm: Firm, staff: Staff): Promise<Actor> {
    return this.once(`staff ${firm.id} ${staff}`, async () => {
      if (staff !== 'watcher') return this.account(ROLE_OF[staff], { enterpriseId: firm.id });
      const { id } = await this.registerWelder(firm, firm.town);
      const trainedUntil = this.clock.now() + 1_000 * DAY;
      const watcher = await this.account('fire-watcher', { enterpriseId: firm.id, welderId: id }, { trainedUntil });
      await this.trainWatcher(firm, watcher.person.id, trainedUntil);
      return watcher;
    });
  }

  private async account(
    role: Role,
    links: { enterpriseId?: string; regionCode?: string; welderId?: string },
    more: Partial<Person> = {},
    cardCode?: string,
  ): Promise<Actor> {
    const n = this.next();
    const username = `law${n}`;
    const phone = more.phone ?? inventedPhone(n);
    const made = await this.admin.must('/users', {
      username,
      password: PASSWORD,
      name: `测试${n}`,
      roles: [role],
      phone,
      ...links,
    });
    const person: Person = { id: String(made['id']), role, ...links, phone, ...more };
    return new Actor(this.app, username, PASSWORD, person, cardCode);
  }

  private async trainWatcher(firm: Firm, userId: string, until: number): Promise<void> {
    const manager = await this.staff(firm, 'manager');
    const number = `PX${this.next()}`;
    const certificate = (photoId: string): Body => ({
      photoId,
      number,
      issuer: '测试培训机构',
      issuedOn: dayOf(until - 1_300 * DAY),
      validTo: dayOf(until - DAY),
    });
    const photoId = await manager.upload();
    const answer = await manager.sendKnown('patch', `/users/${userId}/watcher-certificate`, certificate(photoId));
    if (answer.status >= 300 && answer.status !== 404) throw new Error(JSON.stringify(answer.body));
  }

  private train(welderId: string, until: number): Promise<unknown> {
    return this.app.sql('update welders set training_valid_to = $2 where id = $1', [welderId, dayOf(until - DAY)]);
  }

  private async registerWelder(
    firm: Firm | undefined,
    town: Town,
  ): Promise<{ id: string; idNumber: string; phone: string; code: string }> {
    const n = this.next();
    const [idNumber, phone] = [inventedIdNumber(n), inventedPhone(n)];
    const made = await this.admin.must('/welders', {
      name: `测试焊工${n}`,
      idNumber,
      phone,
      regionCode: TOWN[town],
      ...(firm ? { enterpriseId: firm.id } : {}),
    });
    return { id: String(made['id']), idNumber, phone, code: String(made['code']) };
  }

  welder(firm: Firm, kind: WelderKind): Promise<{ actor: Actor; welder: Welder }> {
    return this.once(`welder ${firm.id} ${kind}`, async () => {
      const { id, idNumber, phone, code } = await this.registerWelder(firm, firm.town);
      const trainedUntil = kind === 'untrained' ? undefined : this.clock.now() + 2_000 * DAY;
      if (trainedUntil !== undefined) await this.train(id, trainedUntil);
      const certificates = await this.certify(id, idNumber, kind);
      const actor = await this.account('welder', { welderId: id, enterpriseId: firm.id }, { phone }, code);
      return { actor, welder: { id, phone, certificates, trainedUntil } };
    });
  }

  private async certify(welderId: string, idNumber: string, kind: WelderKind): Promise<Certificate[]> {
    if (kind === 'none') return [];
    const now = this.clock.now();
    const from = kind === 'not-yet' ? now + 1_500 * DAY : now - 700 * DAY;
    const until = kind === 'expired' ? now - 20 * DAY : from + 2_100 * DAY;
    const reviewDue = { 'review-lapsed': '2026-03-01', 'review-abolished': '2026-09-01' }[kind as string];
    const answer = await this.admin.post(`/welders/${welderId}/certificates`, {
      number: `T${kind === 'anothers-number' ? inventedIdNumber(this.next()) : idNumber}`,
      kind: 'special-operation',
      operations: [kind === 'brazing-only' ? 'brazing' : 'fusion'],
      issuer: '测试发证机关',
      issuedOn: dayOf(Math.min(from, now - 10 * DAY)),
      validFrom: dayOf(from),
      validTo: dayOf(until - DAY),
      ...(reviewDue ? { reviewDueOn: reviewDue } : {}),
    });
    if (kind === 'anothers-number' && answer.status === 422) return [];
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    const id = String(answer.body['id']);
    if (kind !== 'unverified' && kind !== 'forged')
      await this.admin.must(`/certificates/${id}/verify`, { method: 'lookup', note: '测试' });
    if (kind === 'revoked') await this.admin.must(`/certificates/${id}/revoke`, { reason: '测试吊销' });
    if (kind === 'forged') await this.admin.must(`/certificates/${id}/forged`, { reason: '测试伪造' });
    const standing = kind === 'unverified' || kind === 'revoked' || kind === 'forged' ? kind : 'verified';
    return [
      {
        standing,
        operation: kind === 'brazing-only' ? 'brazing' : 'fusion',
        from,
        until,
        ...(reviewDue ? { reviewDue: Date.parse(`${reviewDue}T00:00:00+08:00`) } : {}),
      },
    ];
  }

  machine(firm: Firm, kind: MachineKind, alone = false): Promise<{ code: string; machine: Machine; chipNo?: string }> {
    // A chip of a past case never answered its lock, so each case has a machine with a chip of its own.
    const own = alone || ['chip', 'unheard', 'tampered'].includes(kind) ? this.next() : '';
    return this.once(`machine ${firm.id} ${kind} ${own}`, async () => {
      const n = this.next();
      const process = ['chip', 'unheard', 'tampered', 'bare'].includes(kind) ? 'MMA' : 'GAS';
      const inspectionDue = this.clock.now() + (kind === 'overdue' ? -40 : 2_500) * DAY;
      const made = await this.admin.must('/machines', {
        model: 'ZX7-400',
        process,
        enterpriseId: firm.id,
        regionCode: TOWN[firm.town],
        serialNumber: `L${n}`,
        inspectionDueOn: dayOf(inspectionDue - DAY),
        ...(process === 'GAS' ? { control: 'code-only' } : { control: 'cut' }),
      });
      const id = String(made['id']);
      const chipNo = ['chip', 'unheard', 'tampered'].includes(kind) ? await this.fitChip(id, n) : undefined;
      if (kind === 'suspended' || kind === 'lost' || kind === 'scrapped')
        await this.admin.must(
          `/machines/${id}/commands/${{ suspended: 'suspend', lost: 'report-lost', scrapped: 'scrap' }[kind]}`,
          { reason: '测试' },
        );
      const machine: Machine = {
        id,
        enterpriseId: firm.id,
        process,
        status: kind === 'suspended' || kind === 'lost' || kind === 'scrapped' ? kind : 'in-service',
        inspectionDue,
      };
      return { code: String(made['code']), machine, chipNo };
    });
  }

  private async fitChip(machineId: string, n: number): Promise<string> {
    const chip = inventedChip(n);
    const line = `chipNo,secretHex,model,batch\n${chip.chipNo},${chip.secretHex},H2,test\n`;
    await this.importChips(line);
    await this.admin.must(`/machines/${machineId}/chip`, { chipNo: chip.chipNo });
    return chip.chipNo;
  }

  private async importChips(csv: string): Promise<void> {
    const { accessToken } = (
      await this.app.request.post('/api/v1/auth/login').send({ username: 'admin', password: this.app.adminPassword })
    ).body as { accessToken: string };
    const answer = await this.app.request
      .post('/api/v1/chips/import')
      .set('authorization', `Bearer ${accessToken}`)
      .set('content-type', 'text/csv')
      .send(csv);
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  }

  /** SQL: a chip that was heard of just now, or that told of tampering; thousands of MQTT sessions would only test the broker. */
  async hearChip(chipNo: string, tampered: boolean): Promise<number> {
    const heardAt = this.clock.now();
    await this.app.sql(
      `insert into chip_states (chip_no, boot, seq, last_seen_at, born_at, hotp, tamper) values ($1, 1, 1, $2, $2, 0, $3)
       on conflict (chip_no) do update set last_seen_at = excluded.last_seen_at, tamper = excluded.tamper, silent_since = null`,
      [chipNo, new Date(heardAt), tampered],
    );
    return heardAt;
  }

  /** On the signboard of the case before. */
  lastBoard?: string;

  strangersPhone = (): string => inventedPhone(this.next());

  /** Those of the fields that the published form of a request has. */
  known = (fields: Body): Body =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => this.createFields.has(field)));

  /** Registered by themselves, with a machine of their own; no enterprise stands behind them. */
  selfEmployed(town: Town): Promise<{ actor: Actor; welder: Welder; code: string; machine: Machine }> {
    return this.once(`self-employed ${town}`, async () => {
      const { id, idNumber, phone, code } = await this.registerWelder(undefined, town);
      const trainedUntil = this.clock.now() + 2_000 * DAY;
      await this.train(id, trainedUntil);
      const certificates = await this.certify(id, idNumber, 'valid');
      const actor = await this.account('welder', { welderId: id }, { phone }, code);
      const inspectionDue = this.clock.now() + 2_500 * DAY;
      const made = await this.admin.must('/machines', {
        model: 'ZX7-400',
        process: 'GAS',
        ownerWelderId: id,
        regionCode: TOWN[town],
        serialNumber: `L${this.next()}`,
        inspectionDueOn: dayOf(inspectionDue - DAY),
        control: 'code-only',
      });
      const machine: Machine = {
        id: String(made['id']),
        enterpriseId: '',
        process: 'GAS',
        status: 'in-service',
        inspectionDue,
      };
      return { actor, welder: { id, phone, certificates, trainedUntil }, code: String(made['code']), machine };
    });
  }

  /** What a regime's form asks, from the form of a firm whose regime it is. */
  form(regime: Regime): Promise<Form> {
    return this.once(`form ${regime}`, async () => {
      const firm = await this.firm(HOME_OF[regime], 'strict');
      const forms = await this.admin.must(`/permits/forms?enterpriseId=${firm.id}`, {}, 'get');
      const form = (forms['items'] as Body[]).find((one) => one['regime'] === regime) as unknown as PublishedForm;
      return {
        questions: form.questions,
        seats: Object.fromEntries(
          form.levelDetails.map(({ code, chain }) => [code, chain.flatMap(({ roles: [role] }) => role ?? [])]),
        ),
      };
    });
  }
}
