import type { Content } from 'pdfmake/interfaces';
import { arcWords } from '../../../domain/arcs/words.zh';
import { violationWords } from '../../../domain/violations/words.zh';
import type { CurvePoint, PackedArc } from '../pack/pack-content';
import { CHINESE_TIME as time, note, rowsOf } from './paper-parts';

/** More curves than this stand in the archive alone. */
const MOST_CURVES = 20;
const WIDTH = 490;
const HEIGHT = 90;

export function arcPages(arcs: readonly PackedArc[]): Content[] {
  if (arcs.length === 0) return [note('本案不是由燃弧记录认定的。')];
  const drawn = arcs.filter(({ curve }) => curve.length > 1);
  return [
    rowsOf(
      ['起弧时间', '时长', '峰值电流', '设备', '焊工', '判定', '判定时间'],
      arcs.map(({ arc }) => [
        arc.timeKnown ? time(arc.startedAt) : `不晚于 ${time(arc.startedAt)}`,
        `${(arc.lengthMs / 1_000).toFixed(1)} 秒`,
        `${Math.round(arc.peakA)} 安`,
        [arc.machineName, arc.machineCode].filter(Boolean).join(' ') || arc.chipNo,
        arc.welderName ?? '—',
        `${verdictName(arc.verdict)}（第 ${arc.version} 版）${arc.cleared ? '，已排除' : ''}`,
        time(arc.judgedAt),
      ]),
      ['auto', 'auto', 'auto', '*', 'auto', 'auto', 'auto'],
    ),
    ...drawn.slice(0, MOST_CURVES).flatMap(curveOf),
    ...(drawn.length > MOST_CURVES ? [note(`另有 ${drawn.length - MOST_CURVES} 段燃弧的曲线见压缩包内 arcs 文件夹。`)] : []),
    ...(drawn.length < arcs.length ? [note(`${arcs.length - drawn.length} 段燃弧没有保存电流采样。`)] : []),
  ]; // prettier-ignore
}

const VERDICTS: Readonly<Record<string, string>> = { ...violationWords.kind, ...arcWords.verdict };
const verdictName = (verdict: string): string => VERDICTS[verdict] ?? verdict;

/** Current over time as a line; the highest value of each stretch, so that no peak is lost on paper. */
function curveOf({ arc, curve }: PackedArc): Content[] {
  const from = curve[0]!.at;
  const span = Math.max(curve.at(-1)!.at - from, 1);
  const top = Math.max(...curve.map(({ iMax }) => iMax), 1);
  const points = thinned(curve).map(({ at, iMax }) => ({
    x: ((at - from) / span) * WIDTH,
    y: HEIGHT - (iMax / top) * HEIGHT,
  }));
  return [
    { text: `电流曲线：${time(new Date(from).toISOString())} 起 ${(span / 1_000).toFixed(1)} 秒，${arc.outlet} 号焊口，纵轴 0–${Math.round(top)} 安`, fontSize: 8, margin: [0, 8, 0, 2] },
    {
      canvas: [
        { type: 'rect', x: 0, y: 0, w: WIDTH, h: HEIGHT, lineWidth: 0.5, lineColor: '#999999' },
        { type: 'polyline', lineWidth: 0.8, lineColor: '#B42318', points },
      ],
      unbreakable: true,
    },
  ]; // prettier-ignore
}

function thinned(curve: readonly CurvePoint[]): CurvePoint[] {
  const step = Math.ceil(curve.length / WIDTH);
  const kept: CurvePoint[] = [];
  for (let i = 0; i < curve.length; i += step)
    kept.push(curve.slice(i, i + step).reduce((high, one) => (one.iMax > high.iMax ? one : high)));
  return kept;
}
