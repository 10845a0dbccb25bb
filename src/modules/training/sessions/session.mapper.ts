import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { AttendanceView, TrainingSessionView } from './session.dto';
import type { ShownAttendance, ShownSession } from './sessions.view';

export const toTrainingSessionView = ({ startsAt, endsAt, ...session }: ShownSession): TrainingSessionView => ({
  ...session,
  startsAt: isoTime(startsAt),
  endsAt: isoTime(endsAt),
});

export const toAttendanceView = (one: ShownAttendance): AttendanceView => ({
  sessionId: one.sessionId,
  welderId: one.welderId,
  name: one.name,
  signedInAt: isoTime(one.signedInAt),
  inBy: one.inBy as AttendanceView['inBy'],
  signedOutAt: isoTimeOrNull(one.signedOutAt),
  minutes: one.minutes,
  counts: one.counts,
  hasPosition: one.lat !== null,
  photoId: one.photoId,
});
