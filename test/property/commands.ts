import type { Actor, Answer, Body, Cast, Firm } from './cast';
import { TOWN } from './cast';
import { BASES, honest, type Case } from './case';
import { PermitDrive, type Refusal } from './drive';
import { reasonsNotToClose } from './oracle/closing-law';
import { certificateReasons, reasonsAgainst, reasonsNotActive } from './oracle/oracle';
import type { Ask, Board, Circle, Machine, Mode, Position, Reason, Topic, Welder, World } from './oracle/world';
import { placeOf, stand } from './spots';
import { Stage, UNKNOWN_STICKER, type Taken } from './stage';

/** What the platform and the oracle said to the same question. */
export interface Comparison {
  readonly question: string;
  readonly platform: { readonly allowed: boolean; readonly codes: readonly string[] };
  readonly oracle: readonly Reason[];
  readonly refusals: readonly Refusal[];
}

const ENFORCED: Readonly<Record<Topic, Mode>> = {
  chip: 'enforce',
  training: 'enforce',
  inspection: 'enforce',
  position: 'enforce',
};
export const MODES: Readonly<Record<keyof typeof TOWN, Readonly<Record<Topic, Mode>>>> = {
  strict: ENFORCED,
  special: ENFORCED,
  lenient: { chip: 'observe', training: 'observe', inspection: 'observe', position: 'observe' },
};

export interface Calendar {
  readonly holidays: ReadonlySet<string>;
  readonly workingWeekends: ReadonlySet<string>;
}

/** Reasons that only say that nobody went on. */
const COMES_LATER: ReadonlySet<string> = new Set([
  'permit.submitted',
  'permit.approved',
  'permit.issued',
  'permit.measures-unconfirmed',
  'permit.fire-watch-absent',
  'permit.level-too-low',
]);

const GOES_ON: ReadonlySet<string> = new Set(['running', 'reserved']);

/** Looks at a job that must end, a turn of the loops apart. */
const MOST_LOOKS = 12;

/** What was only heard too long ago stops nobody who is at work. */
const endsWork = ({ code }: Reason): boolean => !code.includes('stale');

/** One case from first form to the last question; the model commands of a person with phone and platform. */
export class CaseRun {
  readonly comparisons: Comparison[] = [];
  private readonly jobs: string[] = [];

  constructor(
    private readonly cast: Cast,
    private readonly c: Case,
    private readonly n: number,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    const { c, cast } = this;
    cast.clock.toPhase(c.phase);
    if (c.regime === 'small' && cast.texts.makeRoomFor(1 + c.smallBefore + (c.elsewhere ? 1 : 0)))
      cast.clock.toPhase(c.phase);
    const firm = await cast.firm(c.trade, c.town);
    const circle: Circle = { ...placeOf(this.n), radiusM: c.radiusM };
    // A chain whose seats nobody can fill is refused, so all people of the firm are there first.
    for (const one of ['manager', 'applicant', 'safety', 'head', 'watcher'] as const) await cast.staff(firm, one);
    if (c.regime === 'small') await cast.official('grid-worker', TOWN[c.town]);
    const contractor = c.workers === 'firm' ? undefined : await cast.firm('repair', c.town);
    const own = c.selfEmployed ? await cast.selfEmployed(c.town) : undefined;
    const main = own ?? (await cast.welder(contractor ?? firm, c.welder));
    const other = await cast.welder(contractor ?? firm, 'second');
    const owner = c.workers === 'contractor' ? contractor : contractor && (await cast.firm('catering', c.town));
    const stage = new Stage(cast, c, this.n, owner ?? firm);
    const machine = own ?? (await stage.machine());
    const listed =
      c.machinesListed === 'none'
        ? []
        : [c.machinesListed === 'this' ? machine.machine.id : (await cast.machine(firm, 'second-gas')).machine.id];
    const alsoNamed = c.way === 'handover' ? [other.welder] : [];
    const people = { named: main, machineIds: listed, alsoNamed, contractorId: contractor?.id };
    const drive = new PermitDrive(cast, c, firm, circle, people);
    const sites = await stage.site(circle, firm);
    const areas = c.permitted === 'area' ? [await stage.designate(circle)] : [];
    try {
      if (c.elsewhere) await this.workElsewhere(firm, c.elsewhere === 'welder' ? main : other);
      if (c.permitted === 'permit') await drive.takeToWork();
      await stage.occupyOthers(main, other, machine.code);
      const worldOf = (welder: Welder | undefined, more: Partial<Machine> = {}): World => ({
        modes: MODES[c.town],
        ...this.calendar,
        specialPeriods: [...drive.declared, ...(c.town === 'special' ? [{ from: 0, until: Infinity }] : [])],
        permit: drive.permit,
        areas,
        sites,
        // whoever welds elsewhere is the one who is named on the form
        welder: welder && { ...welder, busy: c.busy && welder.id === main.welder.id },
        machine: { ...machine.machine, inUse: c.inUse, ...more },
      });
      await this.compareStanding(drive, worldOf(main.welder));
      this.comparePapers(drive, main.welder, machine.machine);
      await this.askAll({ drive, circle, main, other, machineCode: machine.code, worldOf, firm });
    } finally {
      await this.clearAway(firm, drive);
      await stage.clearAway();
    }
  }

