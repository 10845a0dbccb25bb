import type { NamedText, Text } from '../../kernel/language';
import { ESCALATION_LEVELS } from '../violations/escalation';
import { TRADES } from '../people/trades';
import { INDUSTRIES } from '../registry/industry';
import { OFFICE_SEATS } from '../violations/documents/office';
import { GRADES, KINDS } from '../violations/violation-kinds';
import { CERTAINTIES } from './certainty';
import { BY_REGION, kind, quantity } from './rule-kind';
import { fields, list, number, oneOf, record, text, whole, type Shape } from './shape';

const dayOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, number(0, 365)]));
const daysFor = (names: readonly string[]) => fields(dayOf(names));

const BASIS = {
  zh: text(500),
  en: text(500),
  law: text(),
  penaltyZh: text(500),
  penaltyEn: text(500),
  certainty: oneOf(CERTAINTIES),
} satisfies Record<keyof Text | keyof NamedText<'penalty'> | 'law' | 'certainty', Shape>;

const standard = { zh: text(), en: text() } satisfies Record<keyof Text, Shape>;

/** Rules for what follows a finding, and how long records are kept. */
export const supervisionRuleKinds = {
  'supervision.watch-patience-minutes': quantity(
    ['留守结束后多久未关闭算违规', 'A watch left open for so long after its end counts as skipped'],
    'minutes',
    BY_REGION,
    whole(0, 1_440),
  ),
  'supervision.due-days': quantity(['整改期限', 'Days to put a finding right'], 'days', BY_REGION, daysFor(GRADES)),
  'supervision.escalation-days': quantity(
    ['逾期多少天逐级上报', 'Days after the due date at which each level is told'],
    'days',
    BY_REGION,
    // a version from before the city was told may go without it
    fields(dayOf(ESCALATION_LEVELS.slice(0, -1)), dayOf(['city'])),
  ),
  'supervision.reminder-days': kind(
    ['到期前几天提醒责任人', 'So many days before the due date whoever has the case is reminded'],
    BY_REGION,
    list(whole(0, 60), { max: 5 }),
  ),
  'supervision.repeat-offenders': kind(
    ['多少个月内几次属实问题算屡犯', 'Confirmed findings within so many months that make a repeat offender'],
    BY_REGION,
    fields({ times: whole(2, 50), months: whole(1, 36) }),
  ),
  /** 发文机关、机关代字: `{region}` and `{short}` are filled in. */
  'supervision.offices': kind(
    ['文书的发文机关与机关代字（按条线）', 'In whose name documents are issued, by department'],
    BY_REGION,
    record(oneOf([...OFFICE_SEATS, ...TRADES]), fields({ office: text(60), officeCode: text(20) })),
  ),
  'supervision.look-back-months': kind(
    ['一案双查追溯多少个月', 'How many months a serious case looks back at who inspected and approved there'],
    BY_REGION,
    whole(1, 36),
  ),
  'supervision.remote-scan-m': quantity(
    ['手机与芯片相距多远算远距离扫码', 'Phone and chip farther apart than this: scanned from afar'],
    'metres',
    BY_REGION,
    whole(50, 100_000),
  ),
  'supervision.two-places': kind(
    [
      '一人两地：最快每小时多少公里，相距多少米以上才算两处',
      'One welder at two places: the fastest way to travel, and how far apart two places are',
    ],
    [],
    fields({ kmPerHour: whole(20, 400), leastMetres: whole(200, 50_000), worstAccuracyM: whole(20, 1_000) }),
  ),
  'supervision.card-starters': kind(
    [
      '多少小时内几个人用同一焊工码开机算可疑',
      'So many people who start with one welder’s code within hours are suspicious',
    ],
    [],
    fields({ starters: whole(2, 50), withinHours: whole(1, 168) }),
  ),
  'supervision.suspension': kind(
    [
      '暂停焊工作业资格：最长多少天，多少天内可申诉，多少天内答复',
      'Suspending a welder: the longest, and how long for an appeal and its answer',
    ],
    [],
    fields({ longestDays: whole(1, 365), appealDays: whole(5, 180), answerDays: whole(1, 90) }),
  ),
  'supervision.overlong-hours': quantity(
    ['连续作业超过多久算超长', 'Work that goes on longer than this is overlong'],
    'hours',
    [],
    whole(1, 168),
  ),
  'supervision.permit-without-arcs': kind(
    [
      '有票无弧：关闭多久后核对，作业至少多长',
      'Permits without arcs: looked at so long after closing, of work at least so long',
    ],
    [],
    fields({ afterHours: whole(1, 720), leastMinutes: whole(1, 1_440) }),
  ),
  'supervision.arc-hours-fell': kind(
    ['燃弧时间比以往下降多少算可疑', 'How far arc time may fall against its own past'],
    [],
    fields({ days: whole(7, 90), beforeDays: whole(30, 365), percent: whole(1, 90), leastHours: whole(1, 1_000) }),
  ),
  'supervision.legal-basis': kind(
    ['法律依据与处罚幅度', 'Legal basis and penalty range'],
    BY_REGION,
    record(oneOf(KINDS), fields(BASIS, { individual: fields(BASIS) })),
  ),
  'supervision.severity': kind(
    [
      '各类问题的严重程度（1 轻微，2 严重，3 特别严重）',
      'How grave each kind of finding is (1 minor, 2 serious, 3 grave)',
    ],
    BY_REGION,
    record(oneOf(KINDS), whole(1, 3)),
  ),
  'supervision.silence-patience-minutes': quantity(
    ['芯片恢复联系后多久内应补传数据', 'How long what a silent chip kept may take to come in'],
    'minutes',
    [],
    whole(1, 1_440),
  ),
  'supervision.major-hazard-standards': kind(
    ['哪些问题在哪些行业属于重大事故隐患（判定标准）', 'What is a major hazard in which trade, by which text'],
    [],
    list(
      fields({
        ...standard,
        document: text(100),
        trades: list(oneOf(INDUSTRIES), { min: 1 }),
        items: list(
          fields({ kind: oneOf(KINDS), item: text(100) }, { placeKinds: list(oneOf(({ placeKinds }) => placeKinds)) }),
        ),
      }),
    ),
  ),
  'retention.samples-days': quantity(['采样数据保存时间', 'How long samples are kept'], 'days', [], whole(7, 3_650)),
  'retention.quarantine-days': quantity(
    ['异常报文保存时间', 'How long quarantined messages are kept'],
    'days',
    [],
    whole(1, 3_650),
  ),
  'retention.outbox-days': quantity(['事件流保存时间', 'How long events are kept'], 'days', [], whole(2, 365)),
};
