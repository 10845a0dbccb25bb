import type { NamedText, Text } from '../../kernel/language';
import { AGREEMENT_LEVELS } from '../permits/outside-doubt';
import { SEATS, SIGNERS } from '../people/roles';
import { PAPER_RECORDS } from '../permits/paper-record-kinds';
import { CIRCUMSTANCES, PARTIES } from '../permits/permit';
import { FIRE_WATCH_RULES, SMALL_SAME_MARKS } from '../permits/permit-rule-values';
import { dayHours, placeKind } from './job-rule-kinds';
import { BY_ALL, BY_REGION, kind, quantity, type Dimension } from './rule-kind';
import { fields, flag, list, matching, number, oneOf, record, text, whole, type Shape } from './shape';

const slug = matching(/^[a-z][a-z0-9-]{0,59}$/);
const levelCode = oneOf(({ levels }) => levels);
const words = { zh: text(), en: text() } satisfies Record<keyof Text, Shape>;
const title = { titleZh: text(60), titleEn: text(60) } satisfies Record<keyof NamedText<'title'>, Shape>;

const BY_REGIME: readonly Dimension[] = ['regime', 'region'];

/** The roles that may be asked to sign for an enterprise. */
const approver = oneOf(SEATS);
const signer = oneOf(SIGNERS);

const chainStep = fields(
  {
    step: whole(0, 20),
    ...title,
    roles: list(signer, { min: 1 }),
    of: oneOf(PARTIES),
    quorum: oneOf(['all', 'one']),
  },
  { siteVisit: flag, filledByApplicant: flag },
);

const measure = fields(
  { code: slug, ...words, source: text() },
  { placeKinds: list(placeKind, { min: 1 }), openAir: flag, signature: flag, number: fields(words) },
);

const milligrams = number(0.001, 100_000);
const toxic = fields(
  { molarMass: number(1, 1_000) },
  { ceilingMgM3: milligrams, timeWeightedMgM3: milligrams, shortTermMgM3: milligrams, source: text() },
);
const gas = fields({ ...words, lel: number(0.1, 100) }, { source: text(), toxic });

