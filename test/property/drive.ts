import type { Actor, Answer, Body, Cast, Firm, Staff } from './cast';
import type { Case, GasSpec, Happening, Spot } from './case';
import { TOWN } from './cast';
import { DAY, HOUR, MINUTE } from './oracle/time-law';
import type { Act, Circle, Permit, Person, Welder } from './oracle/world';
import { stand } from './spots';

export interface Refusal {
  readonly step: string;
  readonly status: number;
  readonly code: string;
}

/** The seats as forms of today ask for them, in order; the drive goes on until the permit is approved. */
const CHAIN: Readonly<Record<string, readonly Staff[]>> = {
  'general ordinary': ['safety', 'head'],
  'general raised': ['safety', 'head'],
  'construction first': ['head', 'safety'],
  'construction second': ['manager', 'safety', 'head'],
  'construction third': ['manager', 'safety'],
  'chemical special': ['manager', 'safety', 'head'],
  'chemical first': ['manager', 'safety'],
  'chemical second': ['manager'],
};

/** The seat that the law itself names. */
const NAMED_SEAT: Readonly<Record<string, Staff>> = {
  'construction first': 'safety',
  'construction third': 'safety',
  'chemical first': 'safety',
  'chemical second': 'manager',
};

/** Fields of the standard's form, filled in where the form has them. */
const STANDARD_FORM: Body = {
  riskAnalysis: '火灾、爆炸；已隔离、清洗、置换',
  relatedTickets: [],
  workPlanNumber: 'FA-2026-1',
  video: { recorder: '防爆摄录仪 1 号', keeper: '安全科' },
};

interface NamedWelder {
  readonly id: string;
  readonly certificates: readonly { readonly state: string; readonly operations: readonly string[] }[] | null;
}

/** States of a card with which its holder may work. */
const GOOD_CARD: ReadonlySet<string> = new Set(['valid', 'expiring']);

const STAFF_OF: Readonly<Record<string, Staff>> = {
  'enterprise-manager': 'manager',
  'safety-officer': 'safety',
  'enterprise-head': 'head',
};

/** One permit from its form to work, as people do it over HTTP; keeps what was tried and what was refused. */
export class PermitDrive {
  readonly acts: Act[] = [];
  readonly refusals: Refusal[] = [];
  permitId?: string;
  /** On the signboard. */
  code?: string;
  private base?: Omit<Permit, 'acts'>;
  private readonly specialPeriods: string[] = [];

  constructor(
    private readonly cast: Cast,
    private readonly c: Case,
    readonly firm: Firm,
    readonly circle: Circle,
    private readonly people: {
      readonly named: { actor: Actor; welder: Welder };
      readonly machineIds: readonly string[];
      readonly contractorId?: string;
      readonly alsoNamed: readonly Welder[];
    },
  ) {}

  get permit(): Permit | undefined {
    return this.base && { ...this.base, acts: this.acts };
  }

  async takeToWork(): Promise<void> {
    await this.takeToWatch();
    if (!this.permitId) return;
    await this.begin();
    for (const happening of this.c.before) await this.happen(happening);
  }

  /** As far as the watcher's place, the checklist and the gas test. */
  async takeToWatch(): Promise<void> {
    await this.ask();
    if (!this.permitId) return;
    for (const noise of this.c.noise) await this.makeNoise(noise);
    await this.sign();
    await this.issue();
    await this.countersign();
    await this.prepare();
  }

  private async begin(): Promise<void> {
    const { starter, watcher } = this.c;
    if (starter === 'nobody') return;
    const who = starter === 'the-watcher' ? (watcher === 'occupier' ? 'applicant' : watcher) : starter;
    await this.command('start', who, 'start', {});
  }

