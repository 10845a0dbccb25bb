import { BY_REGION, quantity, kind } from './rule-kind';
import { whole } from './shape';

/** Rules of the training of everyone (全员培训). */
export const trainingRuleKinds = {
  'training.valid-months': kind(
    ['培训合格有效几个月', 'Months for which a passed training holds'],
    BY_REGION,
    whole(1, 72),
  ),
  'training.attendance-percent': quantity(
    ['在场时间达到多少算参加了培训', 'Share of a session that counts as attendance'],
    'percent',
    BY_REGION,
    whole(1, 100),
  ),
  'training.attempts-a-day': kind(['一天最多答几次题', 'Quiz attempts a day'], BY_REGION, whole(1, 20)),
  'training.sign-in-within-m': quantity(
    ['签到位置离培训地点多远以内', 'Sign-in is accepted within'],
    'metres',
    BY_REGION,
    whole(50, 5_000),
  ),
  'training.sign-in-early-minutes': quantity(
    ['开班前多久可以签到', 'Sign-in opens before the session by'],
    'minutes',
    BY_REGION,
    whole(0, 240),
  ),
  'practice.longest-hours': quantity(
    ['一节实训课最长多久', 'Longest practice session'],
    'hours',
    BY_REGION,
    whole(1, 12),
  ),
  'practice.most-pupils': kind(
    ['一名带教老师最多带几名学员', 'Most pupils of one instructor'],
    BY_REGION,
    whole(1, 50),
  ),
  'practice.presence-minutes': quantity(
    ['带教老师多久确认一次在场', 'An instructor shows to be there every'],
    'minutes',
    BY_REGION,
    whole(5, 240),
  ),
};
