import { Injectable } from '@nestjs/common';
import { judgePaper } from '../../domain/outages/paper-entry';
import { paperNumber, readPaperNumber } from '../../domain/outages/paper-number';
import { tooLittleFor } from '../../domain/permits/regimes-of-trade';
import type { Regime } from '../../domain/permits/permit';
import { PermitRules } from '../../domain/permits/permit-rules';
import { conflict, invalid, wrongField, type FieldError, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { instantOf } from '../../kernel/rfc3339';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { FileStore } from '../../platform/files/file-store';
import { toPage, type PageQuery } from '../../platform/http/page';
import { Ids } from '../../platform/time/ids';
import { RulesReader } from '../rules/rules.reader';
import { JudgeMachinesAgain } from '../supervision/judge-machines-again';
import { OutageStore } from './outage.store';
import type { EnterPaperRequest, PaperPermitPage, PaperPermitView } from './paper.dto';
import { type PaperPermit, PaperStore } from './paper.store';
import { type Holder, type NamedOnPaper, PaperSubjects } from './paper-subjects';
import { toPaperView } from './paper-view';

const SCOPE = systemScope('paper');
/** Which field a fault belongs to. */
const FIELD: Readonly<Record<string, string>> = {
  'paper.number-unknown': 'number',
  'paper.number-not-yours': 'number',
  'paper.outside-outage': 'from',
};

/** A permit that was written on numbered paper while the platform was down. Arcs of its machines in its time are judged anew. */
@Injectable()
export class EnterPaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly papers: PaperStore,
    private readonly outages: OutageStore,
    private readonly subjects: PaperSubjects,
    private readonly files: FileStore,
    private readonly rules: RulesReader,
    private readonly judge: JudgeMachinesAgain,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute(request: Request, body: EnterPaperRequest): Promise<Result<PaperPermitView, Refusal>> {
    return this.uow.run(SCOPE, async (tx) => {
      const call = { ...request, tx };
      const holder = await this.subjects.holderOf(call);
      const named = await this.subjects.named(call, body, holder);
      const photo = await this.files.read(tx, body.photoId);
      const levels = this.levelsOf(body.regime, holder, instantOf(body.from));
      const errors: FieldError[] = [
        ...(levels.length === 0 || levels.includes(body.level) ? [] : [{ path: 'level', code: 'paper.level-unknown' }]),
        ...named.errors,
        // an outage waives the platform, not the form that the trade asks for
        ...(tooLittleFor(body.regime, holder.trades) ? [{ path: 'regime', code: 'permit.regime-below-trade' }] : []),
        ...(photo?.uploadedBy === request.caller.userId ? [] : [{ path: 'photoId', code: 'paper.photo-unknown' }]),
      ];
      if (errors.length > 0) return refused(invalid('request.invalid', { errors }));
      return this.enter(call, body, holder, named);
    });
  }

  private async enter(
    call: Call,
    body: EnterPaperRequest,
    holder: Holder,
    named: NamedOnPaper,
  ): Promise<Result<PaperPermitView, Refusal>> {
    const { tx, at } = call;
    const number = readPaperNumber(body.number);
    const block = number === null ? null : await this.papers.blockOf(tx, number);
    const period = { from: instantOf(body.from), to: instantOf(body.to) };
    const entryHours = this.rules.book().value<number>('paper.entry-hours', {}, at);
    const outages = await this.outages.touching(tx, period);
    const judged = judgePaper({ ...period, holder, block, outages, entryHours }, at);
    if (typeof judged === 'string') return refused(wrongField(FIELD[judged] ?? 'to', judged, { hours: entryHours }));
    if (number === null || block === null) return refused(wrongField('number', 'paper.number-unknown'));
    const paper: PaperPermit = {
      ...{ id: this.ids.next(at), number, blockId: block.id, outageId: judged.id },
      ...{ enterpriseId: holder.enterpriseId, regionCode: holder.regionCode, regime: body.regime },
      ...{ level: body.level.trim(), welderIds: named.welderIds, machineIds: named.machineIds },
      ...{ placeName: body.place.name.trim(), lat: body.place.lat, lng: body.place.lng },
      ...{ content: body.content.trim(), signers: body.signers.map(({ as, name }) => ({ as, name })) },
      ...{ ...period, photoId: body.photoId, enteredBy: call.caller.userId, enteredAt: at },
    };
    if (!(await this.papers.insert(tx, paper))) return refused(conflict('paper.number-used'));
    this.record(call, paper);
    await this.judge.execute(tx, paper.machineIds, period, at);
    return ok(toPaperView(paper));
  }

  /** By the rules of the day of the work; none where the regime has no levels yet. */
  private levelsOf(regime: Regime, { regionCode }: Holder, at: Instant): readonly string[] {
    return new PermitRules(this.rules.book(), { regime, level: '', regionCode }, at).knownLevels;
  }

  async list({ caller }: Request, { limit, cursor }: PageQuery): Promise<PaperPermitPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.papers.list(tx, { limit, cursor }));
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map(toPaperView) };
  }

  private record({ tx, caller, at }: Call, paper: PaperPermit): void {
    const { id: entityId, regionCode, signers: _names, number, ...after } = paper;
    this.journal.record(tx, caller, at, [
      { action: 'paper.entered', entity: 'paper-permit', entityId, regionCode, after: { ...after, number: paperNumber(number) } }, // prettier-ignore
    ]);
  }
}
