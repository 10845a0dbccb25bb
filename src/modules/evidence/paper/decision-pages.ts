import type { Content } from 'pdfmake/interfaces';
import { explainFinding } from '../../../domain/authorization/explain-finding';
import type { Severity } from '../../../domain/authorization/finding';
import { ruleKind } from '../../../domain/rules/rule-catalogue';
import type { PackedDecision } from '../pack/pack-content';
import { CHINESE_TIME as time, note, pairs, rowsOf } from './paper-parts';

const SEVERITY: Readonly<Record<Severity, string>> = { block: '拒绝', warn: '警告', observe: '观察' };
const PURPOSE: Readonly<Record<string, string>> = {
  'dry-run': '试判',
  start: '开始作业',
  handover: '交接班',
  'offline-code': '离线码',
};

/** Each decision with its findings, the rules that it rested on, and what deciding it again says. */
export function decisionPages(decisions: readonly PackedDecision[]): Content[] {
  if (decisions.length === 0) return [note('本案没有对应的放行判定：这台设备在此前 24 小时内没有扫码。')];
  return decisions.flatMap((one, i) => [
    ...(i === 0 ? [] : [{ text: ' ', fontSize: 5 } as Content]),
    pairs([
      ['判定编号', one.id],
      ['判定时间', time(new Date(one.at).toISOString())],
      ['用途', PURPOSE[one.purpose] ?? one.purpose],
      ['结论', one.allowed ? '允许作业' : '不予放行'],
      ['动火作业票', one.permitId],
      ['规则版本', one.ruleVersion],
      ['重新判定', sameOr(one)],
    ]),
    ...findingsOf(one),
    rulesOf(one),
  ]);
}

const sameOr = ({ replay: { differences } }: PackedDecision): string =>
  differences.length === 0
    ? '用当时的事实和当时的规则重新判定，结论一致。'
    : `有 ${differences.length} 处不一致，见压缩包内判定文件。`;

const findingsOf = ({ findings }: PackedDecision): Content[] =>
  findings.length === 0
    ? [note('没有任何不符合项。')]
    : [
        rowsOf(
          ['程度', '不符合项', '依据'],
          findings.map((finding) => {
            const { message, legalBasis } = explainFinding(finding, 'zh-CN');
            return [SEVERITY[finding.severity], message, legalBasis ?? ''];
          }),
          ['auto', '*', 150],
        ),
      ];

const rulesOf = ({ replay: { rules } }: PackedDecision): Content =>
  note(`所用规则（${rules.length} 条）：${rules.map(({ key }) => ruleKind(key)?.zh ?? key).join('、')}。`);
