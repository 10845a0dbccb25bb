import { MINUTE, type Instant } from '../../kernel/time';
import type { Facts } from './facts';

/** Rule `job.photo-fresh-minutes`: a photo taken just now on the spot. Without the rule nothing confirms. */
export function livePhoto({ asked, machine, rules }: Facts, at: Instant): boolean {
  const fresh = rules.find('job.photo-fresh-minutes', { regionCode: machine?.regionCode }, at);
  const taken = asked.photoTakenAt;
  return fresh !== null && taken !== null && taken <= at && at - taken <= Number(fresh.value) * MINUTE;
}