  /** D30: another permit of the firm at the same time, as honest as that firm's work is. */
  private async workElsewhere(firm: Firm, named: Taken): Promise<void> {
    const { c, cast } = this;
    const base = BASES.find(({ name }) => name === c.base);
    if (!base) return;
    const circle = { ...placeOf(this.n + 600), radiusM: 100 };
    const watchSpot = c.elsewhere === 'watcher' ? 'there' : 'never';
    const elsewhere: Case = { ...honest(base, c.phase), machinesListed: 'none', watchSpot };
    const people = { named, machineIds: [], alsoNamed: [] };
    await new PermitDrive(cast, elsewhere, firm, circle, people).takeToWatch();
  }

  /** D18: a bad card is never shown to a signer as a good one. */
  private comparePapers({ papers, refusals }: PermitDrive, welder: Welder, machine: Machine): void {
    if (!papers) return;
    this.comparisons.push({
      question: 'papers',
      platform: { allowed: papers.shownGood, codes: [] },
      oracle: certificateReasons(welder, machine, papers.at),
      refusals,
    });
  }

  /** Work is let begin by `start`, and once more by power: each is held against the law by itself. */
  private async compareStanding({ permitId, refusals }: PermitDrive, world: World): Promise<void> {
    if (!permitId) return;
    const { state } = await this.cast.admin.must(`/permits/${permitId}`, {}, 'get');
    this.comparisons.push({
      question: 'permit',
      platform: { allowed: state === 'active', codes: [`permit.${String(state)}`] },
      oracle: reasonsNotActive(world),
      refusals: [...refusals],
    });
  }

  private async askAll(scene: Scene): Promise<void> {
    const { c, cast } = this;
    const { main, other, drive, worldOf } = scene;
    if (drive.permit && !drive.permitId) return this.judgeRefusedForm(scene);
    if (c.way === 'handover') {
      const first = await this.ask(scene, 'first job', other, other.actor, 'job', false, worldOf(other.welder));
      if (!first) return;
      const asker = await this.asker(scene.firm, main);
      const handed = await this.ask(scene, 'handover', main, asker, 'handover', c.photo, worldOf(main.welder), first);
      return handed ? this.goOn(scene, main, handed) : undefined;
    }
    const taken = c.welderAsks === 'named' ? main : other;
    const asker = c.asker === 'welder' ? taken.actor : await this.asker(scene.firm, taken);
    const job = await this.ask(scene, c.way, taken, asker, c.way, c.photo, worldOf(taken.welder));
    if (job && c.way === 'job' && drive.permit) await this.goOn(scene, taken, job);
    void cast;
  }

  /** The form itself was refused: rightly only for what speaks against this work whatever people do later. */
  private judgeRefusedForm({ main, drive, worldOf, circle }: Scene): void {
    const { c } = this;
    const world = worldOf(main.welder);
    const ask: Ask = {
      at: this.cast.clock.now(),
      by: main.actor.person,
      welderId: main.welder.id,
      position: stand(circle, c.spot),
      photo: true,
      way: 'job',
    };
    const noGas =
      c.gases.length === 0 && !c.gasTests.some(({ readings }) => readings.some(({ gas }) => gas === 'combustible'));
    const oracle = reasonsAgainst(world, ask).filter(
      ({ code }) => !COMES_LATER.has(code) && (noGas || !code.startsWith('permit.gas')),
    );
    this.comparisons.push({
      question: 'form',
      platform: { allowed: false, codes: drive.refusals.map(({ code }) => code) },
      oracle,
      refusals: drive.refusals,
    });
  }

