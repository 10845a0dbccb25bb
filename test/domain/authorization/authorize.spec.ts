import fc from 'fast-check';
import { authorize } from '../../../src/domain/authorization/authorize';
import type { Finding } from '../../../src/domain/authorization/finding';
import type { FindingText } from '../../../src/domain/authorization/finding-text';
import { FINDING_CODES, FINDING_TEXTS } from '../../../src/domain/authorization/finding-texts';
import { HOUR } from '../../../src/kernel/time';
import { ALL_DEFECTS, INDEPENDENT } from './defects';
import { metresNorth, perfect, permit, PLACE, rules2026, T0, withPermit } from './perfect-facts';

const key = ({ code, variant }: Finding): string => (variant ? `${code}:${variant}` : code);
const keys = (findings: readonly Finding[]): string[] => findings.map(key).sort();
const defectNames = Object.keys(INDEPENDENT);

describe('authorize', () => {
  it('lets perfect facts pass, until the permit ends', () => {
    expect(authorize(perfect, T0)).toEqual({
      allowed: true,
      findings: [],
      ruleVersion: 'rules-2026',
      permitId: 'P1',
      designatedAreaId: null,
      until: permit.plannedEnd,
    });
  });

  it('never lets a job last longer than eight hours', () => {
    expect(authorize(withPermit({ plannedEnd: T0 + 8 * HOUR + 1 }), T0).until).toBe(T0 + 8 * HOUR);
    expect(authorize(withPermit({ plannedEnd: T0 + 8 * HOUR - 1 }), T0).until).toBe(T0 + 8 * HOUR - 1);
  });

  it.each(Object.entries(ALL_DEFECTS))('%s is found where its defect is the only one', (name, spoil) => {
    expect(keys(authorize(spoil(perfect), T0).findings)).toContain(name);
  });

  it.each(Object.entries(INDEPENDENT))('%s alone refuses, and is the only finding', (name, spoil) => {
    const decision = authorize(spoil(perfect), T0);
    expect({ allowed: decision.allowed, findings: keys(decision.findings) }).toEqual({
      allowed: false,
      findings: [name],
    });
  });

  it('finds all defects at once: the union of what each alone brings', () => {
    fc.assert(
      fc.property(fc.subarray(defectNames), (names) => {
        const spoiled = names.reduce((facts, name) => INDEPENDENT[name]!(facts), perfect);
        expect(keys(authorize(spoiled, T0).findings)).toEqual([...names].sort());
      }),
    );
  });

  it('one more defect never turns a refusal into an allowance', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(defectNames, { minLength: 1 }),
        fc.constantFrom(...defectNames),
        (names, more) => {
          const spoiled = names.reduce((facts, name) => INDEPENDENT[name]!(facts), perfect);
          expect(authorize(INDEPENDENT[more]!(spoiled), T0).allowed).toBe(false);
        },
      ),
    );
  });

  it('every code and every variant has a text, and every text a rule that brings it', () => {
    const brought = new Set(
      Object.values(ALL_DEFECTS).flatMap((spoil) => keys(authorize(spoil(perfect), T0).findings)),
    );
    const written = FINDING_CODES.flatMap((code) => {
      const text: FindingText = FINDING_TEXTS[code];
      return [code, ...Object.keys(text.variants ?? {}).map((variant) => `${code}:${variant}`)];
    });
    expect([...brought].sort()).toEqual(written.sort());
  });
});

