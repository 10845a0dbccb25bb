import { liveCurrent } from '../../../src/domain/arcs/live-current';

describe('the current that is shown agrees with the arc that is shown', () => {
  it.each([
    ['burning and measured', true, 204, 204],
    ['the arc was lit after the last sample', true, 0, null],
    ['the arc went out after the last sample', false, 204, 0],
    ['quiet', false, 0, 0],
    ['burning, nothing measures', true, null, null],
    ['quiet, nothing measures', false, null, null],
  ])('%s', (_, arcOpen, sampled, shown) => {
    expect(liveCurrent(arcOpen, sampled)).toBe(shown);
  });
});
