import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { RewardView } from './reward.dto';
import type { StoredReward } from './reward.store';

/** The tip itself is left out: approvers see case and sum. */
export const rewardView = ({ tipId: _, proposedAt, decidedAt, paidAt, ...reward }: StoredReward): RewardView => ({
  ...reward,
  proposedAt: isoTime(proposedAt),
  decidedAt: isoTimeOrNull(decidedAt),
  paidAt: isoTimeOrNull(paidAt),
});