describe('which permit or area counts', () => {
  const spoiled = { ...permit, id: 'P2', watchOn: false, measures: [{ code: 'x', confirmed: false }] };
  const nearlyGood = { ...permit, id: 'P3', watchOn: false };

  it('takes the permit in order, wherever it stands in the list', () => {
    for (const permits of [
      [spoiled, permit],
      [permit, spoiled],
    ])
      expect(authorize({ ...perfect, permits }, T0)).toMatchObject({ allowed: true, permitId: 'P1' });
  });

  it('otherwise explains the one that lacks least', () => {
    const decision = authorize({ ...perfect, permits: [spoiled, nearlyGood] }, T0);
    expect({ ...decision, findings: keys(decision.findings) }).toMatchObject({
      permitId: 'P3',
      findings: ['permit.fire-watch-absent'],
    });
  });

  it('of two that block alike the one with fewer warnings, so that nobody mends for nothing', () => {
    const warned = { ...nearlyGood, id: 'P4', ...metresNorth(105) };
    for (const permits of [
      [warned, nearlyGood],
      [nearlyGood, warned],
    ])
      expect(authorize({ ...perfect, permits }, T0).permitId).toBe('P3');
  });

  const area = { id: 'A1', enterpriseId: 'E1', regionCode: '411003', ...PLACE, radiusM: 30, validTo: null };
  const inArea = { ...perfect, permits: [spoiled], designatedArea: area };

  it('a designated area stands in for a permit, eight hours at a time', () => {
    expect(authorize(inArea, T0)).toMatchObject({
      allowed: true,
      findings: [],
      permitId: null,
      designatedAreaId: 'A1',
      until: T0 + 8 * HOUR,
    });
  });

  it.each([
    ['on its edge', { ...metresNorth(29.9), accuracyM: 10, source: 'phone' as const }, true],
    [
      'one metre outside, though it may be inside',
      { ...metresNorth(31), accuracyM: 10, source: 'phone' as const },
      false,
    ],
    ['at an unknown place', null, false],
  ])('a position %s', (_, position, allowed) => {
    expect(authorize({ ...inArea, permits: [], position }, T0).allowed).toBe(allowed);
  });

  it.each([
    ['one ms before its approval ends', T0 + 1, true],
    ['at its end', T0, false],
  ])('%s', (_, validTo, allowed) => {
    const decision = authorize({ ...inArea, permits: [], designatedArea: { ...area, validTo } }, T0);
    expect(decision.allowed).toBe(allowed);
    expect(decision.until).toBe(allowed ? validTo : null);
  });

  it('closed hours and certificates hold in a workshop, too', () => {
    const workshop = { ...area, enterpriseId: null, placeKinds: ['public-entertainment'] };
    const there = { ...inArea, permits: [], designatedArea: workshop };
    expect(keys(authorize(there, T0).findings)).toEqual(['place.closed-hours-only']);
    expect(authorize({ ...there, designatedArea: { ...workshop, placeKinds: [] } }, T0).allowed).toBe(true);
    const decision = authorize({ ...inArea, permits: [], designatedArea: workshop, certificates: [] }, T0);
    expect(decision.findings.map(({ code }) => code).some((code) => code.startsWith('certificate.'))).toBe(true);
  });

  it('a permit that was asked for by name is judged, area or not', () => {
    const decision = authorize({ ...inArea, asked: { ...perfect.asked, permitId: 'P2' } }, T0);
    expect(decision).toMatchObject({ allowed: false, permitId: 'P2', designatedAreaId: null });
  });
});

