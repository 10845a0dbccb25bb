import { approvalChains } from './approval-chains';
import { gasLimits } from './gas-limits';
import { jobRules } from './job-rules';
import { legalBasis } from './legal-basis';
import { levelQuestions } from './level-questions';
import { measures } from './measures';
import { permitLimits } from './permit-limits';
import { placeKinds } from './place-kinds';
import type { SeedRule } from './seed-rule';
import { simops } from './simops';
import { supervisionRules } from './supervision-rules';

/** The rules that a new platform begins with. */
export const seededRules: readonly SeedRule[] = [
  ...jobRules,
  ...permitLimits,
  ...approvalChains,
  ...levelQuestions,
  ...measures,
  gasLimits,
  placeKinds,
  ...simops,
  ...supervisionRules,
  legalBasis,
];