  private async ask(): Promise<void> {
    const { c, firm } = this;
    const { questions: asked, seats: formSeats } = await this.cast.form(c.regime);
    const questions = asked.map(({ code }) => code);
    // The form shows what the place itself answers, so nobody answers that again.
    const kindsThere = [...c.kinds, ...(c.denies ? [] : (c.site?.facts.kinds ?? []))];
    const open = asked.filter(({ placeKinds }) => !placeKinds.some((kind) => kindsThere.includes(kind)));
    const answers = Object.fromEntries(
      open
        .filter(({ code }) => !c.unanswered.includes(code) && !c.unanswered.includes('*'))
        .map(({ code }) => [code, c.yes.includes(code) ? 'yes' : 'no'] as const),
    );
    const applicant = await this.actor(c.applicant);
    const watcher = await this.watcher();
    const { named } = this.people;
    const occupierPhone = c.regime === 'small' ? await this.occupierPhone(applicant) : undefined;
    const host = await this.host();
    const { contractorId } = this.people;
    const askedAt = this.cast.clock.now();
    const from = askedAt + c.leadMinutes * MINUTE;
    const to = from + c.hours * HOUR;
    const body: Body = {
      regime: c.regime,
      ...(c.selfEmployed ? {} : { enterpriseId: firm.id }),
      ...(contractorId ? { contractorId } : {}),
      place: { name: '测试点', ...this.circle, kinds: c.kinds },
      content: '焊接支架',
      method: '焊条电弧焊',
      plannedStart: new Date(from).toISOString(),
      plannedEnd: new Date(to).toISOString(),
      welderIds: [named.welder.id, ...this.people.alsoNamed.map(({ id }) => id)],
      machineIds: this.people.machineIds,
      gases: c.gases,
      submit: true,
      ...(watcher ? { fireWatchId: watcher.person.id } : {}),
      ...(occupierPhone ? { occupierPhone } : {}),
      ...(host ? { occupierEnterpriseId: host.id } : {}),
      ...(c.regionElsewhere ? { regionCode: TOWN.lenient } : {}),
      ...(c.urgent ? { urgent: true, urgentReason: '抢修' } : {}),
      answers,
      ...(c.regime === 'chemical' && c.form === 'full' ? this.cast.known(STANDARD_FORM) : {}),
    };
    for (let n = 0; n < c.smallBefore; n += 1) await this.earlierSmall(applicant, body, n);
    const answer = this.note('submit', await applicant.post('/permits', body));
    this.permitId = answer.status < 300 ? String(answer.body['id']) : undefined;
    this.code = String(answer.body['code']);
    const staffPhones = await Promise.all(
      (['safety', 'watcher'] as const).map(async (one) => (await this.cast.staff(firm, one)).person.phone ?? ''),
    );
    this.base = {
      regime: c.regime,
      enterpriseId: c.selfEmployed ? undefined : firm.id,
      contractorId,
      // A firm of the building trade is no building site by itself; its confirmed site is.
      placeTrades: [
        ...(firm.trade === 'construction' || c.selfEmployed ? [] : [firm.trade]),
        ...(host && c.hostTrade ? [c.hostTrade] : []),
      ],
      applicant: applicant.person,
      askedAt,
      from,
      to,
      circle: this.circle,
      kinds: c.kinds,
      questions,
      answers,
      gases: c.gases,
      welderIds: [named.welder.id, ...this.people.alsoNamed.map(({ id }) => id)],
      welderPhones: [named.welder.phone],
      machineIds: this.people.machineIds,
      watcher: watcher?.person,
      occupierPhone,
      ownPhones: [applicant.person.phone ?? '', ...(c.selfEmployed ? [] : staffPhones)],
      urgent: c.urgent,
      measures: this.permitId ? (answer.body['measures'] as Body[]).map((one) => String(one['code'])) : [],
      level: this.permitId ? String(answer.body['level']) : '',
      smallBefore: c.smallBefore,
      formSeats,
    };
  }

  /** The other enterprise at whose place this is, by the field of the form. */
  private async host(): Promise<Firm | undefined> {
    const { hostTrade, town } = this.c;
    return hostTrade && this.cast.firm(hostTrade, town);
  }

