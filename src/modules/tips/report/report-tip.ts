import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { withoutNumbers } from '../../../domain/tips/hidden-numbers';
import { addressLimits } from '../../../domain/tips/tip-limits';
import { groupTrackingCode } from '../../../domain/tips/tracking-code';
import { isRealPosition, type Position } from '../../../kernel/geo';
import { normalPhone } from '../../../kernel/phone';
import { tooMany, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { FileStore } from '../../../platform/files/file-store';
import type { Picture } from '../../../platform/files/picture';
import { TextAllowance } from '../../../platform/messaging/text-allowance';
import { Clock } from '../../../platform/time/clock';
import { Ids } from '../../../platform/time/ids';
import { TipSealer } from '../identity/tip-sealer';
import { TipStore, type Tip } from '../tip.store';
import type { ReportTipRequest, TipReceipt } from './tip.dto';
import { TipSubjects } from './tip-subjects';

const SCOPE = systemScope('tip');
/** No address of a reporter reaches the audit trail. */
const REPORTER = systemActor('tip');

/** 一键举报: anybody reports, nobody has to say who they are. */
@Injectable()
export class ReportTip {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tips: TipStore,
    private readonly subjects: TipSubjects,
    private readonly sealer: TipSealer,
    private readonly files: FileStore,
    private readonly allowance: TextAllowance,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Asked before a form is read: a flood costs no memory. */
  async admit(address: string): Promise<Result<null, Refusal>> {
    const wait = await this.uow.run(SCOPE, (tx) => this.allowance.spend(tx, addressLimits(address), this.clock.now()));
    return wait === null ? ok(null) : refused(tooMany('tip.too-many', { extra: { retryAfter: wait } }));
  }

  async execute(body: ReportTipRequest, photos: readonly Buffer[]): Promise<Result<TipReceipt, Refusal>> {
    const phone = body.phone ? normalPhone(body.phone) : null;
    if (body.phone && phone === null) return refused(wrongField('phone', 'field.phone'));
    const pictures: Picture[] = [];
    for (const bytes of photos) {
      const picture = await this.files.take(bytes);
      if (!picture.ok) return picture;
      pictures.push(picture.value);
    }
    return ok(await this.uow.run(SCOPE, (tx) => this.keep(tx, body, phone, pictures)));
  }

  /** A tip that came before, whose answer was lost on the way, is answered as then. */
  private async keep(
    tx: Tx,
    body: ReportTipRequest,
    phone: string | null,
    pictures: readonly Picture[],
  ): Promise<TipReceipt> {
    const at = this.clock.now();
    const position = positionOf(body);
    const { trackingCode, pin } = this.sealer.receiptOf(body.sendKey ?? randomBytes(16).toString('hex'));
    const trackingHash = this.sealer.trackingHash(trackingCode);
    const { machineId, codeText, home } = await this.subjects.machineOf(tx, body.machineCode);
    const text = withoutNumbers(body.text);
    const about = body.about?.trim() || null;
    const identity = { phone, about, fullText: text === body.text ? null : body.text };
    const tip: Tip = {
      ...{ id: this.ids.next(at), trackingHash, pinHash: this.sealer.pinHash(trackingCode, pin) },
      ...{ kind: body.kind, text, lat: position?.lat ?? null, lng: position?.lng ?? null, machineId, codeText },
      ...{
        regionCode: await this.subjects.regionOf(tx, body.regionCode, position, home),
        state: 'received',
        receivedAt: at,
      },
      hasIdentity: Object.values(identity).some((part) => part !== null),
      ...{ assignedTo: null, task: null, dueAt: null, outcome: null, checkedBy: null, checkedAt: null },
      ...{ violationId: null, mergedInto: null, closedAt: null },
    };
    const receipt = { trackingCode: groupTrackingCode(trackingCode), pin };
    if (!(await this.tips.insertNew(tx, tip))) return receipt;
    if (tip.hasIdentity)
      await this.tips.addIdentity(tx, {
        ...{ tipId: tip.id, regionCode: tip.regionCode, sealed: this.sealer.seal(tip.id, identity) },
        reporterKey: phone === null ? null : this.sealer.reporterKey(phone),
      });
    const kept = [];
    for (const picture of pictures) kept.push((await this.files.keep(tx, picture, { caller: null, at })).id);
    const photo = { tipId: tip.id, takenBy: 'reporter', shownToHandler: false };
    await this.tips.addPhotos(tx, kept.map((fileId) => ({ ...photo, fileId }))); // prettier-ignore
    const after = { kind: tip.kind, photos: kept.length };
    const entry = { action: 'tip.received', entity: 'tip', entityId: tip.id, regionCode: tip.regionCode, after };
    this.journal.record(tx, REPORTER, at, [entry]);
    return receipt;
  }
}

/** A phone without a fix says 0,0: that is no place where anything was seen. */
function positionOf({ lat, lng }: ReportTipRequest): Position | null {
  if (lat === undefined || lng === undefined) return null;
  return isRealPosition({ lat, lng }) ? { lat, lng } : null;
}