  private async asker(firm: Firm, taken: Taken): Promise<Actor> {
    switch (this.c.asker) {
      case 'watcher':
        return this.cast.staff(firm, this.c.watcher === 'untrained-watcher' ? 'untrained-watcher' : 'watcher');
      case 'safety':
        return this.cast.staff(firm, 'safety');
      case 'manager':
        return this.cast.staff(firm, 'manager');
      case 'other-welder':
        return (await this.cast.welder(firm, 'second')).actor;
      case 'welder':
        return taken.actor;
    }
  }

  /** Asks both, and returns the job where the platform gave power. */
  private async ask(
    scene: Scene,
    question: string,
    taken: Taken,
    asker: Actor,
    way: Ask['way'],
    photo: boolean,
    world: World,
    runningJob?: string,
  ): Promise<string | undefined> {
    const { c, cast } = this;
    const position: Position | undefined =
      question === 'first job' ? stand(scene.circle, 'there') : stand(scene.circle, c.spot);
    const board = question === 'first job' ? undefined : c.board;
    const forAnother = asker.person.welderId !== taken.welder.id;
    const body: Body = {
      ...(way === 'handover'
        ? {}
        : { machineCode: scene.machineCode, ...(scene.drive.permitId ? { permitId: scene.drive.permitId } : {}) }),
      ...(forAnother || way === 'handover' ? { welderCode: taken.actor.cardCode } : {}),
      ...(photo ? { photoId: await asker.upload() } : {}),
      ...(c.outlet ? { outlet: c.outlet } : {}),
      ...(board ? { proof: await this.scan(board, scene.drive, asker) } : {}),
      ...position,
    };
    const path =
      way === 'job' ? '/jobs' : way === 'offline-code' ? '/jobs/offline-code' : `/jobs/${runningJob ?? ''}/handover`;
    const answer = await asker.post(path, body);
    const at = cast.clock.now();
    const oracle = reasonsAgainst(world, {
      at,
      by: asker.person,
      welderId: taken.welder.id,
      position,
      board,
      photo,
      outlet: c.outlet,
      way,
    });
    const allowed = answer.status < 300;
    this.comparisons.push({
      question,
      platform: { allowed, codes: codesOf(answer) },
      oracle,
      refusals: [...scene.drive.refusals],
    });
    if (!allowed || way === 'offline-code') return undefined;
    const jobId = String(answer.body['id']);
    this.jobs.push(jobId);
    return jobId;
  }

  /** What a phone without position sends of a signboard. */
  private async scan(board: Board, drive: PermitDrive, asker: Actor): Promise<Body> {
    const { cast } = this;
    const printed = (board.of === 'another' ? cast.lastBoard : drive.code) ?? UNKNOWN_STICKER;
    const signboardCode = board.kind === 'printed' ? printed : await this.codeOfAMinute(drive);
    cast.clock.pass(board.ageMinutes * 60_000);
    return { signboardCode, ...(board.photo ? { photoId: await asker.upload() } : {}) };
  }

  private async codeOfAMinute(drive: PermitDrive): Promise<string> {
    const watcher = await drive.watcher();
    const shown = await watcher?.send('get', `/permits/${drive.permitId ?? ''}/signboard-code`);
    return String(shown?.body['code']);
  }

  /** What happens at work: what the law ends is over after a turn of the platform's loops. */
  private async goOn(scene: Scene, taken: Taken, jobId: string): Promise<void> {
    const { c, cast } = this;
    if (c.after.length === 0) return;
    for (const happening of c.after)
      await (happening.kind === 'stop' ? this.stop(jobId, happening.by) : scene.drive.happen(happening));
    await this.compareClosing(scene);
    await cast.clock.passAndWait(90_000);
    const at = cast.clock.now();
    const ask: Ask = {
      at,
      by: taken.actor.person,
      welderId: taken.welder.id,
      position: stand(scene.circle, c.spot),
      photo: true,
      way: 'job',
    };
    const world = {
      ...scene.worldOf(taken.welder, c.machine === 'chip' ? { chip: { heardAt: at, tampered: false } } : {}),
      stopOrdered: c.after.some(({ kind }) => kind === 'stop'),
    };
    const oracle = reasonsAgainst(world, ask);
    const state = await this.stateOf(jobId, oracle.some(endsWork));
    this.comparisons.push({
      question: 'goes on',
      platform: { allowed: GOES_ON.has(state), codes: [`job.${state}`] },
      oracle,
      refusals: [],
    });
  }

