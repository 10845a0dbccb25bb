import { CERTIFICATE_KINDS, OPERATIONS } from '../certificates/certificate';
import { PROCESSES } from '../registry/machine';
import { BY_ALL, BY_REGION, kind, quantity } from './rule-kind';
import { fields, flag, list, matching, oneOf, record, whole } from './shape';

const webAddress = matching(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?\/[^\s]{0,200}$/);

/** Rules of certificates: what they cover, how they are looked up, when their end is told. */
export const certificateRuleKinds = {
  'certificate.operation-for-process': kind(
    ['各焊割方法需要的准操项目', 'Operation a certificate must hold for each process'],
    [],
    fields(Object.fromEntries(PROCESSES.map((process) => [process, oneOf(OPERATIONS)]))),
  ),
  'certificate.kinds': kind(
    [
      '各类作业通常应持的证件（其他类别只提醒）',
      'Certificates that are usual for the work (others are only pointed out)',
    ],
    BY_ALL,
    list(oneOf(CERTIFICATE_KINDS)),
  ),
  'certificate.warn-days': quantity(
    ['证书到期前多少天显示“即将到期”', 'Days before its end a certificate is shown as ending soon'],
    'days',
    [],
    whole(0, 365),
  ),
  'certificate.recency-months': kind(
    [
      '离开特种作业岗位几个月须重新实操考试（只提醒）',
      'Months off the trade after which a practical test comes before work (a warning)',
    ],
    [],
    whole(1, 24),
  ),
  'certificate.review-abolished-from': kind(
    ['特种作业操作证三年复审取消之日', 'Day from which three-yearly reviews are void'],
    [],
    matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  ),
  'certificate.lookup': kind(
    ['各类证件的官方查询网址', 'Where certificates of each kind are looked up'],
    [],
    record(oneOf(CERTIFICATE_KINDS), webAddress),
  ),
  'certificate.scanned-hours': quantity(
    ['扫电子证后、核验前最多可作业多久', 'Work before verification once the e-certificate was scanned, at most'],
    'hours',
    BY_REGION,
    whole(0, 168),
  ),
  'certificate.notice-days': kind(
    ['证书到期前多少天各提醒一次', 'Days before its end at which a certificate’s end is told, once each'],
    [],
    list(whole(1, 3_660), { min: 1, max: 6 }),
  ),
  'certificate.grid-worker-verifies': kind(
    ['网格员官网查询后可否直接核验通过', 'Whether a grid worker’s lookup verifies a certificate'],
    BY_REGION,
    flag,
  ),
};
