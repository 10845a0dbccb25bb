import type { OffendingVerdict, VerdictName } from './judge-arc';

/** What people read for the verdicts on arcs. One that makes a case is called as the kind of its case is. */
export interface ArcWords {
  readonly verdict: Readonly<Record<Exclude<VerdictName, OffendingVerdict>, string>>;
}

export const arcWords: ArcWords = {
  verdict: {
    'on-platform': '入平台作业',
    paper: '凭纸质票作业',
    test: '安装试弧',
    certified: '持证作业',
    permitted: '有票作业',
    'not-judged': '不单独判定',
  },
};