  /** A job that must end is given as many turns of the loop as a busy machine needs; one that may go on is looked at once. */
  private async stateOf(jobId: string, mustEnd: boolean): Promise<string> {
    for (let looks = 0; ; looks += 1) {
      const { state } = await this.cast.admin.must(`/jobs/${jobId}`, {}, 'get');
      if (!mustEnd || !GOES_ON.has(String(state)) || looks === MOST_LOOKS) return String(state);
      await this.cast.clock.passAndWait(0);
    }
  }

  private async stop(jobId: string, by: 'inspector' | 'regulator'): Promise<void> {
    const official = await this.cast.official(by, TOWN[this.c.town]);
    await official.send('post', `/jobs/${jobId}/stop`, { reason: '现场发现险情', photoId: await official.upload() });
  }

  /** D35: whether the watch after work was closed, and whether the law lets it be. */
  private async compareClosing({ drive }: Scene): Promise<void> {
    const { permit, permitId } = drive;
    const closing = permit?.acts.at(-1);
    if (closing?.kind !== 'close' || !permit) return;
    const { state } = await this.cast.admin.must(`/permits/${permitId ?? ''}`, {}, 'get');
    this.comparisons.push({
      question: 'close',
      platform: { allowed: state === 'closed', codes: [`permit.${String(state)}`] },
      oracle: reasonsNotToClose(permit, closing),
      refusals: drive.refusals.filter(({ step }) => step === 'close'),
    });
  }

  private async clearAway(firm: Firm, drive: PermitDrive): Promise<void> {
    const safety = await this.cast.staff(firm, 'safety');
    const welder = this.c.selfEmployed ? (await this.cast.selfEmployed(this.c.town)).actor : safety;
    for (const id of [...this.jobs].reverse()) await welder.post(`/jobs/${id}/finish`);
    const regulator = await this.cast.official('regulator', TOWN[this.c.town]);
    if (this.c.after.some(({ kind }) => kind === 'stop'))
      for (const id of this.jobs) await regulator.send('post', `/jobs/${id}/stop/lift`, {});
    await drive.clearAway();
    this.cast.lastBoard = drive.code ?? this.cast.lastBoard;
  }
}

interface Scene {
  readonly drive: PermitDrive;
  readonly circle: Circle;
  readonly main: Taken;
  readonly other: Taken;
  readonly machineCode: string;
  readonly firm: Firm;
  readonly worldOf: (welder: Welder | undefined, more?: Partial<Machine>) => World;
}

function codesOf({ status, body }: Answer): string[] {
  if (status < 300) return [];
  const findings = (body['findings'] ?? []) as { code: string; severity: string }[];
  return [String(body['code']), ...findings.filter(({ severity }) => severity === 'block').map(({ code }) => code)];
}

/** In words, where they disagree. */
export function disagreement({ question, platform, oracle, refusals }: Comparison): string | undefined {
  const said = `platform: ${platform.allowed ? 'yes' : platform.codes.join(' ')}; refused steps: ${refusals.map((r) => `${r.step} ${r.status} ${r.code}`).join(', ') || 'none'}; oracle: ${oracle.map(({ code }) => code).join(' ') || 'yes'}`;
  if (question === 'papers')
    return platform.allowed && oracle.length > 0 ? `a bad card is shown as good: ${said}` : undefined;
  if (question === 'permit') return platform.allowed && oracle.length > 0 ? `permit is active: ${said}` : undefined;
  if (question === 'goes on') return platform.allowed && oracle.some(endsWork) ? `${question}: ${said}` : undefined;
  if (platform.allowed !== (oracle.length === 0)) return `${question}: ${said}`;
  if (
    platform.allowed ||
    ['form', 'close'].includes(question) ||
    oracle.some((one) => agrees(one, platform.codes, refusals))
  )
    return undefined;
  return `${question}, for another reason: ${said}`;
}

const agrees = ({ said = [], steps = [] }: Reason, codes: readonly string[], refusals: readonly Refusal[]): boolean =>
  codes.some((code) => said.some((start) => code.startsWith(start))) ||
  refusals.some(({ step }) => steps.includes(step));
