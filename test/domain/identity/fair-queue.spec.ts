import { FairQueue } from '../../../src/modules/identity/passwords/fair-queue';
import { networkOf } from '../../../src/platform/http/network';

const drained = (queue: FairQueue<string>): string[] => {
  const order: string[] = [];
  for (let item = queue.next(); item !== undefined; item = queue.next()) order.push(item);
  return order;
};

describe('S7 who waits for a password to be hashed', () => {
  it('the trusted go first, then each address in turn', () => {
    const queue = new FairQueue<string>();
    for (const item of ['a1', 'a2', 'a3']) queue.add(item, 'a');
    queue.add('b1', 'b');
    queue.add('t', null);
    expect(drained(queue)).toEqual(['t', 'a1', 'b1', 'a2', 'a3']);
  });

  it('when it is full, the address with the most waiting makes room', () => {
    const queue = new FairQueue<string>();
    for (let n = 0; n < 32; n += 1) expect(queue.add(`a${n}`, 'a')).toBeNull();
    expect(queue.add('a32', 'a')).toBe('a32');
    expect(queue.add('b1', 'b')).toBe('a31');
    expect(drained(queue)).toHaveLength(32);
  });

  it('the trusted are bounded, too', () => {
    const queue = new FairQueue<string>();
    for (let n = 0; n < 200; n += 1) queue.add(`t${n}`, null);
    expect(queue.add('one more', null)).toBe('one more');
  });
});

describe('what counts as one address', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s → %s', (address, network) => expect(networkOf(address)).toBe(network));
});
