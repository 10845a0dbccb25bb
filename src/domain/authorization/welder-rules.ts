import { MINUTE, shanghaiDate } from '../../kernel/time';
import { asVariant, blocking } from './finding';
import type { Rule } from './rule';

export const welderInOrder: Rule = ({ welder }) => {
  if (!welder) return [blocking('welder.unregistered')];
  return welder.status === 'suspended' ? [blocking('welder.suspended')] : [];
};

/** One welder, one torch. An automatic machine works beside its welder, so it neither binds nor is bound. */
export const welderFree: Rule = ({ welder, machine, asked }) => {
  if (!welder || machine?.automatic) return [];
  const bound = welder.openJobs.some((job) => !job.automatic && job.id !== asked.replacesJobId);
  return bound ? [blocking('welder.busy')] : [];
};

/** Rule `job.photo-fresh-minutes`: a live photo shows who stands at the machine. Without the rule nothing confirms. */
export const identityConfirmed: Rule = ({ welder, asked, machine, rules }, at) => {
  if (!welder) return [];
  const fresh = rules.find('job.photo-fresh-minutes', { regionCode: machine?.regionCode }, at);
  const taken = asked.photoTakenAt;
  const confirmed = fresh !== null && taken !== null && taken <= at && at - taken <= Number(fresh.value) * MINUTE;
  return confirmed ? [] : [blocking('welder.identity-unconfirmed')];
};

export const trainingInDate: Rule = ({ welder }, at) => {
  if (!welder) return [];
  const end = welder.trainingEndsAt;
  if (end === null) return [asVariant('unknown', blocking('welder.training-overdue'))];
  return at < end ? [] : [blocking('welder.training-overdue', { dueOn: shanghaiDate(end - 1) })];
};
