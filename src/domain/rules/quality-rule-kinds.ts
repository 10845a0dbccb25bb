import { kind, quantity } from './rule-kind';
import { whole } from './shape';

/** Rules of data quality (数据质量): from when on the register is asked to be looked at. The same for all: counts of regions add up. */
export const qualityRuleKinds = {
  'quality.most-outlets': kind(
    ['设备的焊接输出超过几个算存疑', 'A machine with more outlets is doubtful'],
    [],
    whole(1, 16),
  ),
  'quality.idle-days': quantity(
    ['装了芯片的设备多久没有燃弧算存疑', 'A machine with a chip is doubtful without an arc for'],
    'days',
    [],
    whole(7, 1_000),
  ),
  'quality.waiting-days': quantity(
    ['操作证登记后多久没有核验算积压', 'A certificate that nobody looked up counts as waiting after'],
    'days',
    [],
    whole(1, 366),
  ),
};