  private async occupierPhone(applicant: Actor): Promise<string> {
    switch (this.c.occupierPhone) {
      case 'applicant':
        return applicant.person.phone ?? '';
      case 'welder':
        return this.people.named.welder.phone;
      case 'colleague':
        return (await this.cast.staff(this.firm, 'safety')).person.phone ?? '';
      case 'colleague-watcher':
        return (await this.cast.staff(this.firm, 'watcher')).person.phone ?? '';
      case 'stranger':
        return this.cast.strangersPhone();
    }
  }

  private async earlierSmall(applicant: Actor, body: Body, n: number): Promise<void> {
    const phone = this.cast.strangersPhone();
    // north and south by turns
    const lat = this.circle.lat + ((n % 2 === 0 ? 1 : -1) * this.c.smallMovedM) / 111_195;
    const place = { ...(body['place'] as Body), lat };
    const made = await applicant.post('/permits', { ...body, place, occupierPhone: phone });
    if (made.status < 300) await this.confirmAsOccupier(String(made.body['id']), phone);
  }

  private async confirmAsOccupier(permitId: string, phone: string): Promise<Answer> {
    const code = /\d{6}/.exec(this.cast.app.lastTextTo(phone))?.[0] ?? '000000';
    const path = `/api/v1/permits/${permitId}/occupier-confirmation`;
    const { request } = this.cast.app;
    const watches = this.c.watcher === 'occupier' ? { watches: this.c.occupierWatches } : {};
    const first = await request.post(path).send({ code, ...watches, ...stand(this.circle, 'there') });
    const answer =
      first.status === 422 && JSON.stringify(first.body).includes('field.unknown')
        ? await request.post(path).send({ code })
        : first;
    return { status: answer.status, body: answer.body as Body };
  }

  private async sign(): Promise<void> {
    const { c, permit } = this;
    if (!permit) return;
    if (c.regime === 'small') return this.signSmall(permit);
    const key = `${c.regime} ${permit.level}`;
    const chain = c.urgent ? (['head'] as const) : (CHAIN[key] ?? []);
    const omitted = c.signers === 'without-last' ? (c.urgent ? 'head' : (NAMED_SEAT[key] ?? 'head')) : undefined;
    const order = c.signers === 'reversed' ? [...chain].reverse() : chain;
    for (const seat of order) if (seat !== omitted) await this.approve(seat);
  }

  private async signSmall(permit: Permit): Promise<void> {
    if (this.c.gridWorker === 'first') await this.signAsGridWorker();
    if (this.c.occupierConfirms && permit.occupierPhone && this.permitId) {
      const at = this.cast.clock.now();
      this.note('occupier', await this.confirmAsOccupier(this.permitId, permit.occupierPhone));
      this.acts.push({
        at,
        by: { id: 'occupier', role: 'welder' },
        kind: 'occupier',
        phone: permit.occupierPhone,
        watches: this.c.watcher === 'occupier' && this.c.occupierWatches,
      });
    }
    // Told that the occupier comes first, a grid worker on the spot signs once more.
    if (this.c.gridWorker !== 'never') await this.signAsGridWorker();
  }

  private async signAsGridWorker(): Promise<void> {
    const grid = await this.cast.official('grid-worker', TOWN[this.firm.town]);
    const position = stand(this.circle, this.c.signFrom);
    await this.commandBy(grid, 'approve', 'approve', { kind: 'approve', position }, { ...position });
  }

  /** D18: what the signer is shown of the named welder's cards. */
  papers?: { readonly at: number; readonly shownGood: boolean };

  private async readPapers(signer: Actor): Promise<void> {
    const at = this.cast.clock.now();
    const view = await signer.send('get', `/permits/${this.permitId ?? ''}`);
    if (view.status !== 200) return; // another firm's people are shown nothing, so nothing wrong either
    const welders = (view.body['welders'] ?? []) as NamedWelder[];
    const cards = welders.find(({ id }) => id === this.people.named.welder.id)?.certificates;
    const shownGood =
      !cards || cards.some(({ state, operations }) => GOOD_CARD.has(state) && operations.includes('fusion'));
    this.papers = { at, shownGood };
  }

