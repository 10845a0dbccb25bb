/** One row of `rule_versions` that holds from a date on. Folder `migrations/dated` belongs to the migrations that write its rows. */
export interface DatedRule {
  readonly id: string;
  readonly key: string;
  readonly validFrom: string;
  readonly value: unknown;
  readonly source: string;
  readonly certainty: 'A' | 'B' | 'default';
}

const OPEN_BY_DEFAULT = { from: '08:00', to: '22:00' };

/** From the day of the notice on no place of these kinds is worked in while the public is let in, but for the exception below. */
export const placesClosedWhileOpen: DatedRule = {
  id: 'dated-0001',
  key: 'place.closed-hours-only',
  validFrom: '2025-04-17T00:00:00+08:00',
  value: {
    'public-entertainment': { from: '08:00', to: '02:00' },
    crowded: OPEN_BY_DEFAULT,
    'small-venue': OPEN_BY_DEFAULT,
    'mixed-use': OPEN_BY_DEFAULT,
    'public-assembly': OPEN_BY_DEFAULT,
  },
  source:
    '国家消防救援局、住房城乡建设部、应急管理部、市场监管总局2025年4月17日联合通告（严禁在使用或营业期间违规动火作业）；公安部令第61号 第二十条；08:00至22:00的营业时段为平台默认，可按地区改为实际时段',
  certainty: 'A',
};

/**
 * What may be worked in while open: places of public assembly, with fire separation and a watcher for this alone. A county
 * may write its own version; the measures it names must then be on the checklist (rule `permit.measures`).
 */
export const openWithMeasures: DatedRule = {
  id: 'dated-0002',
  key: 'place.open-hours-exception',
  validFrom: '2002-05-01T00:00:00+08:00',
  value: { placeKinds: ['public-assembly'], measures: ['fire-separated'] },
  source: '公安部令第61号 第二十条（公众聚集场所局部施工动火：防火分隔、专人监护）',
  certainty: 'B',
};

/** Each ends the version before it. */
export const openPlaceRules: readonly DatedRule[] = [placesClosedWhileOpen, openWithMeasures];
