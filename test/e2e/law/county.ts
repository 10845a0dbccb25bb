import { startApp, type TestApp } from '../../support/app';
import { inventedIdNumber, inventedPhone } from '../../support/people';
import {
  certify,
  certifyWatcher,
  confirmAll,
  newSite,
  newUser,
  POINT,
  type Person,
  type Site,
} from '../../support/site';
import { nextWorkday } from '../../support/workday';

type Body = Record<string, unknown>;
/** What a test says of a draft. */
export interface Draft extends Body {
  readonly regime?: string;
  readonly place?: object;
}

export interface Answer {
  readonly status: number;
  readonly body: Body;
}

const HOUR = 3_600_000;

/** A firm of one trade, with a gas set that any chip-less town lets work, and somebody of each role. */
export interface Firm extends Site {
  readonly gasSet: string;
  /** Asks for permits, so that everybody else may sign them. */
  readonly asker: Person;
}

/** The platform on a working day, asked over HTTP only: what it answers is what anybody would get. */
export class County {
  private shiftMs = 0;

  private constructor(readonly app: TestApp) {}

  static async open(): Promise<County> {
    const county = new County(await startApp());
    await county.passTo(nextWorkday(Date.now()));
    return county;
  }

  now = (): number => Date.now() + this.shiftMs;

  async pass(ms: number): Promise<void> {
    this.shiftMs += ms;
    await this.app.elapse(ms);
  }

  passTo = (at: number): Promise<void> => this.pass(at - this.now());

  iso = (afterMs = 0): string => new Date(this.now() + afterMs).toISOString();

  async firm(industry: string): Promise<Firm> {
    const site = await newSite(this.app, industry);
    const machine = await site.admin.must('/machines', {
      model: 'QG-30',
      process: 'GAS',
      enterpriseId: site.enterpriseId,
      regionCode: '411003',
      inspectionDueOn: '2030-01-01',
    });
    const asker = await newUser(this.app, site.admin, ['enterprise-manager'], { enterpriseId: site.enterpriseId });
    return { ...site, asker, gasSet: String(machine['code']) };
  }

  async colleague(firm: Firm, role: string): Promise<Person> {
    const person = await newUser(this.app, firm.admin, [role], { enterpriseId: firm.enterpriseId });
    if (role === 'fire-watcher') await certifyWatcher(this.app, firm.safety, person);
    return person;
  }

  private async photoOf(who: Person): Promise<string> {
    const file = await this.app.request
      .post('/api/v1/files')
      .set('authorization', `Bearer ${who.token}`)
      .attach('file', await this.app.photo(), 'site.jpg');
    return (file.body as { id: string }).id;
  }

  phone = inventedPhone;

  /** A certified welder with an account and a phone that the test knows. */
  async welder(firm: Firm, n: number): Promise<{ person: Person; id: string; phone: string }> {
    const idNumber = inventedIdNumber(n);
    const details = { name: `测试焊工${n}`, idNumber, phone: inventedPhone(n), regionCode: '411003' };
    const id = String((await firm.admin.must('/welders', details))['id']);
    await certify(firm.admin, id, idNumber);
    return { person: await newUser(this.app, firm.admin, ['welder'], { welderId: id }), id, phone: inventedPhone(n) };
  }

  /** Work from now on for four hours, all questions answered with no, unless told otherwise. */
  async draft(firm: Firm, change: Draft = {}): Promise<Body> {
    const regime = change.regime ?? 'general';
    const kinds = (change['place'] as { kinds?: string[] } | undefined)?.kinds ?? [];
    return {
      regime,
      enterpriseId: firm.enterpriseId,
      place: { name: '测试作业点', ...POINT, radiusM: 100 },
      content: '焊接支架',
      method: '气焊',
      plannedStart: this.iso(),
      plannedEnd: this.iso(4 * HOUR),
      welderIds: [firm.welderId],
      machineIds: [],
      fireWatchId: firm.watcher.userId,
      levelAnswers: await this.answersOfNo(firm, regime, kinds),
      submit: true,
      ...change,
    };
  }

  private async answersOfNo(firm: Firm, regime: string, kinds: readonly string[]): Promise<Body[]> {
    type Form = { regime: string; questions: { code: string; placeKinds?: string[] }[] };
    const { body } = await firm.manager.get(`/permits/forms?enterpriseId=${firm.enterpriseId}`);
    const form = (body as { items: Form[] }).items.find((one) => one.regime === regime);
    const open = (form?.questions ?? []).filter(
      ({ placeKinds = [] }) => !placeKinds.some((one) => kinds.includes(one)),
    );
    return open.map(({ code }) => ({ code, yes: false }));
  }

  async ask(who: Person, draft: Body): Promise<Answer> {
    return answered(await who.post('/permits', draft));
  }

  async give(who: Person, id: string, command: string, body: Body = {}): Promise<Answer> {
    return answered(await who.command(id, command, body));
  }

  /** Signed by whom the permit waits for, each on the spot, and issued; the watcher stands there, all measures are confirmed. */
  async makeReady(
    firm: Firm,
    id: string,
    signers: readonly Person[] = [firm.manager, firm.safety, firm.head],
  ): Promise<void> {
    for (const signer of [...signers, ...signers]) {
      const permit = (await signer.get(`/permits/${id}`)).body as { commands: string[] };
      const here = { ...POINT, accuracyM: 8 };
      if (permit.commands.includes('site-visit')) await signer.command(id, 'site-visit', here);
      await signer.command(id, 'approve');
    }
    for (const who of signers) await who.command(id, 'issue');
    await firm.watcher.must(`/permits/${id}/commands/fire-watch-on`, { ...POINT, accuracyM: 8 });
    const permit = (await firm.watcher.get(`/permits/${id}`)).body as Body;
    await firm.watcher.must(`/permits/${id}/commands/measures`, confirmAll(permit));
  }

  measure = (who: Person, id: string, readings: readonly Body[]): Promise<Answer> =>
    this.give(who, id, 'gas-test', {
      sampledAt: this.iso(),
      readings: readings.map((one) => ({ point: 'middle', ...one })),
      instrument: { number: 'TEST-1', calibrationDueOn: '2030-01-01' },
    });

  async job(firm: Firm, permitId: string, where: Body = { ...POINT, accuracyM: 8 }): Promise<Answer> {
    const photoId = await this.photoOf(firm.welder);
    return answered(await firm.welder.post('/jobs', { machineCode: firm.gasSet, permitId, photoId, ...where }));
  }
}

const answered = ({ status, body }: { status: number; body: unknown }): Answer => ({ status, body: body as Body });

/** All codes that an answer names: its own, those of fields, reasons and findings. */
export const codesOf = ({ body }: Answer): string =>
  [...JSON.stringify(body).matchAll(/"code":"([^"]+)"/g)].map(([, code]) => code).join(' ');
