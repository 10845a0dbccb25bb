import { FACTORY_SETTINGS, SETTINGS_LIMITS, settingsState } from '../../../src/domain/wire/chip-settings';
import { keyFor, keysState, sameKeys } from '../../../src/domain/wire/key-set';
import { agreedSecret } from '../../../src/domain/wire/secret-agreement';

describe('keys that a chip holds, beside ours', () => {
  it.each([
    ['it never told', ['A', 'B'], null, 'untold'],
    ['both', ['A', 'B'], ['A', 'B'], 'in-force'],
    ['both, in another order', ['A', 'B'], ['B', 'A'], 'in-force'],
    ['one of both', ['A', 'B'], ['A'], 'waiting'],
    ['one that is ours no more', ['B', 'C'], ['A', 'B'], 'waiting'],
    ['one too many', ['A'], ['A', 'B'], 'waiting'],
    ['none of ours', ['B', 'C'], ['A'], 'stranger'],
  ])('%s', (_, ours, held, state) => expect(keysState(ours, held)).toBe(state));

  it.each([
    [['A'], ['A', 'A'], true],
    [['A', 'B'], ['A', 'A'], false],
    [[], [], true],
  ])('%j and %j are the same set: %s', (a, b, same) => expect(sameKeys(a, b)).toBe(same));

  it.each([
    ['our first where it never told', null, 'B'],
    ['our first that it holds', ['A'], 'A'],
    ['our first of several', ['A', 'B'], 'B'],
    ['none where it holds none of ours', ['Z'], undefined],
  ])('signed for it is by %s', (_, held, kid) => {
    expect(keyFor([{ kid: 'B' }, { kid: 'A' }], held)?.kid).toBe(kid);
  });
});

describe('settings of a chip', () => {
  const set = { no: 3, error: null };
  it.each([
    ['nobody set any', null, null, 'factory'],
    ['nobody set any, whatever it tells', null, 7, 'factory'],
    ['not told yet', set, null, 'waiting'],
    ['an older number', set, 2, 'waiting'],
    ['the number that was set', set, 3, 'in-force'],
    ['refused', { no: 3, error: 'bad-value' }, 2, 'refused'],
    ['refused by a first chip, taken by the one after it', { no: 3, error: 'bad-value' }, 3, 'in-force'],
  ])('%s', (_, chosen, told, state) => expect(settingsState(chosen, told)).toBe(state));

  it('as delivered lie within what may be set, and nobody makes a chip slower than that', () => {
    for (const [name, [least, most]] of Object.entries(SETTINGS_LIMITS)) {
      const value = FACTORY_SETTINGS[name as keyof typeof FACTORY_SETTINGS];
      expect({ name, within: least <= value && value <= most }).toEqual({ name, within: true });
    }
    expect(SETTINGS_LIMITS.sampleMs[1]).toBe(FACTORY_SETTINGS.sampleMs);
    expect(SETTINGS_LIMITS.idleSampleMs[1]).toBe(FACTORY_SETTINGS.idleSampleMs);
  });
});

describe('a new secret', () => {
  const before = { chipNo: 'HANANTEST00001', no: 2, oldSecret: Buffer.alloc(32, 1) };
  const secret = agreedSecret(before, Buffer.alloc(32, 7));

  it.each([
    ['another chip', { ...before, chipNo: 'HANANTEST00002' }, Buffer.alloc(32, 7)],
    ['another number', { ...before, no: 3 }, Buffer.alloc(32, 7)],
    ['another old secret', { ...before, oldSecret: Buffer.alloc(32, 2) }, Buffer.alloc(32, 7)],
    ['another shared value', before, Buffer.alloc(32, 8)],
  ])('is another one for %s', (_, facts, shared) => {
    expect(agreedSecret(facts, shared)).toHaveLength(32);
    expect(agreedSecret(facts, shared).equals(secret)).toBe(false);
  });
});