  private async approve(seat: Staff): Promise<void> {
    const { c } = this;
    const signer =
      c.signers === 'strangers'
        ? await this.cast.staff(await this.cast.firm(c.trade, c.town === 'lenient' ? 'strict' : 'lenient'), seat)
        : await this.cast.staff(this.firm, seat);
    const spot = c.signFrom;
    if (c.welder !== 'valid' && !this.papers) await this.readPapers(signer);
    if (c.regime === 'construction' && c.visit && seat === 'safety') {
      const photoId = await signer.upload();
      await this.commandBy(
        signer,
        'site-visit',
        'approve',
        { kind: 'site-visit', position: stand(this.circle, spot) },
        { ...this.at(spot), photoId },
      );
    }
    await this.commandBy(
      signer,
      'approve',
      'approve',
      { kind: 'approve', position: stand(this.circle, spot) },
      this.at(spot),
    );
  }

  private async issue(): Promise<void> {
    const { c, permit } = this;
    if (!permit || c.regime === 'small' || c.issuer === 'nobody') return;
    const last = [...this.acts].reverse().find(({ kind }) => kind === 'approve')?.by;
    const staff =
      c.issuer === 'last' ? (['manager', 'safety', 'head'] as const).find((one) => last?.role.includes(one)) : c.issuer;
    if (staff) await this.command('issue', staff, 'issue', {});
  }

  /** "Urgent … full signatures within 24 h": nobody here leaves any out, for two left out in 30 days close that way to the firm. */
  private async countersign(): Promise<void> {
    const { c, permit } = this;
    if (!permit || !c.urgent) return;
    for (const seat of CHAIN[`${c.regime} ${permit.level}`] ?? [])
      await (await this.cast.staff(this.firm, seat)).post(`/permits/${this.permitId ?? ''}/commands/countersign`);
  }

  private async prepare(): Promise<void> {
    const { c, permit } = this;
    if (!permit) return;
    if (c.watcher !== 'occupier' && c.watchSpot !== 'never') await this.signOn(c.watchSpot);
    if (c.measures !== 'none')
      await this.confirmMeasures(
        c.measures === 'all-but-one' ? permit.measures.slice(1) : permit.measures,
        c.measures === 'by-manager' ? await this.cast.staff(this.firm, 'manager') : await this.onSpot(),
      );
    for (const test of c.gasTests) await this.gas(test);
    if (c.regime === 'chemical' && c.form === 'full') await this.fillStandardForm();
  }

  /** Where the occupier watches, the welder who applied ticks what he sees, else the safety officer. */
  private onSpot(): Promise<Actor> {
    const { watcher, applicant } = this.c;
    if (watcher !== 'occupier') return this.actor(watcher);
    return this.actor(applicant === 'welder' ? 'welder' : 'safety');
  }

  private confirmMeasures(confirmed: readonly string[], actor: Actor): Promise<void> {
    return this.commandBy(
      actor,
      'measures',
      'measures',
      { kind: 'measures', confirmed },
      { items: confirmed.map((code) => ({ code, confirmed: true })), ...this.at('there') },
    );
  }

  /** What the form of GB 30871 has signed before work; the oracle does not judge it, and a platform without these steps says 400. */
  private async fillStandardForm(): Promise<void> {
    const records = [
      ['work-leader-opinion', 'applicant'],
      ['briefing', 'manager'],
      ['briefing-received', 'watcher'],
      ['shift-check', 'head'],
    ] as const;
    for (const [command, who] of records)
      await (await this.actor(who)).post(`/permits/${this.permitId ?? ''}/commands/${command}`);
  }

  private async gas({ readings, age }: GasSpec): Promise<void> {
    if (readings.length === 0) return;
    const at = this.cast.clock.now();
    const sampledAt = at - age * MINUTE;
    const actor = await this.actor(this.c.watcher === 'occupier' ? 'applicant' : this.c.watcher);
    await this.commandBy(
      actor,
      'gas-test',
      'gas',
      { kind: 'gas', sampledAt, readings },
      { sampledAt: new Date(sampledAt).toISOString(), readings },
    );
  }

