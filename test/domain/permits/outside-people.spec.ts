import { permitLifeCycle } from '../../../src/domain/permits/permit-life-cycle';
import { AGREEMENT_LEVELS, type OutsideDoubt } from '../../../src/domain/permits/outside-doubt';
import { people, permit, rulesOf, rulesWith, T0 } from './permit-facts';

const none: OutsideDoubt = { standing: 'none', name: '许昌测试建设公司', welderId: null };
const leased: OutsideDoubt = { standing: 'expired', name: '王师傅', welderId: 'W9' };

const answered = (level: string | undefined, doubts: readonly OutsideDoubt[], comment: string | null): unknown => {
  const rules = level === undefined ? rulesOf() : rulesWith({ 'permit.contractor-agreement': level });
  const input = { doubts, comment };
  const done = permitLifeCycle.step({ state: 'submitted', permit: permit(), person: people.safety, input, rules, at: T0 }, 'approve'); // prettier-ignore
  return done.outcome === 'moved' ? 'moved' : done.outcome === 'refused' ? done.reasons : done.outcome;
};
const refusedBy = (code: string, names: string) => [{ about: 'readiness', code, params: { names } }];

describe('a contractor or leased worker without a valid safety agreement (安全生产法 49)', () => {
  it.each([
    ['no rule was written', undefined, 'moved', 'moved'],
    ['warn: whoever signs reads it', 'warn', 'moved', 'moved'],
    ['ask: whoever signs says why', 'ask', refusedBy('permit.agreement-unexplained', '许昌测试建设公司、王师傅'), 'moved'],
    ['refuse: nobody signs', 'refuse', refusedBy('permit.agreement-missing', '许昌测试建设公司、王师傅'), refusedBy('permit.agreement-missing', '许昌测试建设公司、王师傅')],
  ] as const)('%s', (_, level, silent, explained) => {
    expect(answered(level, [none, leased], null)).toEqual(silent);
    expect(answered(level, [none, leased], '协议原件已当面核对')).toEqual(explained);
  }); // prettier-ignore

  it.each(AGREEMENT_LEVELS)('%s: nothing where nobody is in doubt', (level) => {
    expect(answered(level, [], null)).toBe('moved');
  });
});
