import { Injectable } from '@nestjs/common';
import { INSPECTION_STEPS, inspectionLifeCycle, takesFindings, type InspectionStep } from '../../../domain/inspections/inspection-life-cycle'; // prettier-ignore
import { foundWhen } from '../../../domain/violations/deadlines';
import { isRealPosition } from '../../../kernel/geo';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import type { InspectionRow } from '../../../schema/inspections/inspection.row';
import { RecordViolation } from '../../supervision/record-violation';
import type { RecordViolationRequest } from '../../supervision/violation-request.dto';
import { FindInspections, snapshotFor } from './find-inspections';
import type { InspectionDetail, InspectionStepRequest } from './inspection.dto';
import { InspectionStore, type Inspection } from './inspection.store';
import { InspectionViews } from './inspections.view';

type Changes = Partial<InspectionRow>;
const ANSWERS = ['yes', 'no', 'not-applicable'];

/** 现场查、讲、交办、签字、验收, what is found in between, and the publication of the result. */
@Injectable()
export class TakeInspectionStep {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly inspections: InspectionStore,
    private readonly views: InspectionViews,
    private readonly findInspections: FindInspections,
    private readonly photos: OwnPhotos,
    private readonly record: RecordViolation,
    private readonly journal: Journal,
  ) {}

  execute(
    request: Request,
    id: string,
    name: string,
    body: InspectionStepRequest,
  ): Promise<Result<InspectionDetail, Refusal>> {
    const step = INSPECTION_STEPS.find((one) => one === name);
    if (!step)
      return Promise.resolve(refused(notFound('inspection.step-unknown', { extra: { steps: INSPECTION_STEPS } })));
    return this.move(request, id, async (call, inspection) => {
      const openCases = (await this.views.one(call.tx, id))?.openCases ?? 0;
      const moved = inspectionLifeCycle.step(snapshotFor(inspection, call.caller, openCases), step);
      if (moved.outcome === 'not-open') return refused(conflict('inspection.step-not-open'));
      if (moved.outcome === 'refused') {
        const reason = moved.reasons[0]!;
        return refused(reason === 'inspection.cases-open' ? conflict(reason) : forbidden(reason));
      }
      const changes = await this.changesOf(call, inspection, step, body);
      if (!changes.ok) return changes;
      await this.inspections.change(call.tx, id, { ...changes.value, state: moved.to });
      return this.saveStep(call, inspection, step, body);
    });
  }

  /** What is found becomes a case of its own, named by the visit. */
  finding(request: Request, id: string, body: RecordViolationRequest): Promise<Result<InspectionDetail, Refusal>> {
    return this.move(request, id, async (call, inspection) => {
      if (!inspection.officerIds.includes(call.caller.userId)) return refused(forbidden('inspection.not-your-task'));
      if (!takesFindings(inspection.state)) return refused(conflict('inspection.signed-already'));
      const { enterpriseId, machineId, regionCode } = inspection;
      const recorded = await this.record.recordIn(sentTo(call, regionCode), {
        ...body,
        regionCode,
        enterpriseId: body.enterpriseId ?? enterpriseId ?? undefined,
        machineId: body.machineId ?? (body.machineCode === undefined ? (machineId ?? undefined) : undefined),
      });
      if (!recorded.ok) return recorded;
      await this.inspections.addFinding(call.tx, id, recorded.value);
      return ok(null);
    });
  }

  private async changesOf(
    call: Call,
    inspection: Inspection,
    step: InspectionStep,
    { answers = {}, signedName, signatureId, note }: InspectionStepRequest,
  ): Promise<Result<Changes, Refusal>> {
    if (step === 'look') {
      const codes = this.findInspections.checksOf(inspection, call).map(({ code }) => code);
      const wrong = Object.entries(answers).some(([code, one]) => !codes.includes(code) || !ANSWERS.includes(one));
      if (wrong) return refused(wrongField('answers', 'inspection.answer-unknown'));
      return codes.every((code) => code in answers)
        ? ok({ answers })
        : refused(wrongField('answers', 'inspection.checklist-open'));
    }
    if (step === 'publish') return note ? ok({ result: note.trim(), publishedBy: call.caller.userId, publishedAt: call.at }) : refused(wrongField('note', 'field.required')); // prettier-ignore
    if (step !== 'sign') return ok({});
    if (!signedName) return refused(wrongField('signedName', 'field.required'));
    if (!signatureId) return refused(wrongField('signatureId', 'field.required'));
    const isOwn = await this.photos.areOf(call.tx, call.caller, [signatureId]);
    return isOwn
      ? ok({ signedName: signedName.trim(), signatureId })
      : refused(wrongField('signatureId', 'violation.photo-unknown'));
  }

  private async saveStep(
    { tx, caller, at }: Call,
    { id, regionCode }: Inspection,
    step: InspectionStep,
    { note, photoId, lat, lng, givenAt: typed }: InspectionStepRequest,
  ): Promise<Result<null, Refusal>> {
    const givenAt = foundWhen(typed === undefined ? null : Date.parse(typed), at);
    if (givenAt === null) return refused(wrongField('givenAt', 'violation.found-in-future'));
    if (photoId !== undefined && !(await this.photos.areOf(tx, caller, [photoId])))
      return refused(wrongField('photoId', 'violation.photo-unknown'));
    const located = lat !== undefined && lng !== undefined && isRealPosition({ lat, lng });
    await this.inspections.addStep(tx, {
      ...{ inspectionId: id, step, takenBy: caller.userId, takenAt: at, givenAt: Math.min(givenAt, at) },
      ...{ note: note?.trim() ?? null, photoId: photoId ?? null },
      ...{ lat: located ? lat : null, lng: located ? lng : null },
    });
    const entry = { action: `inspection.${step}`, entity: 'inspection', entityId: id, regionCode };
    this.journal.record(tx, caller, at, [{ ...entry, after: { photoId: photoId ?? null } }]);
    return ok(null);
  }

  private async move(
    request: Request,
    id: string,
    work: (call: Call, inspection: Inspection) => Promise<Result<null, Refusal>>,
  ): Promise<Result<InspectionDetail, Refusal>> {
    const seen = await this.uow.run(request.caller.scope, (tx) => this.inspections.find(tx, id));
    if (!seen) return refused(notFound('inspection.not-found'));
    const done = await this.uow.attempt(systemScope('inspection'), async (tx) =>
      work({ ...request, tx }, (await this.inspections.lock(tx, id))!),
    );
    return done.ok ? this.findInspections.one(request, id) : done;
  }
}

/** Whoever is sent to another town (交叉互查) records there what they find: the same person, in reach of the place. */
const sentTo = (call: Call, regionCode: string): Call => ({
  ...call,
  caller: { ...call.caller, scope: { kind: 'region', regionCode, userId: call.caller.userId } },
});
