import { isIPv6 } from 'node:net';

/** IPv4 written as IPv6. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const HEXTETS_OF_A_SUBSCRIBER = 4;

/** What counts as one address: an IPv6 subscriber has 2^64 of them. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, HEXTETS_OF_A_SUBSCRIBER).map(short).join(':')}::/64`;
}

const short = (hextet: string): string => hextet.toLowerCase().replace(/^0+(?=.)/, '');
