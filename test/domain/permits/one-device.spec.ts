import { peoplePerDevice, sharedDevices } from '../../../src/domain/permits/one-device';
import { seededBook } from '../rules/seeded-book';

const seat = (userId: string, device: string, at: number) => ({ userId, name: `测试${userId}`, device, at });

describe('M20 two seats of one permit are not taken from one device', () => {
  it.each([
    ['two people, a device each', [seat('A', 'd1', 1), seat('B', 'd2', 2)], []],
    ['one person in two seats', [seat('A', 'd1', 1), seat('A', 'd1', 2)], []],
    ['two people at one device', [seat('A', 'd1', 1), seat('B', 'd1', 2)], [{ names: ['测试A', '测试B'], at: 2 }]],
    [
      'two, and later a third: one finding, of when there were two',
      [seat('A', 'd1', 1), seat('B', 'd1', 2), seat('C', 'd1', 3)],
      [{ names: ['测试A', '测试B', '测试C'], at: 2 }],
    ],
    ['the other seats beside them do not matter', [seat('C', 'd2', 1), seat('B', 'd1', 5), seat('A', 'd1', 4)], [{ names: ['测试A', '测试B'], at: 5 }]],
  ])('%s', (_, seats, found) => {
    expect(sharedDevices(seats, 2)).toEqual(found);
  }); // prettier-ignore

  it('by the rule that is shipped two are one too many; without a rule nobody minds', () => {
    const at = Date.parse('2026-11-24T02:00:00Z');
    expect(peoplePerDevice(seededBook, { regime: 'general', level: 'ordinary', regionCode: '411003' }, at)).toBe(2);
    expect(sharedDevices([seat('A', 'd1', 1), seat('B', 'd1', 2)], null)).toEqual([]);
  });
});
