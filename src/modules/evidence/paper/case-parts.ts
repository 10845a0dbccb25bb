import type { Content } from 'pdfmake/interfaces';
import { documentNumber, type DocumentKind } from '../../../domain/violations/documents/case-document';
import { stepWords } from '../../../domain/violations/step-words.zh';
import type { StepName } from '../../../domain/violations/steps/violation-step';
import { violationWords } from '../../../domain/violations/words.zh';
import { isoTime } from '../../../kernel/time';
import type { EntriesWithBlocks } from '../../../platform/audit/entry-proofs';
import type { ViolationDetail } from '../../supervision/violation.dto';
import type { PackContent } from '../pack/pack-content';
import { CHINESE_TIME as time, note, pairs, rowsOf } from './paper-parts';

const SEVERITY = ['', '轻微', '严重', '特别严重'];

export const basicFacts = (found: ViolationDetail): Content =>
  pairs([
    ['案件编号', found.id],
    ['问题', violationWords.kind[found.kind]],
    ['类别', `${violationWords.grade[found.grade]}，${SEVERITY[found.severity] ?? ''}`],
    ['重大事故隐患', majorOf(found)],
    ['状态', `${violationWords.state[found.state]}，${violationWords.certainty[found.certainty]}`],
    ['来源', violationWords.source[found.source]],
    ['发现时间', time(found.foundAt)],
    ['最近一次', found.occurrences > 1 ? `${time(found.lastAt)}，共 ${found.occurrences} 次` : null],
    ['地点', [found.place, positionOf(found)].filter(Boolean).join('，') || null],
    ['行政区划代码', found.regionCode],
    ['责任单位', found.enterpriseName],
    ['设备', [found.machineName, found.machineCode && `设备码 ${found.machineCode}`].filter(Boolean).join('，') || null],
    ['监管芯片', found.chipNo],
    ['焊工', found.welderName],
    ['动火作业票', found.permitId],
    ['作业', found.jobId],
    ['交办给', found.assignedTo?.name ?? null],
    ['整改期限', found.dueAt && time(found.dueAt)],
    ['现场叫停', found.stopOrder && `${time(found.stopOrder.orderedAt)}，${found.stopOrder.orderedBy}：${found.stopOrder.reason}`],
  ]); // prettier-ignore

const majorOf = ({ majorHazard, majorBasis }: ViolationDetail): string =>
  !majorHazard
    ? '否'
    : majorBasis
      ? `是，依据《${majorBasis.standard}》（${majorBasis.document}）${majorBasis.item}`
      : '是';

const positionOf = ({ lat, lng }: ViolationDetail): string | null =>
  lat === null || lng === null ? null : `东经 ${lng.toFixed(6)}°，北纬 ${lat.toFixed(6)}°`;

export const groundsOf = ({ description, evidence, legalBasis, penalty }: ViolationDetail): Content[] => [
  ...(description ? [{ text: `现场情况：${description}`, margin: [0, 0, 0, 3] } as Content] : []),
  evidence.length > 0 ? { ol: [...evidence] } : note('没有自动采集的依据。'),
  ...(legalBasis === null && penalty === null
    ? []
    : [
        { text: ' ', fontSize: 4 },
        pairs([
          ['法律依据', legalBasis],
          ['法律规定的责任', penalty],
        ]),
        note('平台只记录事实和法律规定，不作处罚决定。'),
      ]),
];

export const courseOf = ({ history }: ViolationDetail): Content =>
  rowsOf(
    ['时间', '步骤', '办理人', '之后状态', '说明'],
    history.map(({ at, command, byName, toState, note: said, photoIds }) => [
      time(at),
      stepWords.step[command as StepName] ?? command,
      byName,
      violationWords.state[toState],
      [said, photoIds.length > 0 ? `照片 ${photoIds.length} 张` : null].filter(Boolean).join('；'),
    ]),
    ['auto', 'auto', 'auto', 'auto', '*'],
  );

/** Each lies whole in the archive. */
export const documentsOf = (documents: PackContent['documents']): Content[] =>
  documents.length === 0
    ? [note('没有由本案制作的函告、约谈、通报或曝光文书。')]
    : [
        rowsOf(
          ['文号', '标题', '主送', '制作时间'],
          documents.map(({ kind, officeCode, year, number, title, addressee, madeAt }) => [
            documentNumber(kind as DocumentKind, officeCode, year, number),
            title,
            addressee ?? '—',
            time(isoTime(madeAt)),
          ]),
          ['auto', '*', 'auto', 'auto'],
        ),
      ];

export function trailOf({ entries, blocks }: EntriesWithBlocks): Content[] {
  const holding = new Map(blocks.flatMap((block) => block.entryIds.map((id) => [id, block.id])));
  return [
    note(
      '平台上的每次写入都留有记录，记录按时间连成带签名的链。下列每条记录的哈希值都在所列签名块中，块的内容和签名见压缩包内 audit 文件夹。',
    ),
    rowsOf(
      ['序号', '时间', '操作', '签名块'],
      entries.map(({ id, at, action }) => [
        id,
        time(new Date(Number(at) * 1_000).toISOString()),
        actionName(action),
        String(holding.get(id) ?? '尚未入链'),
      ]),
      ['auto', 'auto', '*', 'auto'],
    ),
  ];
}

const ACTIONS: Readonly<Record<string, string>> = {
  'evidence.take': '出具证据包',
  'job.start': '开始作业',
  'job.start-offline': '离线开始作业',
  'job.run': '通电',
  'job.end': '结束作业',
  'job.stop-lapse': '叫停到期',
};

/** What has no name here stands as it is called in the trail. */
const actionName = (action: string): string =>
  ACTIONS[action] ?? stepWords.step[action.replace('violation.', '') as StepName] ?? action;
