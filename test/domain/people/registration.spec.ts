import { receiveFault, settleFault } from '../../../src/domain/people/registration';

const waiting = { state: 'waiting', trade: null, received: true } as const;
const handed = { ...waiting, trade: 'market', received: false } as const;
const received = { ...handed, received: true } as const;
const grid = { roles: ['grid-worker'], trades: [] };
const market = { roles: ['inspector'], trades: ['market', 'fire'] };
const fire = { roles: ['regulator'], trades: ['fire'] };
const admin = { roles: ['admin'], trades: [] };

describe('who settles a registration', () => {
  it.each([
    ['whoever sees to the place', waiting, grid, null],
    ['not one that was settled', { ...waiting, state: 'refused' as const }, grid, 'registration.settled'],
    ['not what another department has', received, grid, 'registration.other-trade'],
    ['nor an official of another trade', received, fire, 'registration.other-trade'],
    ['its own, once received', received, market, null],
    ['not before the receipt', handed, market, 'registration.not-received'],
    ['the administrator for any trade', received, admin, null],
    ['a grid worker for no trade', received, { ...grid, trades: ['market'] }, 'registration.other-trade'],
  ])('%s', (_, registration, officer, expected) => expect(settleFault(registration, officer)).toBe(expected));
});

describe('who signs the receipt', () => {
  it.each([
    ['the trade it went to', handed, market, null],
    ['no other', handed, fire, 'registration.other-trade'],
    ['once', received, market, 'registration.received'],
    ['not where nothing was handed over', waiting, market, 'registration.received'],
    ['not of what was settled', { ...handed, state: 'confirmed' as const }, market, 'registration.settled'],
  ])('%s', (_, registration, officer, expected) => expect(receiveFault(registration, officer)).toBe(expected));
});
