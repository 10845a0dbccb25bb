import { Injectable } from '@nestjs/common';
import { signInFault, minutesThere, countsAsAttended, OPEN_AFTER_MS } from '../../../domain/training/attendance';
import { distanceM } from '../../../kernel/geo';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OwnPhotos } from '../../../platform/files/own-photos';
import { TrainingAttendanceRow } from '../../../schema/training/training-attendance.row';
import type { TrainingSessionRow } from '../../../schema/training/training-session.row';
import type { WelderFacts } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import { CampaignStore } from '../campaigns/campaign.store';
import { GivePass } from '../quizzes/give-pass';
import { servesRegion } from '../training-reach';
import { SessionCodes } from './session-codes';
import type { AttendanceView, AttendRequest, SignByCardRequest } from './session.dto';
import { toAttendanceView } from './session.mapper';
import { periodOf, SessionStore } from './session.store';
import { WelderOnTheSpot } from './welder-on-the-spot';

type Answer = Result<AttendanceView, Refusal>;
type Direction = 'in' | 'out';

/** How somebody proves to be there: by the code on the screen, or the trainer who scans the card. */
interface Proof {
  readonly by: 'code' | 'card';
  readonly welder: WelderFacts;
  readonly photoId: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
}

/** Sign-in and sign-out: once each, in this order, by the person on the spot. */
@Injectable()
export class AttendSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly campaigns: CampaignStore,
    private readonly codes: SessionCodes,
    private readonly welders: WelderOnTheSpot,
    private readonly rules: RulesReader,
    private readonly passes: GivePass,
    private readonly photos: OwnPhotos,
    private readonly journal: Journal,
  ) {}

  byCode(request: Request, id: string, body: AttendRequest, direction: Direction): Promise<Answer> {
    return this.on(request, id, async (call, session) => {
      const { caller, at, tx } = call;
      const welder = await this.welders.ofAccount(tx, caller);
      if (!welder) return refused(forbidden('training.not-a-welder'));
      const fault = this.codes.faultOf(session, body.code, at) ?? this.awayFrom(session, body, at);
      if (fault) return refused(fault);
      const place = { lat: body.lat ?? null, lng: body.lng ?? null };
      return this.sign(call, session, { by: 'code', welder, photoId: body.photoId ?? null, ...place }, direction);
    });
  }

  /** For whoever has no phone; the trainer answers for it by name. */
  byCard(request: Request, id: string, body: SignByCardRequest, direction: Direction): Promise<Answer> {
    return this.on(request, id, async (call, session) => {
      if (!servesRegion(call.caller, session.regionCode)) return refused(notFound('training.session-unknown'));
      const welder = await this.welders.ofCard(call.tx, body.welderCode);
      if (!welder) return refused(wrongField('welderCode', 'training.card-unknown'));
      if (welder.id === call.caller.welderId) return refused(forbidden('training.own-card'));
      const proof: Proof = { by: 'card', welder, photoId: body.photoId ?? null, lat: null, lng: null };
      return this.sign(call, session, proof, direction);
    });
  }

  private on(
    request: Request,
    id: string,
    work: (call: Call, session: TrainingSessionRow) => Promise<Answer>,
  ): Promise<Answer> {
    return this.uow.attempt(systemScope('training'), async (tx): Promise<Answer> => {
      const session = await this.sessions.lock(tx, id);
      return session ? work({ ...request, tx }, session) : refused(notFound('training.session-unknown'));
    });
  }

  /** The code of half a minute can be sent on, so a phone shows where it is. Whose phone cannot is signed in by card. */
  private awayFrom(
    session: TrainingSessionRow,
    { lat, lng, accuracyM = 0 }: AttendRequest,
    at: number,
  ): Refusal | null {
    if (session.lat === null || session.lng === null) return null;
    if (lat === undefined || lng === undefined) return wrongField('lat', 'training.position-needed');
    const { regionCode } = session;
    const metres = this.rules.book().value<number>('training.sign-in-within-m', { regionCode }, at);
    const away = distanceM({ lat, lng }, { lat: session.lat, lng: session.lng }) - accuracyM;
    return away > metres ? wrongField('lat', 'training.too-far', { metres }) : null;
  }

  private async sign(call: Call, session: TrainingSessionRow, proof: Proof, direction: Direction): Promise<Answer> {
    const photoIds = proof.photoId === null ? [] : [proof.photoId];
    if (!(await this.photos.areOf(call.tx, call.caller, photoIds)))
      return refused(wrongField('photoId', 'training.photo-unknown'));
    return direction === 'in' ? this.signIn(call, session, proof) : this.signOut(call, session, proof);
  }

  private async signIn(call: Call, session: TrainingSessionRow, proof: Proof): Promise<Answer> {
    const { tx, caller, at } = call;
    const { regionCode } = session;
    const early = this.rules.book().value<number>('training.sign-in-early-minutes', { regionCode }, at);
    const fault = signInFault(periodOf(session), early, at);
    if (fault) return refused(conflict(fault, { params: { minutes: early } }));
    if (!(await this.campaigns.isFor(tx, session.campaignId, proof.welder.id)))
      return refused(forbidden('training.not-targeted'));
    if (await this.sessions.attendanceOf(tx, session.id, proof.welder.id))
      return refused(conflict('training.signed-in-before'));
    if (await this.sessions.isFull(tx, session)) return refused(conflict('training.session-full'));
    const attendance: TrainingAttendanceRow = {
      ...{ sessionId: session.id, welderId: proof.welder.id, signedInAt: at, inBy: proof.by, inUser: caller.userId },
      ...{ photoId: proof.photoId, lat: proof.lat, lng: proof.lng },
      ...{ signedOutAt: null, outBy: null, outUser: null, minutes: 0, counts: false },
    };
    if (!(await this.sessions.signIn(tx, attendance))) return refused(conflict('training.signed-in-before'));
    return this.told(call, session, attendance, proof.welder.name);
  }

  private async signOut(call: Call, session: TrainingSessionRow, proof: Proof): Promise<Answer> {
    const { tx, caller, at } = call;
    const there = await this.sessions.attendanceOf(tx, session.id, proof.welder.id);
    if (!there) return refused(conflict('training.not-signed-in'));
    if (there.signedOutAt !== null) return refused(conflict('training.signed-out-before'));
    if (at >= session.endsAt + OPEN_AFTER_MS) return refused(conflict('training.session-over'));
    const minutes = minutesThere(periodOf(session), { from: there.signedInAt, to: at });
    const { regionCode } = session;
    const percent = this.rules.book().value<number>('training.attendance-percent', { regionCode }, at);
    const counts = countsAsAttended(periodOf(session), minutes, percent);
    const out = { signedOutAt: at, outBy: proof.by, outUser: caller.userId, minutes, counts };
    await this.sessions.signOut(tx, { ...there, ...out });
    if (counts) await this.passes.giveWhenDone(call, session.campaignId, proof.welder.id);
    return this.told(call, session, { ...there, ...out }, proof.welder.name);
  }

  private told(
    { tx, caller, at }: Call,
    { regionCode }: TrainingSessionRow,
    row: TrainingAttendanceRow,
    name: string,
  ): Answer {
    // prettier-ignore
    const action = row.signedOutAt === null ? 'training-session.signed-in' : 'training-session.signed-out';
    const entry = { action, entity: 'training-session', entityId: row.sessionId, regionCode };
    this.journal.record(tx, caller, at, [{ ...entry, after: row }]);
    return ok(toAttendanceView({ ...row, name }));
  }
}
