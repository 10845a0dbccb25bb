import { quantity } from './rule-kind';
import { whole } from './shape';

/** How long what identifies a person is kept. Each is erased by a job; what a case rests on stays while the case is open. */
export const privacyRuleKinds = {
  'retention.positions-days': quantity(
    [
      '人员精确位置保存时间（之后只保留到约一公里）',
      'How long precise positions of people are kept (then to a kilometre)',
    ],
    'days',
    [],
    whole(30, 3_650),
  ),
  'retention.tip-identity-days': quantity(
    ['举报办结后举报人身份保存时间', 'How long the identity of a reporter is kept after the tip was closed'],
    'days',
    [],
    whole(30, 3_650),
  ),
  'retention.device-days': quantity(
    ['登录设备记录保存时间', 'How long the devices of sign-ins are remembered'],
    'days',
    [],
    whole(180, 3_650),
  ),
  'retention.photos-days': quantity(
    [
      '人员与现场照片保存时间（案件证据除外）',
      'How long photos of people and places are kept, but for evidence of cases',
    ],
    'days',
    [],
    whole(365, 3_650),
  ),
  'retention.job-positions-days': quantity(
    [
      '作业开机位置保存时间（之后只保留到约一公里）',
      'How long precise positions of jobs are kept (then to a kilometre)',
    ],
    'days',
    [],
    whole(365, 3_650),
  ),
  'retention.chip-positions-days': quantity(
    ['芯片失联后最后位置保存时间', 'How long the last position of a chip is kept that is heard of no more'],
    'days',
    [],
    whole(30, 3_650),
  ),
  'retention.registrations-days': quantity(
    ['自助登记办结后证件号码保存时间', 'How long numbers of a self-registration are kept after it was settled'],
    'days',
    [],
    whole(30, 3_650),
  ),
  'retention.exchanged-days': quantity(
    [
      '企业系统签名作业票原文和其他平台待核实信息保存时间',
      'How long papers signed by plants, and what other platforms sent and waits for somebody, are kept',
    ],
    'days',
    [],
    whole(365, 3_650),
  ),
  'erasure.keep-after-work-days': quantity(
    [
      '最后一次作业后依法保存姓名的时间（之后才能注销个人信息）',
      'How long the law keeps names after the last work; a person is erased after it',
    ],
    'days',
    [],
    whole(365, 3_650),
  ),
  'retention.message-days': quantity(
    ['已送达通知保存时间', 'How long notices that arrived are kept'],
    'days',
    [],
    whole(30, 3_650),
  ),
};