describe('roll-out modes soften chip, training, inspection, position and identity, and nothing else', () => {
  const SWITCHED = [
    'machine.no-chip', 'machine.facts-unconfirmed', 'chip.tampered', 'chip.offline', 'welder.training-overdue', 'welder.training-overdue:unknown',
    'welder.identity-unconfirmed', 'machine.inspection-overdue', 'place.outside-site', 'place.chip-elsewhere',
    'place.unproven', 'place.unproven:inexact', 'place.unproven:signboard-not-bound', 'place.unproven:signboard-not-of-here',
    'place.unproven:photo-missing',
    'welder.identity-unconfirmed:pin-wrong', 'welder.identity-unconfirmed:pin-resting', 'welder.identity-unconfirmed:pin-unset',
  ]; // prettier-ignore
  const ALREADY_SOFT = [
    'machine.facts-unconfirmed:shown', 'machine.inspection-overdue:soon', 'machine.inspection-overdue:unknown', 'place.outside-site:doubtful', 'place.outside-site:chinese-map',
  ]; // prettier-ignore

  const ONLY_TOLD = [
    'certificate.under-instruction',
    'weather.wind:guarded',
    'certificate.kind-unusual',
    'certificate.unverified:scanned',
  ];
  /** A waiver of an inspection that is overdue: there is nothing to waive while that is only watched or warned of. */
  const WAIVED = 'job.waived';

  describe.each([
    ['observe', 'observe', 'observe'],
    ['warn', 'warn', 'warn'],
    ['enforce', 'block', 'warn'],
  ] as const)('%s', (mode, ofBlocking, ofWarning) => {
    const modes = { chip: mode, training: mode, inspection: mode, position: mode, identity: mode };
    const severityOf = (name: string): string | undefined =>
      authorize({ ...ALL_DEFECTS[name]!(perfect), modes }, T0).findings.find((finding) => key(finding) === name)
        ?.severity;

    it.each(SWITCHED)('%s', (name) => expect(severityOf(name)).toBe(ofBlocking));
    it.each(ALREADY_SOFT)('%s', (name) => expect(severityOf(name)).toBe(ofWarning));
    it.each(ONLY_TOLD)('%s is only told', (name) => expect(severityOf(name)).toBe('warn'));
    it('a waiver is told where it lets somebody through', () =>
      expect(severityOf(WAIVED)).toBe(mode === 'enforce' ? 'warn' : undefined));
    const soft = [...SWITCHED, ...ALREADY_SOFT, ...ONLY_TOLD, WAIVED];
    it.each(Object.keys(ALL_DEFECTS).filter((name) => !soft.includes(name)))('%s blocks all the same', (name) =>
      expect(severityOf(name)).toBe('block'),
    );
  });

  it('before the chip date a machine without chip works by its code', () => {
    const modes = { ...perfect.modes, chip: 'observe' as const };
    expect(authorize({ ...perfect, chip: null, modes }, T0).allowed).toBe(true);
    expect(authorize({ ...perfect, chip: null }, T0).allowed).toBe(false);
  });
});

it('the same facts at the same moment always give the same decision, also after they were stored', () => {
  for (const spoil of Object.values(ALL_DEFECTS)) {
    const { rules: _, ...stored } = spoil(perfect);
    const replayed = authorize({ ...(JSON.parse(JSON.stringify(stored)) as typeof stored), rules: rules2026 }, T0);
    expect(replayed).toEqual(authorize(spoil(perfect), T0));
  }
});

describe('a permit that was not raised lets work last until the night begins (GB 30871-2022, 升级管理)', () => {
  const evening = Date.parse('2026-11-24T13:00:00Z'); // 21:00 in China
  const night = Date.parse('2026-11-24T14:00:00Z');
  const around = { plannedStart: evening - 10 * HOUR, plannedEnd: evening + 40 * HOUR };
  it.each<[string, Parameters<typeof withPermit>[0], number]>([
    ['second level', { level: 'second', proposedLevel: 'second' }, night],
    ['raised from second to first', { level: 'first', proposedLevel: 'second' }, evening + 8 * HOUR],
    ['special level by itself', { level: 'special', proposedLevel: 'special' }, evening + 8 * HOUR],
    [
      'a regime that does not raise at night',
      { regime: 'general', level: 'ordinary', proposedLevel: 'ordinary' },
      evening + 8 * HOUR,
    ],
    ['one that ends before', { level: 'second', proposedLevel: 'second', plannedEnd: night - 1 }, night - 1],
  ])('%s', (_, change, until) => {
    expect(authorize(withPermit({ ...around, ...change }), evening).until).toBe(until);
  });

  it('and refuses to begin in it', () => {
    const facts = withPermit({ ...around, level: 'second', proposedLevel: 'second' });
    const codes = (at: number): string[] => authorize(facts, at).findings.map(({ code }) => code);
    expect(codes(night - 1)).not.toContain('permit.level-too-low');
    expect(codes(night)).toContain('permit.level-too-low');
  });
});
