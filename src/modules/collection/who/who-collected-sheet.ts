import { wordIn, type Language, type Text } from '../../../kernel/language';
import type { Column } from '../../../platform/documents/workbook';
import type { WhoCollected } from '../collection-view.dto';

export const WHO_SHEET: Readonly<Record<Language, string>> = { 'zh-CN': '采集统计', en: 'Who collected what' };

const HEADERS: Readonly<Record<keyof Omit<WhoCollected, 'userId' | 'regionCode'>, Text>> = {
  day: { zh: '日期', en: 'Day' },
  regionName: { zh: '乡镇（街道）', en: 'Town' },
  name: { zh: '采集人', en: 'Collector' },
  machines: { zh: '设备（台）', en: 'Machines' },
  welders: { zh: '焊工（人）', en: 'Welders' },
  enterprises: { zh: '单位（家）', en: 'Enterprises' },
  duplicates: { zh: '重复采集', en: 'Duplicates' },
  medianSeconds: { zh: '每台用时中位数（秒）', en: 'Median seconds a machine' },
  medianTaps: { zh: '每台点按次数中位数', en: 'Median taps a machine' },
};

export const whoColumns = (language: Language): Column<WhoCollected>[] =>
  Object.entries(HEADERS).map(([field, text]) => ({
    header: wordIn(text, language),
    width: field === 'regionName' || field === 'name' ? 18 : 14,
    value: (row) => row[field as keyof typeof HEADERS],
  }));
