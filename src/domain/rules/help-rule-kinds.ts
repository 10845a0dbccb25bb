import { BY_REGION, kind, quantity } from './rule-kind';
import { matching, number } from './shape';

/** Rules of the roll-out and of the help for people who are refused. */
export const helpRuleKinds = {
  'roll-out.honest-refused-percent': quantity(
    [
      '设为强制时，预计被拒的守法扫码最多占多少',
      'A check is enforced without a signed reason while it would refuse at most',
    ],
    'percent',
    BY_REGION,
    number(0, 100),
  ),
  'help.longest-grant-hours': quantity(
    ['值班台准许一次最长多久', 'The duty desk lets pass for at most'],
    'hours',
    BY_REGION,
    number(1, 72),
  ),
  'help.asked-within-hours': quantity(
    ['被拒后多久内可以求助', 'Help is asked for after a refusal within'],
    'hours',
    BY_REGION,
    number(1, 72),
  ),
  'duty.hotline': kind(['值班电话', 'Phone of the duty desk'], BY_REGION, matching(/^[0-9][0-9-]{2,19}$/)),
};
