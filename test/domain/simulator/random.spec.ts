import { Random } from '../../../src/simulator/random';
import { profileOf, readArc } from '../../../src/simulator/weld-profile';

describe('chance from a seed', () => {
  const draw = (random: Random): number[] => Array.from({ length: 5 }, () => random.next());

  it('plays the same again, and another seed or name something else', () => {
    expect(draw(Random.for(7, 'chip'))).toEqual(draw(Random.for(7, 'chip')));
    expect(draw(Random.for(8, 'chip'))).not.toEqual(draw(Random.for(7, 'chip')));
    expect(draw(Random.for(7, 'other'))).not.toEqual(draw(Random.for(7, 'chip')));
  });

  it('stays between its ends and reaches all of them', () => {
    const random = new Random(1);
    const drawn = Array.from({ length: 600 }, () => random.whole([1, 6]));
    expect(new Set(drawn)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
    expect(Math.abs(drawn.reduce((sum, n) => sum + n, 0) / 600 - 3.5)).toBeLessThan(0.2);
  });
});

describe('currents look like the process', () => {
  it.each([
    ['MMA', 160, [22, 28]],
    ['GMAW', 180, [20, 25]],
    ['GTAW', 120, [13, 16]],
  ] as const)('%s at %i A', (process, setA, [least, most]) => {
    const random = new Random(3);
    for (let n = 0; n < 100; n += 1) {
      const { amps, peakA, volts } = readArc(profileOf(process), setA, random);
      expect(Math.abs(amps / setA - 1)).toBeLessThanOrEqual(0.08);
      expect(peakA).toBeGreaterThan(amps);
      expect(volts).toBeGreaterThan(least);
      expect(volts).toBeLessThan(most);
    }
  });
});
