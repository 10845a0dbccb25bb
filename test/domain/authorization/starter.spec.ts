import { authorize } from '../../../src/domain/authorization/authorize';
import type { CallerFacts, Facts } from '../../../src/domain/authorization/facts';
import { mayStart } from '../../../src/domain/authorization/starter';
import { perfect, PLACE, T0 } from './perfect-facts';

const stranger: CallerFacts = { userId: 'U5', welderId: null, enterpriseId: null, roles: [] };
const may = (caller: Partial<CallerFacts>, facts: Facts = perfect): boolean => {
  const asked = { ...facts, caller: { ...stranger, ...caller } };
  return mayStart(asked, authorize(asked, T0));
};
const inArea: Facts = {
  ...perfect,
  permits: [],
  designatedArea: { id: 'A1', enterpriseId: 'E3', regionCode: '411003', ...PLACE, radiusM: 50, validTo: null },
};

describe('who may start (代扫)', () => {
  it.each([
    ['the welder', { welderId: 'W1', roles: ['welder'] }, true],
    ['another welder', { welderId: 'W2', roles: ['welder'] }, false],
    ['an administrator', { roles: ['admin'] }, true],
    ['the permit’s watcher', { userId: 'U9', roles: ['fire-watcher'] }, true],
    ['a watcher of its enterprise', { enterpriseId: 'E1', roles: ['fire-watcher'] }, true],
    ['its safety officer', { enterpriseId: 'E1', roles: ['safety-officer'] }, true],
    [
      'its safety officer, whom no official has confirmed',
      { enterpriseId: 'E1', roles: ['safety-officer'], seatWaiting: true },
      false,
    ],
    [
      'the same, who is a watcher too',
      { enterpriseId: 'E1', roles: ['safety-officer', 'fire-watcher'], seatWaiting: true },
      true,
    ],
    ['a safety officer of another enterprise', { enterpriseId: 'E2', roles: ['safety-officer'] }, false],
    ['a safety officer of none', { roles: ['safety-officer'] }, false],
    ['its manager', { enterpriseId: 'E1', roles: ['enterprise-manager'] }, false],
    ['the permit’s watcher without the role any more', { userId: 'U9', roles: ['regulator'] }, false],
  ])('%s', (_, caller, expected) => expect(may(caller)).toBe(expected));

  it('in a designated area its enterprise or the welder’s', () => {
    expect(may({ enterpriseId: 'E3', roles: ['safety-officer'] }, inArea)).toBe(true);
    expect(may({ enterpriseId: 'E1', roles: ['safety-officer'] }, inArea)).toBe(true);
    expect(may({ enterpriseId: 'E2', roles: ['safety-officer'] }, inArea)).toBe(false);
  });
});