/** Rules under which permits are asked for, granted and watched. */
export const permitRuleKinds = {
  'permit.levels': kind(
    ['作业等级（由严到宽）', 'Levels, the strictest first'],
    ['regime'],
    list(slug, { min: 1, max: 6 }),
  ),
  'permit.level-questions': kind(
    ['定级问题', 'Questions that propose the level'],
    BY_REGIME,
    list(fields({ code: slug, ...words, level: levelCode })),
  ),
  'permit.level-of-place': kind(
    ['场所类别的最低等级', 'The least level at kinds of places'],
    BY_REGIME,
    record(placeKind, levelCode),
  ),
  'permit.small-again': kind(
    ['同一地点几次小型作业后改办一般动火票', 'How often a place may be declared as small'],
    BY_REGION,
    fields({ times: whole(1, 100), days: whole(1, 365), withinM: whole(1, 1_000) }),
  ),
  'permit.small-same-place': kind(
    ['范围重叠的两次小型作业，哪项相同即视为同一地点', 'What overlapping small jobs share where they are at one place'],
    BY_REGION,
    list(oneOf(SMALL_SAME_MARKS)),
  ),
  'permit.occupier-places': kind(
    ['同一手机号确认几处后请网格员核实', 'At how many places one phone confirms before the grid worker looks'],
    BY_REGION,
    fields({ places: whole(2, 100), days: whole(1, 365), withinM: whole(1, 1_000) }),
  ),
  'permit.one-device': kind(
    ['同一张票由同一台设备替几人办理即提示核实', 'So many people of one permit at one device are looked into'],
    BY_ALL,
    whole(2, 20),
  ),
  'permit.place-answers': kind(
    ['场所类别自带的定级回答', 'Level questions that a kind of place answers with yes'],
    BY_REGIME,
    record(placeKind, list(slug, { min: 1 })),
  ),
  'permit.longest-hours': quantity(['作业票最长有效时间', 'Longest permit'], 'hours', BY_ALL, number(0.5, 168)),
  'permit.same-day': kind(['当日有效', 'Valid on its day only'], BY_ALL, flag),
  'permit.start-tolerance-minutes': quantity(
    ['计划开始时间最多可早于现在', 'How far in the past a planned start may lie'],
    'minutes',
    BY_ALL,
    whole(0, 120),
  ),
  'permit.raise-on': kind(['哪些情况升级管理', 'What raises the level'], BY_ALL, list(oneOf(CIRCUMSTANCES))),
  'permit.night': kind(['夜间时段', 'Hours of the night'], BY_ALL, dayHours),
  /** Approver, approval chain (workflow), signature, by regime (construction) and level (first level, 一级动火); 审批流程、审批人、签字、会签 (docs/change.md, 6). */
  'permit.approval-chain': kind(['审批顺序', 'Approval chain'], BY_ALL, list(chainStep, { max: 20 })),
  'permit.nobody-signs-twice': kind(['一人不得签两次', 'Nobody signs twice'], BY_ALL, flag),
  'permit.small-firm': kind(
    ['一人两席：单位人数上限、人数确认有效天数', 'Firms so small that the head holds both seats'],
    BY_ALL,
    fields({ people: whole(0, 50), confirmedWithinDays: whole(1, 3_650) }),
  ),
  'permit.contractor-agreement': kind(
    [
      '承包单位、外派人员没有有效安全协议时如何处理',
      'What a missing safety agreement of a contractor does at approval',
    ],
    BY_ALL,
    oneOf(AGREEMENT_LEVELS),
  ),
  'permit.occupier-confirms': kind(['须由现场管理人确认', 'The occupier confirms'], BY_ALL, flag),
  'permit.approval-patience-minutes': quantity(
    ['审批多久未办提醒', 'An approver is reminded after'],
    'minutes',
    BY_ALL,
    whole(1, 10_080),
  ),
  'permit.urgent': kind(
    ['紧急作业（先电话批准、限时补签）', 'Urgent work: approved from afar, signed later'],
    BY_ALL,
    fields(
      { allowed: flag, countersignHours: number(0.5, 72), role: approver },
      { closedBy: fields({ times: whole(1, 100), days: whole(1, 365) }) },
    ),
  ),
  /** Checklist of safety measures, by place kind; 安全措施、措施清单. */
  'permit.measures': kind(['安全措施清单', 'Checklist of measures'], BY_ALL, list(measure)),
  'permit.required-records': kind(
    ['开工前须签字的项目', 'What is signed before work begins'],
    BY_ALL,
    list(oneOf(PAPER_RECORDS)),
  ),
  'permit.records-hold-start': kind(
    ['签字不全时不得开工', 'Work does not begin before all of that is signed'],
    BY_ALL,
    flag,
  ),
  'permit.video-days': quantity(
    ['作业全过程影像保存时间', 'How long the recording of the whole work is kept'],
    'days',
    BY_ALL,
    whole(0, 3_650),
  ),
  /** Place kind, premises, confined space, their checklist; 场所、部位、场所类别、受限空间（有限空间） (docs/change.md, 4). */
  'permit.place-kinds': kind(['场所类别', 'Kinds of places'], [], list(fields({ code: slug, ...words }))),
  'permit.fire-watch': kind(['监护要求', 'Who watches during the work'], BY_ALL, oneOf(FIRE_WATCH_RULES)),
  /** Fire watch: watch minutes after the work, kept by the fire watcher; 看火、监火人、监护、留守 (docs/change.md, 9). */
  'permit.fire-watch-minutes': quantity(
    ['作业后留守时间', 'Watch after the work'],
    'minutes',
    BY_ALL,
    fields({ base: whole(0, 480) }, { placeKinds: record(placeKind, whole(0, 480)) }),
  ),
  'permit.watch-tap-minutes': quantity(
    ['监护人多久点一次到岗、迟到多久算缺岗', 'How often a watcher shows presence, and the patience with it'],
    'minutes',
    BY_ALL,
    fields({ every: whole(5, 480), patience: whole(1, 120) }),
  ),
  'permit.watcher-training': kind(
    ['监护人培训要求', 'Training of the watcher'],
    BY_ALL,
    oneOf(['observe', 'warn', 'enforce']),
  ),
  'permit.watcher-once': kind(
    ['一名监护人同一时段只监护一处', 'One watcher is named at one point at a time'],
    BY_ALL,
    flag,
  ),
  'permit.measures-anew': kind(
    ['有人叫停后须重新确认安全措施', 'After somebody stops the work, all measures are confirmed anew'],
    BY_ALL,
    flag,
  ),
  'permit.close-photo': kind(['关闭作业票须拍照', 'A permit is closed with a photo'], BY_ALL, flag),
  'permit.gas-test': kind(['气体检测', 'Gas test'], BY_ALL, oneOf(['none', 'optional', 'required'])),
  'permit.gas-test-when': kind(
    ['哪些场所、哪些回答须做气体检测', 'Places and answers that ask for a gas test'],
    BY_ALL,
    fields({
      placeKinds: list(placeKind),
      answers: list(fields({ code: slug }, { unlessPlaceKinds: list(placeKind, { min: 1 }) })),
    }),
  ),
  'permit.gas-record-minutes': quantity(
    ['作业期间检测记录的最长间隔（按场所）', 'Longest time between gas records while work goes on, by place'],
    'minutes',
    BY_ALL,
    record(placeKind, whole(1, 1_440)),
  ),
  'permit.gas-fresh-minutes': quantity(
    ['取样到动火最长间隔', 'Longest time from sample to start'],
    'minutes',
    BY_ALL,
    whole(1, 1_440),
  ),
  /** Gas re-test interval (retest): the gas test (动火分析) anew after an interruption; 气体复测间隔，作业中断后复测 (docs/change.md, 1). */
  'permit.gas-interruption-minutes': quantity(
    ['中断多久须重新检测', 'An interruption longer than this asks for a new test'],
    'minutes',
    BY_ALL,
    whole(1, 1_440),
  ),
  /** Continuous monitoring (连续监测). */
  'permit.gas-continuous-minutes': quantity(
    ['连续监测的读数间隔', 'Longest time between continuous readings'],
    'minutes',
    BY_ALL,
    whole(1, 240),
  ),
  'permit.gas-limits': kind(
    ['气体检测合格限值', 'Limits of gas tests'],
    BY_ALL,
    fields(
      {
        lelThreshold: number(0, 100),
        highLelMax: number(0, 100),
        lowLelMax: number(0, 100),
        oxygen: fields({ min: number(0, 100), max: number(0, 100), enrichedMax: number(0, 100) }),
        gases: record(slug, gas),
      },
      {
        combustibleLelMax: number(0, 100),
        molarVolumeL: number(20, 30),
        clauses: fields({ explosion: text(), oxygen: text(), toxic: text() }),
      },
    ),
  ),
  'permit.simops': kind(
    ['交叉作业间距', 'Distances to other works'],
    BY_ALL,
    list(
      fields({
        code: slug,
        with: slug,
        ...words,
        distanceM: number(0, 1_000),
        severity: oneOf(['warn', 'block']),
      }),
    ),
  ),
  'permit.retention-days': quantity(
    ['作业票保存时间', 'How long permits are kept'],
    'days',
    BY_REGION,
    whole(365, 36_500),
  ),
};
