import type { PhotoKind, PhotoVerdict } from '@domain/jobs/photo-look';
import type { StopStanding } from '@domain/jobs/stop-order';

/** Words of checking photos and of stop orders, on both faces. */
const texts = {
  photos: {
    title: '照片复核',
    intro: '把现场照片与操作证照片放在一起看。不是本人的，作业立即停止，并生成预警。',
    mine: '等我复核',
    all: '全部',
    none: '还没有需要复核的照片',
    noneMine: '现在没有等您复核的照片',
    waiting: '有 {n} 张照片等您复核',
    look: '复核',
    see: '查看',
    back: '返回照片列表',
    what: '照片',
    kind: {
      signboard: '公示牌照片',
      starter: '代扫时拍的焊工',
      welder: '开工时拍的焊工',
      both: '焊工与公示牌同框',
      again: '作业中再拍的焊工',
    } satisfies Readonly<Record<PhotoKind, string>>,
    certificate: '操作证照片',
    noCertificate: '操作证没有照片。认识这名焊工的，请凭本人判断；不认识的，请点“看不清”。',
    welder: '焊工',
    takenBy: '拍照人',
    place: '作业地点',
    permit: '票号',
    machine: '设备编号',
    askedAt: '拍照时间',
    person: { ask: '照片上是这名焊工本人吗？', accept: '是本人', doubt: '不是本人' },
    board: { ask: '照片拍的是作业现场的公示牌吗？', accept: '是现场公示牌', doubt: '不是' },
    unclear: '看不清，无法判断',
    note: '说明（可不填）',
    sure: '确定吗？将生成预警，由监管人员处理。',
    sureStops: '确定吗？设备将立即断电，作业停止，并生成预警。',
    notYours: '这张照片由其他人复核。',
    passedOn: '本单位无法判断，已转交监管人员复核。',
    passedOnToYou: '企业无法判断，请您复核。',
    state: { waits: '待复核', late: '超时未复核', passedOn: '已转交监管人员' },
    verdict: { accepted: '属实', doubted: '不属实', unclear: '无法判断' } satisfies Readonly<
      Record<PhotoVerdict, string>
    >,
  },
  stopOrder: {
    waiting: '等监管部门确认的叫停',
    standing: {
      provisional: '待监管部门确认',
      confirmed: '叫停已确认',
      lifted: '叫停已解除',
      lapsed: '逾期未确认，已失效',
    } satisfies Readonly<Record<StopStanding, string>>,
    title: '当场叫停',
    by: '{name} {time} 叫停',
    due: '请监管部门在 {time} 前确认或解除',
    decided: '{name} {time} 办理',
    confirm: '确认叫停',
    lift: '解除叫停',
  },
};

export default texts;
