import { shanghaiDate } from '../../kernel/time';
import { worksByItself } from '../registry/machine-facts';
import { PIN_WINDOW_MINUTES, type PinAnswer } from '../registry/welder-pin';
import { asVariant, blocking, type Finding } from './finding';
import { livePhoto } from './live-photo';
import { practiceBearing } from './practice-rules';
import type { Rule } from './rule';

export const welderInOrder: Rule = ({ welder }) => {
  if (!welder) return [blocking('welder.unregistered')];
  return welder.status === 'suspended' ? [blocking('welder.suspended')] : [];
};

/** One welder, one torch. An automatic machine works beside its welder, so it neither binds nor is bound. */
export const welderFree: Rule = ({ welder, machine, asked }) => {
  if (!welder || (machine && worksByItself(machine))) return [];
  const bound = welder.openJobs.some((job) => !job.automatic && job.id !== asked.replacesJobId);
  return bound ? [blocking('welder.busy')] : [];
};

/**
 * A live photo shows who stands at the machine, or the welder's PIN typed in their own account. On somebody else's phone
 * a PIN may have been told from afar: it counts only beside the photo. One that does not hold is never as if none were given.
 * Work that goes on under an extension goes on with the same welder: nobody asks again, and nobody could answer.
 */
export const identityConfirmed: Rule = (facts, at) => {
  const { welder, caller, asked } = facts;
  if (!welder || asked.goesOn) return [];
  if (asked.pin !== undefined && asked.pin !== 'right') return [pinFinding(asked.pin)];
  const shown = livePhoto(facts, at) || (asked.pin === 'right' && caller.welderId === welder.id);
  return shown ? [] : [blocking('welder.identity-unconfirmed')];
};

const pinFinding = (pin: Exclude<PinAnswer, 'right'>): Finding =>
  asVariant(`pin-${pin}`, blocking('welder.identity-unconfirmed', { minutes: PIN_WINDOW_MINUTES }));

/**
 * 代扫: a person who starts for a welder must show the welder in a live photo, at any stage of the roll-out. At a
 * handover the welder who leaves hands the machine over in person. A watcher who does this for them must show the
 * welder who comes.
 */
export const photoOfWelder: Rule = (facts, at) => {
  const { welder, caller, asked } = facts;
  const faceToFace = asked.purpose === 'handover' && asked.handedOverByOther !== true;
  if (!welder || caller.welderId === welder.id || faceToFace) return [];
  return livePhoto(facts, at) ? [] : [blocking('welder.photo-missing')];
};

/** The training is for those who hold a certificate: a pupil whom an instructor answers for is on the way to one. */
export const trainingInDate: Rule = (facts, at) => {
  const { welder } = facts;
  if (!welder || practiceBearing(facts, at)) return [];
  const end = welder.trainingEndsAt;
  if (end === null) return [asVariant('unknown', blocking('welder.training-overdue'))];
  return at < end ? [] : [blocking('welder.training-overdue', { dueOn: shanghaiDate(end - 1) })];
};
