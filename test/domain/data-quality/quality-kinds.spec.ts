import { kindsToMend, mendingPath, QUALITY_KINDS, subjectOf } from '../../../src/domain/data-quality/quality-kinds';
import { ROLES } from '../../../src/domain/people/roles';

describe('who mends the register', () => {
  it('every kind is somebody’s, and named after its subject', () => {
    for (const kind of QUALITY_KINDS) {
      expect(ROLES.filter((role) => kindsToMend({ roles: [role] }).includes(kind)).length).toBeGreaterThan(0);
      expect(kind.startsWith(`${subjectOf(kind)}-`)).toBe(true);
    }
  });

  it.each([
    ['welder', 'machine-serial-missing', false],
    ['grid-worker', 'machine-serial-missing', true],
    ['grid-worker', 'welder-certificate-waiting', false],
    ['regulator', 'welder-certificate-waiting', true],
    ['regulator', 'machine-serial-missing', false],
    ['technician', 'machine-scrapped-with-chip', true],
    ['safety-officer', 'welder-certificate-missing', true],
    ['enterprise-head', 'enterprise-safety-missing', true],
  ] as const)('%s, %s: %s', (role, kind, mends) => {
    expect(kindsToMend({ roles: [role] }).includes(kind)).toBe(mends);
  });

  it('leads to the page of the record', () => {
    expect(mendingPath('machine-idle', 'm1')).toBe('/console/machines/m1');
    expect(mendingPath('welder-twice', 'w1')).toBe('/console/welders/w1');
    expect(mendingPath('enterprise-head-missing', 'e1')).toBe('/console/enterprises/e1');
  });
});
