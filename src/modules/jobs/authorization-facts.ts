import { Injectable } from '@nestjs/common';
import type { AreaFacts, Facts, MeasuredPosition, PermitFacts } from '../../domain/authorization/facts';
import { readSignboard } from '../../domain/places/signboard';
import { invalid, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Call } from '../../platform/auth/request';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { SignboardCodes } from '../permits/signboard/signboard-codes';
import { MapReadings } from '../sites/map-readings';
import { PlaceRules } from '../sites/place-rules';
import { type KnownPermit, PermitCandidatesView } from './permit-candidates.view';
import type { Question } from './question';
import { type KnownArea, type Subjects, SubjectsView } from './subjects.view';

/**
 * Loads what `authorize` looks at, in two statements, which travel together where the permit is named: asking six readers
 * one after the other would cost six round trips. Reads only, under the system scope: who may start is decided on the facts.
 */
@Injectable()
export class AuthorizationFacts {
  constructor(
    private readonly subjects: SubjectsView,
    private readonly permits: PermitCandidatesView,
    private readonly rules: RulesReader,
    private readonly signboards: SignboardCodes,
    private readonly maps: MapReadings,
    private readonly places: PlaceRules,
  ) {}

  async load({ tx, caller, at }: Call, question: Question): Promise<Result<Facts, Refusal>> {
    const { permitId } = question;
    const [subjects, named] = await Promise.all([
      this.subjects.load(tx, question, caller.userId, at),
      permitId === null ? null : this.permits.named(tx, permitId, at),
    ]);
    const wrong = wrongQuestion(question, subjects);
    if (wrong) return refused(wrong);
    const { machine, chip, welder, certificates } = subjects;
    const { permits, calendar, daysAhead } = named ?? (await this.permits.ofWelder(tx, welder?.id ?? null, at));
    const position = positionOf(question, subjects);
    return ok({
      asked: {
        purpose: question.purpose,
        permitId: question.permitId,
        outlet: question.outlet,
        replacesJobId: question.replacesJobId,
        photoTakenAt: subjects.photoTakenAt,
        proofPhotoTakenAt: subjects.proofPhotoTakenAt,
        goesOn: question.goesOn,
        ...(question.pin && { pin: question.pin }),
        ...(question.handedOverByOther && { handedOverByOther: true }),
      },
      caller: {
        userId: caller.userId,
        welderId: caller.welderId,
        enterpriseId: caller.enterpriseId,
        roles: caller.roles,
        ...(caller.seatWaiting && { seatWaiting: true }),
      },
      machine,
      chip,
      welder,
      certificates,
      permits: await Promise.all(
        permits.map(async (permit) => ({
          ...this.scannedAt(permit, question, caller.userId, at),
          ...((await this.maps.ofPermit(tx, permit, position)) ? {} : NOT_AS_ON_A_MAP),
          ...(await this.nowAsked(tx, permit)),
        })),
      ),
      designatedArea: subjects.area && {
        ...scannedIn(subjects.area, question),
        ...((await this.maps.ofArea(tx, subjects.area, position, at)) ? {} : NOT_AS_ON_A_MAP),
      },
      position,
      chipPosition: subjects.chipPosition,
      modes: subjects.modes,
      stops: subjects.stops,
      ...(subjects.practice && { practice: subjects.practice }),
      ...(subjects.waivers.length > 0 && { waivers: subjects.waivers }),
      calendar,
      daysAhead,
      wind: null,
      rules: this.rules.book(),
    });
  }

  /** Other permits are asked this when they are started; a small job is started by its first job. */
  private async nowAsked(tx: Tx, permit: KnownPermit): Promise<Pick<PermitFacts, 'placeNowAsks'>> {
    if (permit.regime !== 'small' || permit.state !== 'issued') return {};
    const placeNowAsks = await this.places.nowAsked(tx, permit);
    return placeNowAsks === null ? {} : { placeNowAsks };
  }

  /** What the signboard that was scanned says of this permit's place. */
  private scannedAt(
    { code, signboardBoundAt: boundAt, occupierEnterpriseId: _whose, ...permit }: KnownPermit,
    { signboardCode }: Question,
    userId: string | null,
    at: Instant,
  ): PermitFacts {
    const changing = signboardCode === null ? [] : this.signboards.codesFor(permit, userId, at);
    return { ...permit, signboard: readSignboard(signboardCode, { code, boundAt, changing }) };
  }
}

/** Said only where it is refused, as decisions are kept. */
const NOT_AS_ON_A_MAP = { chineseMap: false } as const;

const scannedIn = (
  { signboardCode: code, signboardBoundAt: boundAt, ...area }: KnownArea,
  { signboardCode }: Question,
): AreaFacts => ({ ...area, signboard: readSignboard(signboardCode, { code, boundAt, changing: [] }) });

/** What cannot be answered because it names something that cannot be meant. */
function wrongQuestion(
  { outlet, photoId, proofPhotoId }: Question,
  { machineCodeKind, welderCodeKind, machine, photoTakenAt, proofPhotoTakenAt }: Subjects,
): Refusal | null {
  if (isOther(machineCodeKind, 'machine')) return wrongKind('machineCode', machineCodeKind);
  if (isOther(welderCodeKind, 'welder')) return wrongKind('welderCode', welderCodeKind);
  if (machine && outlet > machine.outlets)
    return invalid('job.outlet-unknown', {
      params: { outlets: machine.outlets },
      errors: [{ path: 'outlet', code: 'job.outlet-unknown', params: { outlets: machine.outlets } }],
    });
  if (photoId !== null && photoTakenAt === null) return wrongField('photoId', 'job.photo-unknown');
  if (proofPhotoId !== null && proofPhotoTakenAt === null) return wrongField('proof.photoId', 'job.photo-unknown');
  return null;
}

/** A blank code is the right kind of sticker, on a machine that is not registered yet. */
const isOther = (kind: string | null, wanted: string): boolean => kind !== null && kind !== 'blank' && kind !== wanted;

const wrongKind = (path: string, kind: string | null): Refusal => wrongField(path, 'code.wrong-kind', { kind });

/** The phone's position; without one the chip's, where it has had a fix lately. */
function positionOf({ position }: Question, { chipPosition }: Subjects): MeasuredPosition | null {
  if (position) return { ...position, source: 'phone' };
  return chipPosition && { ...chipPosition, source: 'chip' };
}
