import { authorize } from '../../../src/domain/authorization/authorize';
import type { Facts } from '../../../src/domain/authorization/facts';
import { replay, type KeptDecision } from '../../../src/domain/authorization/replay';
import { DAY } from '../../../src/kernel/time';
import { perfect, T0, versions2026, withCertificate, withMachine, withPermit, withWelder } from './perfect-facts';

/** As the database gives it back: through JSON, without the rules. */
function kept(facts: Facts, change: Partial<KeptDecision> = {}): KeptDecision {
  const { allowed, permitId, findings, ruleVersion } = authorize(facts, T0);
  const { rules: _, ...stored } = facts;
  return { ...(JSON.parse(JSON.stringify({ allowed, permitId, findings, ruleVersion, facts: stored })) as KeptDecision), at: T0, ...change }; // prettier-ignore
}

describe('a stored decision is decided again', () => {
  it.each([
    ['allowed', perfect],
    ['a machine out of service', withMachine({ status: 'suspended' })],
    ['a welder who is busy', withWelder({ status: 'suspended' })],
    ['a certificate that ended', withCertificate({ validTo: T0 })],
    ['a permit not yet issued', withPermit({ state: 'approved', watchOn: false })],
    ['no permit', { ...perfect, permits: [] }],
  ] as const)('%s: the same', (_, facts) => {
    const { decision, differences, rules } = replay(kept(facts), versions2026);
    expect(differences).toEqual([]);
    expect(decision.findings.length).toBe(kept(facts).findings.length);
    expect(rules.length).toBeGreaterThan(0);
  });

  it('by the rules of its time: a version that came later, or is another, is seen', () => {
    const facts = withPermit({ lastGasTest: { sampledAt: T0 - 29 * 60_000, passed: true } });
    const later = versions2026.map((rule) => (rule.key === 'permit.gas-fresh-minutes' ? { ...rule, value: 5 } : rule));
    expect(replay(kept(facts), versions2026).differences).toEqual([]);
    expect(replay(kept(facts), later).differences).toMatchObject([
      { kind: 'answer', was: true, is: false },
      { kind: 'finding-new', is: { code: 'permit.gas-test-stale' } },
    ]);
  });

  it.each([
    ['an answer', { allowed: false }, ['answer']],
    ['a permit', { permitId: 'P9' }, ['permit']],
    ['a finding put in', { findings: [{ code: 'machine.lost', severity: 'block', params: {} }] }, ['finding-gone']],
  ] as const)('%s that was tampered with', (_, change, kinds) =>
    expect(replay(kept(perfect, change), versions2026).differences.map(({ kind }) => kind)).toEqual(kinds),
  );

  it('a finding taken out, made milder, or doubled', () => {
    const refused = kept({ ...perfect, permits: [] });
    const [one, ...others] = refused.findings;
    const kinds = (findings: KeptDecision['findings']): string[] =>
      replay({ ...refused, findings }, versions2026).differences.map(({ kind }) => kind);
    expect(kinds(others)).toEqual(['finding-new']);
    expect(kinds([{ ...one!, severity: 'warn' }, ...others])).toEqual(['finding-changed']);
    expect(kinds([one!, one!, ...others])).toEqual(['finding-gone']);
  });

  it('names the versions it rested on, none that it did not ask for', () => {
    const { rules } = replay(kept(perfect), [
      ...versions2026,
      { ...versions2026[0]!, id: 'elsewhere', regionCode: '999999', validFrom: T0 - DAY },
    ]);
    expect(rules.map(({ id }) => id)).not.toContain('elsewhere');
    expect(rules.map(({ key }) => key)).toEqual([...rules.map(({ key }) => key)].sort());
  });
});
