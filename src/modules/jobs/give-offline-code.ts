import { Injectable } from '@nestjs/common';
import { oneTimeCode } from '../../domain/jobs/one-time-code';
import { offlineCode, type OfflineFault } from '../../domain/jobs/offline-code-rules';
import { nextCounter, type OfflineWindow } from '../../domain/jobs/offline-window';
import { conflict, invalid, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Sealer } from '../../platform/database/sealer';
import { Authorizer } from './authorizer';
import { DecisionStore, regionOf, type DecisionRecord } from './decision.store';
import { toQuestion, type JobRequest } from './job-request.dto';
import type { OfflineCodeView } from './job.dto';
import { jobRefused } from './job-starter';
import { JudgePin } from './judge-pin';
import { OfflineCodeStore, type CodeWanted, type OfflineCode } from './offline-code.store';
import { lockCounters } from './offline-codes.view';

export const OFFLINE_CODE = 'offline.code';
const CHIP_SECRET = 'chip.secret';

/** A code for a chip without network: authorised like a start, typed into the chip by hand (docs/chip-protocol.md). */
@Injectable()
export class GiveOfflineCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly authorizer: Authorizer,
    private readonly decisions: DecisionStore,
    private readonly codes: OfflineCodeStore,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly pin: JudgePin,
  ) {}

  async execute(request: Request, body: JobRequest): Promise<Result<OfflineCodeView, Refusal>> {
    const asked = toQuestion(request.caller, body, 'offline-code');
    const question = await this.pin.answer(request, asked, body.identity?.pin);
    if (!question.ok) return question;
    return this.uow.run(systemScope('authorize'), async (tx) => {
      const call = { ...request, tx };
      const decided = await this.authorizer.decide(call, question.value);
      if (!decided.ok) return decided;
      this.decisions.save(tx, decided.value);
      if (!decided.value.decision.allowed) return refused(jobRefused(decided.value, call.language));
      const window = offlineCode(decided.value.facts, decided.value.decision, call.at);
      if (!window.ok) return refused(refusalOf(window.refusal));
      return this.give(call, workOf(decided.value), window.value, decided.value);
    });
  }

  private async give(
    { tx, caller, at }: Call,
    work: CodeWanted,
    window: OfflineWindow,
    record: DecisionRecord,
  ): Promise<Result<OfflineCodeView, Refusal>> {
    const { expects, highestIssued, secretSealed } = await lockCounters(tx, work.chipNo);
    const known = await this.codes.findUnused(tx, work, expects, at);
    if (known) return ok(this.toView(known));
    const counter = nextCounter(expects, highestIssued);
    if (counter === null) return refused(conflict('job.offline-too-many'));
    const secret = Buffer.from(this.sealer.open(CHIP_SECRET, secretSealed), 'hex');
    const code: OfflineCode = {
      ...work,
      ...window,
      id: record.id,
      decisionId: record.id,
      counter,
      codeSealed: this.sealer.seal(OFFLINE_CODE, oneTimeCode(secret, window.hours, counter)),
      issuedAt: at,
    };
    await this.codes.insert(tx, code);
    this.journal.record(tx, caller, at, [auditOf(code, record, at)]);
    return ok(this.toView(code));
  }

  private toView({ codeSealed, counter, validUntil }: OfflineCode): OfflineCodeView {
    return {
      code: this.sealer.open(OFFLINE_CODE, codeSealed),
      counter,
      validUntil: new Date(validUntil).toISOString(),
    };
  }
}

/** A chip that is heard can be started the usual way; what else speaks against a code lies in the request. */
const refusalOf = (fault: OfflineFault): Refusal =>
  fault === 'offline.chip-heard' || fault === 'offline.special' ? conflict(fault) : invalid(fault);

/** Only of a decision for which a code may be given: machine, chip and welder are known then. */
function workOf({ facts: { machine, chip, welder, asked }, decision }: DecisionRecord): CodeWanted {
  if (!machine || !chip || !welder) throw new Error('a one-time code needs machine, chip and welder');
  const { permitId, designatedAreaId } = decision;
  return {
    chipNo: chip.chipNo,
    machineId: machine.id,
    outlet: asked.outlet,
    welderId: welder.id,
    permitId,
    designatedAreaId,
  };
}

/** The code itself is a key and stays out of the trail. */
const auditOf = (
  { id, chipNo, counter, hours, welderId }: OfflineCode,
  { facts, decision }: DecisionRecord,
  at: Instant,
) => ({
  action: 'job.give-offline-code',
  entity: 'offline-code',
  entityId: id,
  regionCode: regionOf(facts, decision),
  after: { chipNo, counter, hours, welderId, at: new Date(at).toISOString() },
});
