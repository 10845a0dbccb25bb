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
  'retention.message-days': quantity(
    ['已送达通知保存时间', 'How long notices that arrived are kept'],
    'days',
    [],
    whole(30, 3_650),
  ),
};
