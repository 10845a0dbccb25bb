import { Injectable } from '@nestjs/common';
import { foundWhen } from '../../domain/violations/deadlines';
import type { Finding } from '../../domain/violations/finding';
import { isRealPosition } from '../../kernel/geo';
import { wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { OwnPhotos } from '../../platform/files/own-photos';
import { RaiseViolation } from './raise-violation';
import { RecordSubjects, type RecordedSubjects } from './recorded-subjects';
import { ViolationDetails } from './violation-detail.view';
import type { RecordViolationRequest } from './violation-request.dto';
import type { ViolationDetail } from './violation.dto';

/** What an official found on site. It stands for itself: two records of one machine are two records. */
@Injectable()
export class RecordViolation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subjects: RecordSubjects,
    private readonly photos: OwnPhotos,
    private readonly raise: RaiseViolation,
    private readonly details: ViolationDetails,
  ) {}

  /** Under the system's scope, because what is found here may be registered elsewhere; the region is checked instead. */
  execute(request: Request, body: RecordViolationRequest): Promise<Result<ViolationDetail, Refusal>> {
    return this.uow.run(systemScope('record-violation'), async (tx): Promise<Result<ViolationDetail, Refusal>> => {
      const call = { ...request, tx };
      const recorded = await this.recordIn(call, body);
      return recorded.ok ? ok((await this.details.find(call, recorded.value))!) : recorded;
    });
  }

  /** As a part of a visit that somebody else keeps; the id of the case. */
  async recordIn({ tx, caller, at }: Call, body: RecordViolationRequest): Promise<Result<string, Refusal>> {
    const foundAt = foundWhen(body.foundAt === undefined ? null : Date.parse(body.foundAt), at);
    if (foundAt === null) return refused(wrongField('foundAt', 'violation.found-in-future'));
    const subjects = await this.subjects.read(tx, caller, body);
    if (!subjects.ok) return subjects;
    if (!(await this.photos.areOf(tx, caller, body.photoIds ?? [])))
      return refused(wrongField('photoIds', 'violation.photo-unknown'));
    const { id } = await this.raise.execute(tx, caller, findingOf(body, subjects.value, foundAt), at);
    return ok(id);
  }
}

function findingOf(
  request: RecordViolationRequest,
  { blankCode, foundCode, ...subjects }: RecordedSubjects,
  foundAt: Instant,
): Finding {
  const { kind, grade, lat, lng, accuracyM, place, description, photoIds } = request;
  // a phone without a fix says 0,0: that is no place where anything was found
  const located = lat !== undefined && lng !== undefined && isRealPosition({ lat, lng });
  return {
    ...subjects,
    kind,
    ...(grade && { grade }),
    source: 'inspection',
    certainty: 'confirmed',
    foundAt,
    ...(located && { lat, lng }),
    place: place?.trim() || null,
    description: description?.trim() ?? '',
    photoIds: photoIds ?? [],
    evidence: {
      ...(blankCode !== null && { code: blankCode }),
      ...(foundCode !== null && { foundCode }),
      ...(located && accuracyM !== undefined && { accuracyM }),
    },
  };
}