  /** What happens before or after power; each counts for the oracle as far as the law lets it. */
  async happen(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'wait':
        return this.cast.clock.pass(happening.minutes * MINUTE);
      case 'gas':
        return this.gas(happening.test);
      case 'watch-on':
        return this.signOn(happening.spot);
      case 'measures':
        return this.confirmMeasures(this.permit?.measures ?? [], await this.onSpot());
      case 'watch-off':
        return this.command('watch-off', happening.by, 'fire-watch-off', {});
      case 'amend': {
        const { welder } = await this.cast.welder(this.firm, 'second');
        return this.commandBy(
          await this.actor(happening.by),
          'amend',
          'amend',
          { kind: 'amend', welderIds: [welder.id] },
          { welderIds: [welder.id] },
        );
      }
      case 'confirm-amendment':
        return this.commandBy(
          happening.by === 'last-approver' ? await this.lastApprover() : await this.actor(happening.by),
          'amend',
          'amend',
          { kind: 'confirm-amendment' },
          { confirm: true },
        );
      case 'period':
        return this.declarePeriod();
      case 'extend':
        return this.extend(happening.hours, happening.signed);
      case 'close':
        return this.close(happening);
      case 'no-signal':
        return this.sayNoSignal(await this.actor(happening.by), happening.spot);
      case 'stop':
        return;
      default:
        return this.command(
          happening.kind,
          happening.by,
          happening.kind === 'tap' ? 'watch-tap' : happening.kind,
          ['suspend', 'cancel'].includes(happening.kind) ? { reason: '测试' } : {},
        );
    }
  }

  private async signOn(spot: Spot): Promise<void> {
    const { c } = this;
    const watcher = await this.actor(c.watcher === 'occupier' ? 'applicant' : c.watcher);
    const board = c.bindsBoard ? { proof: { ...stand(this.circle, spot), signboardCode: this.code } } : {};
    const by = { ...watcher.person, watchesElsewhere: c.elsewhere === 'watcher' };
    await this.commandBy(
      watcher,
      'fire-watch-on',
      'watch-on',
      { kind: 'watch-on', position: stand(this.circle, spot), bindsBoard: c.bindsBoard, by },
      { ...this.at(spot), ...board },
    );
  }

  /** More time: a permit of its own, signed like the first or left lying. */
  private async extend(hours: number, signed: boolean): Promise<void> {
    const { permit, c } = this;
    if (!permit || !this.permitId) return;
    const applicant = await this.actor(c.applicant);
    const to = permit.to + hours * HOUR;
    const body = { plannedEnd: new Date(to).toISOString(), submit: true };
    const answer = this.note('extend', await applicant.post(`/permits/${this.permitId}/extension`, body));
    if (answer.status >= 300) return;
    const next = new PermitDrive(this.cast, c, this.firm, this.circle, this.people);
    next.permitId = String(answer.body['id']);
    next.base = { ...permit, level: String(answer.body['level']), from: permit.to, to };
    if (signed) {
      await next.sign();
      await next.issue();
      await next.countersign();
    }
    this.refusals.push(...next.refusals);
    this.acts.push({ at: this.cast.clock.now(), by: applicant.person, kind: 'extend', to, acts: next.acts });
  }

  private async sayNoSignal(actor: Actor, spot: Spot): Promise<void> {
    const at = this.cast.clock.now();
    const path = `/permits/${this.permitId ?? ''}/without-signal`;
    this.note('no-signal', await actor.post(path, { withoutSignal: true, ...this.at(spot) }));
    this.acts.push({ at, by: actor.person, kind: 'no-signal', position: stand(this.circle, spot) });
  }

  private async close({ by, spot, photo, fire = false }: Extract<Happening, { kind: 'close' }>): Promise<void> {
    const actor = await this.actor(by);
    await this.commandBy(
      actor,
      'close',
      'close',
      { kind: 'close', position: stand(this.circle, spot), photo, residualFire: fire },
      { ...this.at(spot), residualFire: fire, ...(photo ? { photoId: await actor.upload() } : {}) },
    );
  }

  readonly declared: { from: number; until: number }[] = [];

  private async declarePeriod(): Promise<void> {
    const regulator = await this.cast.official('regulator', '411003');
    const from = this.cast.clock.now();
    const until = from + 2 * DAY;
    const made = await regulator.must('/special-periods', {
      to: new Date(until).toISOString(),
      name: '重点时段',
      regionCode: TOWN[this.firm.town],
    });
    this.specialPeriods.push(String(made['id']));
    this.declared.push({ from, until });
  }

  private async lastApprover(): Promise<Actor> {
    const last = [...this.acts].reverse().find(({ kind }) => kind === 'approve')?.by;
    return this.cast.staff(this.firm, STAFF_OF[last?.role ?? ''] ?? 'safety');
  }

  private async makeNoise(noise: string): Promise<void> {
    const watcher = await this.cast.staff(this.firm, 'watcher');
    const applicant = await this.actor(this.c.applicant);
    if (noise === 'approve-by-watcher')
      await this.commandBy(
        watcher,
        'approve',
        'noise',
        { kind: 'approve', position: stand(this.circle, 'there') },
        this.at('there'),
      );
    if (noise === 'issue-early')
      await this.commandBy(await this.cast.staff(this.firm, 'safety'), 'issue', 'noise', { kind: 'issue' }, {});
    if (noise === 'edit-after-submit')
      await applicant.send('put', `/permits/${this.permitId ?? ''}`, { regime: 'general' });
  }

  private at = (spot: Spot): Body => ({ ...stand(this.circle, spot) });

  private async actor(who: Staff | 'welder'): Promise<Actor> {
    if (who === 'welder') return this.people.named.actor;
    return who === 'applicant'
      ? this.c.applicant === 'welder'
        ? this.people.named.actor
        : this.cast.staff(this.firm, this.c.applicant)
      : this.cast.staff(this.firm, who);
  }

  watcher(): Promise<Actor | undefined> {
    const { watcher } = this.c;
    if (watcher === 'occupier') return Promise.resolve(undefined);
    return this.actor(watcher);
  }

  private async command(
    kind: 'start' | 'issue' | 'suspend' | 'resume' | 'finish' | 'cancel' | 'watch-off' | 'tap',
    who: Staff | 'welder',
    command: string,
    body: Body,
  ): Promise<void> {
    return this.commandBy(await this.actor(who), command, kind, { kind }, body);
  }

  private async commandBy(actor: Actor, command: string, step: string, act: ActOf, body: Body): Promise<void> {
    const at = this.cast.clock.now();
    this.note(step, await actor.sendKnown('post', `/permits/${this.permitId ?? ''}/commands/${command}`, body));
    this.acts.push({ at, by: actor.person, ...act });
  }

  private note(step: string, answer: Answer): Answer {
    if (answer.status >= 500) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
    if (answer.status >= 300) {
      const errors = ((answer.body['errors'] ?? []) as Body[]).map(
        (one) => `${String(one['path'])}=${String(one['code'])}`,
      );
      this.refusals.push({ step, status: answer.status, code: [String(answer.body['code']), ...errors].join(' ') });
    }
    return answer;
  }

  /** SQL: a case leaves no watcher standing and no permit open, without living through its fire watch. */
  async clearAway(): Promise<void> {
    const regulator = await this.cast.official('regulator', '411003');
    for (const id of this.specialPeriods) await regulator.send('delete', `/special-periods/${id}`);
    await this.cast.app.sql(
      `update permits set state = 'closed' where enterprise_id = $1 and state not in ('closed', 'cancelled', 'rejected')`,
      [this.firm.id],
    );
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type ActOf = DistributiveOmit<Act, 'at' | 'by'> & { readonly by?: Person };
