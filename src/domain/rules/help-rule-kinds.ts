import { BY_REGION, quantity } from './rule-kind';
import { number } from './shape';

/** Rules of the roll-out and of the help for whoever is refused. */
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
};
