import type { Bench, Body, Heard } from './bench';
import { demand, Failure, shown } from './failure';
import type { Hands } from './hands';
import { Signer } from './signer';

/** The platform's time lies a year and a day ahead: a chip that trusts a clock of its own shows it. */
const AHEAD_MS = 366 * 86_400_000;
/** A chip may wait up to 1.25 s before it connects anew, and longer after a refusal. */
const COMES_BACK_MS = 15_000;

interface TokenChange {
  readonly claims?: Body;
  readonly signer?: Signer;
  readonly head?: Body;
}

/** One chip under test: what a case asks of it, in the words of the protocol. */
export class Trial {
  readonly stranger = Signer.fresh();
  readonly second = Signer.fresh();
  /** Whose signature the chip has to believe now. */
  signer: Signer;
  /** The number of the secret that is used now. */
  secretNo = 1;
  private jobs = 0;

  constructor(
    readonly bench: Bench,
    readonly hands: Hands,
    first: Signer,
  ) {
    this.signer = first;
  }

  now = (): number => Date.now() + AHEAD_MS;

  get birth(): Heard {
    const birth = this.bench.heard.findLast(({ kind }) => kind === 'birth');
    if (!birth) throw new Failure('no birth was heard');
    return birth;
  }

  get boot(): number {
    return Number(this.birth.body['boot']);
  }

  newJob(): string {
    this.jobs += 1;
    return `01CONFORM${String(this.jobs).padStart(17, '0')}`;
  }

  token(job: string, { claims = {}, signer = this.signer, head = {} }: TokenChange = {}): string {
    const iat = Math.floor(this.now() / 1_000);
    const good = { iss: 'hanan', sub: this.bench.chipNo, jti: job, iat, exp: iat + 10, until: iat + 3_600, idle: 600 };
    return signer.jws({ ...good, boot: this.boot, outlet: 1, ...claims }, head);
  }

  /** Sends a command and waits for its answer. */
  async ask(kind: string, body: Body = {}): Promise<Body> {
    const from = this.bench.mark();
    const id = this.bench.command(kind, body);
    const reply = await this.bench.look((one) => one.kind === 'replies' && one.body['command'] === id, from);
    if (!reply) throw new Failure(`no reply to ${kind} within ${this.bench.patienceMs / 1_000} s`);
    return reply.body;
  }

  unlock = (job: string, change: TokenChange = {}): Promise<Body> =>
    this.ask('unlock', { token: this.token(job, change) });

  /** Power in the name of a new job. */
  async givePower(claims: Body = {}): Promise<string> {
    const job = this.newJob();
    const reply = await this.unlock(job, { claims });
    demand(reply['ok'] === true && reply['relay'] === 'closed', `a good token was answered with ${shown(reply)}`);
    return job;
  }

  /** What the relay is now. A lock of a job that nobody runs changes nothing, and its answer tells. */
  async relay(): Promise<unknown> {
    return (await this.ask('lock', { job: '01NOSUCHJOB00000000000000A' }))['relay'];
  }

  async refuses(what: string, kind: string, body: Body, error: string): Promise<void> {
    const reply = await this.ask(kind, body);
    demand(reply['ok'] === false, `${what}: was accepted (${shown(reply)})`);
    demand(reply['error'] === error, `${what}: refused as ${shown(reply['error'])}, must be "${error}"`);
  }

  tellTime(): void {
    this.bench.command('time', { t: this.now() });
  }

  /** The line breaks, or somebody broke it: the chip has to come back, and its birth is heard. */
  async comesBack(after: number): Promise<Heard> {
    const birth = await this.bench.look((one) => one.kind === 'birth', after, COMES_BACK_MS);
    if (!birth) throw new Failure(`did not come back with a birth within ${COMES_BACK_MS / 1_000} s`);
    this.tellTime();
    return birth;
  }

  async cutAndComeBack(): Promise<Heard> {
    const from = this.bench.mark();
    this.bench.cut();
    return this.comesBack(from);
  }

  /** Whatever the case before has left: connected, it knows the time, no power, everything acknowledged. */
  async settle(): Promise<void> {
    this.bench.acknowledgeAll();
    if (!this.bench.connected) await this.bench.until(() => (this.bench.connected ? true : null), COMES_BACK_MS);
    const from = this.bench.mark();
    const id = this.bench.command('lock', { reason: 'conform' });
    await this.bench.look(({ kind, body }) => kind === 'replies' && body['command'] === id, from);
  }

  /** The first event of a kind since a moment; what only comes again does not count. */
  async event(kind: string, from: number, withinMs?: number): Promise<Body | null> {
    const before = new Set(this.bench.heard.slice(0, from).map(({ text }) => text));
    const tells = ({ body, text }: Heard): boolean =>
      !before.has(text) && eventsIn(body).some((one) => one['kind'] === kind);
    const heard = await this.bench.look(tells, from, withinMs);
    return heard && (eventsIn(heard.body).find((one) => one['kind'] === kind) ?? null);
  }
}

const eventsIn = (body: Body): readonly Body[] => (Array.isArray(body['events']) ? (body['events'] as Body[]) : []);
export const samplesIn = (body: Body): readonly Body[] =>
  Array.isArray(body['samples']) ? (body['samples'] as Body[]) : [];
