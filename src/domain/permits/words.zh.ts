import type { LevelOf } from './levels';
import type { PermitState, Regime } from './permit';
import type { UnusableBecause } from './usable-time';

/** What people read for the vocabulary of permits, wherever one is named. */
export interface PermitWords {
  readonly state: Readonly<Record<PermitState, string>>;
  readonly regime: Readonly<Record<Regime, string>>;
  /** Where there is room for four signs. */
  readonly regimeShort: Readonly<Record<Regime, string>>;
  readonly level: { readonly [R in Regime]: Readonly<Record<LevelOf<R>, string>> };
  /** What raises a level, or ends the time in which a permit may be used. */
  readonly circumstance: Readonly<Record<UnusableBecause, string>>;
}

export const permitWords: PermitWords = {
  state: {
    draft: '草稿',
    submitted: '审批中',
    approved: '已批准，待签发',
    issued: '已签发，待开工',
    active: '作业中',
    suspended: '已暂停',
    fire_watch: '留守监护中',
    closed: '已关闭',
    returned: '已退回修改',
    rejected: '未批准',
    cancelled: '已取消',
    expired: '已过期',
  },
  regime: {
    small: '小型作业申报',
    general: '一般动火作业',
    construction: '建设工程动火作业',
    chemical: '危险化学品企业动火作业',
  },
  regimeShort: { small: '小型作业', general: '一般动火', construction: '建设工程', chemical: '危化企业' },
  level: {
    small: { one: '小型作业', raised: '升级管理' },
    general: { ordinary: '一般', raised: '升级管理' },
    construction: { first: '一级动火', second: '二级动火', third: '三级动火' },
    chemical: { special: '特级动火', first: '一级动火', second: '二级动火' },
  },
  circumstance: {
    'legal-holiday': '法定节假日',
    'rest-day': '休息日',
    night: '夜间',
    'special-period': '重点时段',
    'calendar-unknown': '当年节假日表尚未公布',
    'open-to-public': '营业时间',
    'level-too-low': '作业票级别不足',
  },
};
