import type { COMBUSTIBLE, GasPoint, OXYGEN } from './gas-limits';
import type { SpecialWork } from './paper-record-kinds';
import type { NeighbourKind } from './simops';

/** What people read on the forms of permits, on paper and screen. */
export interface FormWords {
  /** What is measured and has no rule of its own: the rules name the other gases. */
  readonly gas: Readonly<Record<typeof OXYGEN | typeof COMBUSTIBLE, string>>;
  readonly gasPoint: Readonly<Record<GasPoint, string>>;
  /** What hot work must keep away from (交叉作业). */
  readonly neighbour: Readonly<Record<NeighbourKind, string>>;
  readonly specialWork: Readonly<Record<SpecialWork, string>>;
}

export const formWords: FormWords = {
  gas: { oxygen: '氧气', combustible: '可燃气体（不分种类）' },
  gasPoint: { top: '上部', middle: '中部', bottom: '下部' },
  neighbour: {
    'hot-work': '动火作业',
    'gas-discharge': '排放可燃气体',
    'liquid-discharge': '排放可燃液体',
    solvent: '用可燃溶剂清洗',
    painting: '喷漆、刷漆',
    'dust-cleaning': '清扫可燃粉尘',
    'public-entertainment': '公共娱乐场所营业',
  },
  specialWork: {
    'confined-space': '受限空间作业',
    'blind-plate': '盲板抽堵作业',
    height: '高处作业',
    lifting: '吊装作业',
    'temporary-power': '临时用电作业',
    excavation: '动土作业',
    'road-closure': '断路作业',
  },
};
