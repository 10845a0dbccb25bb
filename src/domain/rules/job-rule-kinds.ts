import { BY_ALL, BY_REGION, kind, quantity } from './rule-kind';
import { fields, flag, list, matching, number, oneOf, record, whole } from './shape';

/** `HH:mm`, a time of day in Asia/Shanghai. */
const clockTime = matching(/^([01]\d|2[0-3]):[0-5]\d$/);
export const dayHours = fields({ from: clockTime, to: clockTime });
export const placeKind = oneOf(({ placeKinds }) => placeKinds);

/** Rules of machines, chips, jobs and places. Those without a dimension are asked where no region is known. */
export const jobRuleKinds = {
  'arc.grace-ms': quantity(
    ['燃弧段与作业起止的容差', 'Grace between an arc and its job'],
    'milliseconds',
    [],
    whole(0, 60_000),
  ),
  'chip.offline-seconds': quantity(
    ['芯片多久没有消息算离线', 'A chip counts as offline after'],
    'seconds',
    [],
    whole(10, 86_400),
  ),
  'chip.silent-intervals': quantity(
    ['芯片错过多少个上报周期算失联', 'Reports a chip may miss before it counts as silent'],
    'intervals',
    [],
    whole(1, 1_000),
  ),
  'chip.unreadable-kept': quantity(
    ['每只芯片每小时最多保存多少条读不懂的消息', 'Unreadable messages kept of a chip in an hour'],
    'messages',
    [],
    whole(1, 10_000),
  ),
  'chip.unreadable-run': quantity(
    ['一小时内多少条读不懂的消息即预警', 'Unreadable messages of a chip in an hour that raise an alert'],
    'messages',
    [],
    whole(1, 10_000),
  ),
  'chip.rating-margin-percent': quantity(
    ['电流超过额定值百分之多少算疑似改装', 'Current above the rating that points to a modified machine'],
    'percent',
    [],
    whole(0, 1_000),
  ),
  'chip.arc-lost-minutes': quantity(
    ['燃弧段多久没有消息即按最后一次数据结束', 'An arc that nothing is heard of ends after'],
    'minutes',
    [],
    whole(3, 1_440),
  ),
  'inspection.longest-months': kind(
    ['两次安全检测最多间隔几个月', 'At most so many months between two safety checks of a machine'],
    BY_REGION,
    whole(1, 60),
  ),
  'inspection.warn-days': quantity(
    ['设备年检到期前多少天提醒', 'Days of warning before a safety check is due'],
    'days',
    BY_REGION,
    whole(0, 365),
  ),
  'job.reservation-seconds': quantity(
    ['等待芯片应答的时限', 'Time a chip has to answer'],
    'seconds',
    [],
    whole(1, 300),
  ),
  'job.longest-hours': quantity(['单次作业最长时间', 'Longest job'], 'hours', BY_REGION, number(0.25, 72)),
  'job.idle-limit-minutes': quantity(
    ['多久不起弧自动结束作业', 'A job ends after so long without an arc'],
    'minutes',
    [],
    whole(1, 1_440),
  ),
  'job.stop-grace-seconds': quantity(
    ['到时后最多再等多久断电', 'Longest wait for the arc to stop once time is up'],
    'seconds',
    BY_REGION,
    whole(0, 600),
  ),
  'job.stop-confirm-hours': quantity(
    ['执法人员当场叫停须在多久内由监管部门确认', 'An inspector’s stop is confirmed by the regulator within'],
    'hours',
    BY_REGION,
    number(1, 72),
  ),
  'job.warning-minutes': kind(
    ['到时前多少分钟提醒', 'Warnings, minutes ahead of the end'],
    BY_REGION,
    list(whole(1, 1_440), { min: 1, max: 10 }),
  ),
  'job.photo-fresh-minutes': quantity(
    ['本人照片的有效时间', 'How fresh a photo of the welder must be'],
    'minutes',
    BY_REGION,
    whole(1, 1_440),
  ),
  'job.photo-required': kind(
    ['无芯片设备开工须拍照', 'A machine without chip is started with a photo'],
    BY_REGION,
    flag,
  ),
  'job.photo-again': kind(
    ['开工后抽查再拍一张照片（比例、时间）', 'Jobs that are asked for one more photo: share and times'],
    BY_REGION,
    fields({
      share: number(0, 1),
      afterMinutes: fields({ from: whole(1, 480), to: whole(1, 480) }),
      answerMinutes: whole(1, 120),
    }),
  ),
  'place.least-radius-m': quantity(
    ['作业地点的最小半径', 'Least radius of a place'],
    'metres',
    BY_ALL,
    whole(10, 2_000),
  ),
  'place.radius': kind(
    ['单位可以填写的作业地点半径（米）', 'Radius of a place that an enterprise may ask for, in metres'],
    BY_ALL,
    fields({ min: whole(10, 300), max: whole(50, 2_000), default: whole(10, 2_000) }),
  ),
  'place.worst-accuracy-m': quantity(
    ['定位误差超过多少米算没有定位', 'A position less exact than this is none'],
    'metres',
    BY_ALL,
    whole(10, 500),
  ),
  'place.chip-apart-m': quantity(
    ['焊机芯片定位离作业地点最远多少米', 'How far from the place of work a chip may measure itself'],
    'metres',
    BY_ALL,
    whole(100, 10_000),
  ),
  'place.proof-photo-fresh-minutes': quantity(
    ['公示牌照片的有效时间', 'How fresh a photo of a signboard must be'],
    'minutes',
    BY_ALL,
    whole(1, 60),
  ),
  'place.photo-check-minutes': quantity(
    ['现场照片多久内须由他人复核', 'A photo taken on the spot is looked at by somebody else within'],
    'minutes',
    BY_ALL,
    whole(1, 1_440),
  ),
  'place.beyond-region-km': quantity(
    ['作业地点最多可在所属地区之外多少公里', 'How far beyond its region a place of work may lie'],
    'kilometres',
    BY_ALL,
    number(1, 1_000),
  ),
  'place.workshop-seen-within-m': quantity(
    ['网格员须在固定作业点多少米以内确认', 'How near a grid worker stands who confirms a workshop'],
    'metres',
    BY_REGION,
    whole(0, 2_000),
  ),
  'place.workshop-days': quantity(
    ['固定作业点确认后的有效天数', 'How long a confirmed workshop is a fixed work point'],
    'days',
    BY_ALL,
    whole(1, 366),
  ),
  'place.closed-hours-only': kind(
    ['哪类场所在哪些时间不得动火', 'Hours in which a kind of place allows no hot work'],
    BY_ALL,
    record(placeKind, dayHours),
  ),
  'place.open-hours-exception': kind(
    ['营业期间可以动火的场所及须落实的措施', 'Places that may be worked in while open, and the measures this takes'],
    BY_ALL,
    fields({ placeKinds: list(placeKind, { min: 1 }), measures: list(matching(/^[a-z][a-z0-9-]{0,59}$/), { min: 1 }) }),
  ),
  'weather.wind-grade': quantity(
    ['露天动火的风力限值（达到即停）', 'Wind at which open-air work stops'],
    'grade',
    BY_ALL,
    whole(1, 12),
  ),
};
