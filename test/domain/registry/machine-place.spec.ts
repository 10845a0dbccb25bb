import { machinePlace } from '../../../src/domain/registry/machine-place';

describe('where a machine stands', () => {
  const here = { lat: 34.12, lng: 113.82 };

  it.each([
    ['a good pin', { ...here, accuracyM: 12 }, here],
    ['200 m exactly', { ...here, accuracyM: 200 }, here],
    ['worse than 200 m', { ...here, accuracyM: 200.1 }, null],
    ['a pin that says nothing of its accuracy', here, here],
    ['a phone that says 0,0', { lat: 0, lng: 0, accuracyM: 5 }, null],
    ['no pin', null, null],
  ])('%s', (_, pin, expected) => expect(machinePlace(pin)).toEqual(expected));
});
