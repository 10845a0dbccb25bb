import { FACTOR_POLICIES } from '../people/second-factor';
import { kind } from './rule-kind';
import { oneOf } from './shape';

/** What an account has to have. Of the whole installation: who signs in belongs to no region yet. */
export const accountRuleKinds = {
  'account.second-factor': kind(
    [
      '必须开启两步验证的人（nobody 不要求，officials 监管人员和管理员，everyone 所有人）',
      'Who must have a second factor (nobody, officials with administrators, everyone)',
    ],
    [],
    oneOf(FACTOR_POLICIES),
  ),
};
