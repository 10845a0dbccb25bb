import type { RollOutMode, RollOutTopic } from '@domain/authorization/roll-out-modes';
import type { Mender } from '@domain/roll-out/who-mends';

/** Words of how strictly a topic is checked, and of what a planned mode would do. */
const texts = {
  rules: {
    rollOut: {
      intro: '各乡镇可以分步实施：先只记录，再提醒，最后强制。证书和作业票始终是强制的。',
      add: '安排实施方式',
      none: '还没有安排，按全国默认执行',
      topic: '检查内容',
      mode: '方式',
      topics: {
        chip: '监管芯片',
        training: '全员培训',
        inspection: '设备安全检查',
        position: '作业位置',
        identity: '身份确认',
      } satisfies Readonly<Record<RollOutTopic, string>>,
      means: {
        observe: '不合格也能开工，只留下记录。',
        warn: '不合格也能开工，但会提醒焊工和企业。',
        enforce: '不合格不能开工。',
      } satisfies Readonly<Record<RollOutMode, string>>,
      honest: {
        title: '近 14 天守法人员被拒的情况',
        how: '证书和作业票都齐，只因网络、定位、设备被占用等原因被拒的开机。目标不超过 0.5%。',
        day: '日期',
        scans: '开机申请',
        refused: '其中被拒',
        cause: {
          chip_offline: '芯片不在线',
          'machine_in-use': '设备被占用',
          welder_busy: '本人在别处有作业',
          'place_outside-site': '不在作业地点',
          'welder_identity-unconfirmed': '身份未确认',
        },
      },
      preview: {
        look: '先看会影响谁',
        first: '用最近 7 天的实际扫码试算，看完再安排。',
        title: '试算结果',
        noScans: '最近 7 天这里没有扫码，无法试算。',
        sentence:
          '最近 7 天这里的 {scans} 次扫码，照此要求会有 {refused} 次不能开机（当时是 {then} 次）；其中 {newly} 次仅因这项要求被拒，证书和作业票都没有问题。',
        span: '{from} 至 {to} 的扫码，含开工前的查询。',
        sampled: '扫码较多，只试算了最近的 {n} 次。',
        cause: '原因',
        refused: '会被拒',
        newly: '仅因此项',
        who: '会被拦下的人、设备和单位',
        tellHow: '点“发提醒”，短信发给能处理的人；同一个手机号每天最多收到一条。',
        times: '{n} 次',
        mends: '由谁处理：',
        mender: {
          person: '焊工本人',
          enterprise: '所属企业',
          fitter: '安装技术员',
          grid: '网格员',
          county: '监管部门',
        } satisfies Readonly<Record<Mender, string>>,
        tell: '发提醒',
        told: '{time} 已提醒',
        reason: '仅因这项要求被拒的超过 {n}%，请写明必须强制的理由',
        signs: '理由和您的账号一并存入这项安排和操作记录。',
        foreseen: '安排时的试算',
        foreseenN: '{scans} 次扫码中 {newly} 次会仅因此被拒',
        signed: '理由：{reason}',
      },
    },
  },
};

export default texts;
