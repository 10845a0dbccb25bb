import type { HelpCommand, HelpState } from './help-life-cycle';

export interface HelpWords {
  readonly state: Readonly<Record<HelpState, string>>;
  readonly command: Readonly<Record<HelpCommand, string>>;
}

export const helpWords: HelpWords = {
  state: {
    open: '等待值班台受理',
    taken: '值班人员处理中',
    answered: '值班台已答复',
    granted: '已准许，请重新扫码',
    mended: '问题已解决，请重新扫码',
    closed: '已结束',
  },
  command: { take: '受理', answer: '答复', grant: '准许一次', mend: '标记已解决', close: '结束' },
};
