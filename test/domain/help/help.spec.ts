import { authorize } from '../../../src/domain/authorization/authorize';
import type { Facts } from '../../../src/domain/authorization/facts';
import { isBlocking } from '../../../src/domain/authorization/finding';
import { FINDING_CODES, type FindingCode } from '../../../src/domain/authorization/finding-texts';
import type { Waiver } from '../../../src/domain/authorization/waivers';
import { grantFault } from '../../../src/domain/help/grant-fault';
import { grantableBy, isGrantable, servesDesk } from '../../../src/domain/help/grantable';
import { HELP_STATES, helpLifeCycle, type HelpSnapshot } from '../../../src/domain/help/help-life-cycle';
import { ROLES } from '../../../src/domain/people/roles';
import { DAY, HOUR } from '../../../src/kernel/time';
import { machine, perfect, permit, T0 } from '../authorization/perfect-facts';

describe('what the duty desk may let pass', () => {
  it.each([
    ['regulator', 'chip.offline machine.facts-unconfirmed machine.inspection-overdue machine.no-chip place.outside-site place.unproven welder.identity-unconfirmed welder.training-overdue'],
    ['inspector', 'chip.offline machine.facts-unconfirmed machine.inspection-overdue machine.no-chip place.outside-site place.unproven welder.training-overdue'],
    ['technician', 'chip.offline machine.facts-unconfirmed machine.no-chip'],
    ['grid-worker', ''],
    ['enterprise-head', ''],
    ['welder', ''],
  ])('%s: %s', (role, expected) => expect(grantableBy(FINDING_CODES, [role]).sort().join(' ')).toBe(expected)); // prettier-ignore

  it('is never certificate, permit, gas test, watcher, measures, a stop or an alarm', () => {
    const never = /^(certificate|permit|job|weather)\.|^chip\.tampered$|^machine\.(unregistered|suspended|scrapped|lost|in-use)$|^welder\.(unregistered|suspended|busy|photo-missing)$|closed-hours|chip-elsewhere/; // prettier-ignore
    expect(FINDING_CODES.filter((code) => isGrantable(code) && never.test(code))).toEqual([]);
  });

  it('is granted by whoever serves at the desk, and nobody else', () =>
    expect(ROLES.filter((role) => servesDesk({ roles: [role] }) !== grantableBy(FINDING_CODES, [role]).length > 0)).toEqual([])); // prettier-ignore
});

describe('a grant', () => {
  const of = { grantable: ['chip.offline', 'place.unproven'] as FindingCode[], longestHours: 8 };
  it.each<[string, FindingCode[], number, string]>([
    ['to the last allowed moment', ['chip.offline'], 8 * HOUR, 'fine'],
    ['a millisecond longer', ['chip.offline'], 8 * HOUR + 1, 'help.grant-too-long'],
    ['that ends now', ['chip.offline'], 0, 'help.grant-over'],
    ['that ends in a millisecond', ['chip.offline'], 1, 'fine'],
    ['of two', ['chip.offline', 'place.unproven'], HOUR, 'fine'],
    ['of more than may be', ['chip.offline', 'certificate.missing'], HOUR, 'help.not-grantable'],
  ])('%s', (_, codes, ms, expected) =>
    expect(grantFault({ codes, until: T0 + ms }, of, T0)?.code ?? 'fine').toBe(expected),
  );
});

describe('a waiver on a decision', () => {
  const overdue: Facts = { ...perfect, machine: { ...machine, inspectionEndsAt: T0 - DAY } };
  const waiver: Waiver = { id: 'G1', code: 'machine.inspection-overdue', permitId: permit.id, areaId: null, until: T0 + HOUR }; // prettier-ignore
  const blocks = (facts: Facts, at = T0): string[] => authorize(facts, at).findings.filter(isBlocking).map(({ code }) => code); // prettier-ignore

  it.each<[string, Partial<Waiver>, string[]]>([
    ['for this work', {}, []],
    ['for another permit', { permitId: 'P2' }, ['machine.inspection-overdue']],
    ['for an area', { permitId: null, areaId: 'A1' }, ['machine.inspection-overdue']],
    ['for another finding', { code: 'chip.offline' }, ['machine.inspection-overdue']],
    ['that ends now', { until: T0 }, ['machine.inspection-overdue']],
    ['that ends in a millisecond', { until: T0 + 1 }, []],
  ])('%s', (_, change, expected) =>
    expect(blocks({ ...overdue, waivers: [{ ...waiver, ...change }] })).toEqual(expected),
  );

  it('is told as a note, and the work ends with it', () => {
    const decision = authorize({ ...overdue, waivers: [waiver] }, T0);
    expect(decision).toMatchObject({ allowed: true, until: T0 + HOUR });
    expect(decision.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'machine.inspection-overdue warn',
      'job.waived warn',
    ]);
  });

  it('that nobody needs changes nothing', () =>
    expect(authorize({ ...perfect, waivers: [waiver] }, T0)).toEqual(authorize(perfect, T0)));

  it('lets a place pass, of this permit alone', () => {
    const enforced = { ...perfect.modes, position: 'enforce', proof: 'enforce' } as const;
    const nowhere: Facts = { ...perfect, position: null, modes: enforced };
    expect(blocks(nowhere)).toEqual(['place.unproven']);
    expect(blocks({ ...nowhere, waivers: [{ ...waiver, code: 'place.unproven' }] })).toEqual([]);
  });

  it('of what nobody may grant is no waiver, whoever wrote the row', () => {
    const facts: Facts = { ...perfect, certificates: [], permits: [{ ...permit, lastGasTest: null }] };
    const forged = (['certificate.missing', 'permit.gas-test-missing'] as const).map((code) => ({ ...waiver, code }));
    expect(blocks({ ...facts, waivers: forged })).toEqual(blocks(facts));
    expect(blocks(facts)).toHaveLength(2);
  });
});

describe('the life of a request for help', () => {
  const snapshot = (of: Partial<HelpSnapshot>): HelpSnapshot => ({
    ...{ state: 'open', byDesk: true, byAsker: false, grantable: 1, gone: 1 },
    ...of,
  });

  it.each<[string, Partial<HelpSnapshot>, string]>([
    ['the desk, on a new one', {}, 'take answer grant mend close'],
    ['nothing to grant', { grantable: 0 }, 'take answer mend close'],
    ['nothing put right', { gone: 0 }, 'take answer grant close'],
    ['an official who asked for themselves', { byAsker: true }, 'take answer mend close'],
    ['the welder who asked', { byDesk: false, byAsker: true }, 'close'],
    ['a colleague who looks on', { byDesk: false }, ''],
    ['let pass already', { state: 'granted' }, 'answer grant mend close'],
    ['closed', { state: 'closed' }, ''],
  ])('%s: %s', (_, of, expected) => expect(helpLifeCycle.open(snapshot(of)).join(' ')).toBe(expected));

  it('ends in every state but the last', () =>
    expect(HELP_STATES.filter((state) => !helpLifeCycle.named(state).includes('close'))).toEqual(['closed']));
});
