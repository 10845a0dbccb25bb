import { HOUR } from '../../../kernel/time';
import type { Column } from '../../../platform/documents/workbook';
import { listed, wordIn, type Language } from '../../../kernel/language';
import type { PermitItemView } from './permit-list.dto';
import { circumstanceName, PERMIT_WORDS } from '../../../domain/permits/words';

type PermitColumn = Column<PermitItemView>;

export const exportSheetName = (language: Language): string => wordIn({ zh: '动火作业票', en: 'Permits' }, language);

/** Spreadsheets know no time zone: they are given the hour that a clock in China showed. */
const inChina = (iso: string): Date => new Date(Date.parse(iso) + 8 * HOUR);

export function exportColumns(language: Language): PermitColumn[] {
  const column = (zh: string, en: string, width: number, value: PermitColumn['value']): PermitColumn => ({
    header: wordIn({ zh, en }, language),
    width,
    value,
  });
  return [
    column('编号', 'Number', 22, ({ number }) => number),
    column('类型', 'Regime', 22, ({ regime }) => PERMIT_WORDS[language].regime[regime]),
    column('级别', 'Level', 12, ({ levelName }) => levelName),
    column('升级原因', 'Raised because', 20, ({ raisedBecause }) =>
      listed(
        raisedBecause.map((reason) => circumstanceName(reason, language)),
        language,
      ),
    ),
    column('状态', 'State', 18, ({ state }) => PERMIT_WORDS[language].state[state]),
    column('应急', 'Urgent', 8, ({ urgent }) => (urgent ? wordIn({ zh: '是', en: 'yes' }, language) : '')),
    column('申请单位', 'Unit', 32, ({ enterpriseName }) => enterpriseName),
    column('地点', 'Place', 32, ({ place }) => place.name),
    column('纬度', 'Latitude', 11, ({ place }) => place.lat),
    column('经度', 'Longitude', 11, ({ place }) => place.lng),
    column('作业内容', 'Work', 40, ({ content }) => content),
    column('计划开始', 'Planned start', 18, ({ plannedStart }) => inChina(plannedStart)),
    column('计划结束', 'Planned end', 18, ({ plannedEnd }) => inChina(plannedEnd)),
    column('监护人', 'Fire watcher', 14, ({ fireWatch }) => fireWatch?.name ?? null),
  ];
}
