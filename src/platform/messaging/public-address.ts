import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are nobody's on the internet (IANA special-purpose registry): a server's own, a house's, test ranges. */
const NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
]; // prettier-ignore

/** Of IPv6 only global unicast is public; these parts of it lead elsewhere: Teredo, documentation, 6to4. */
const PUBLIC6: readonly [string, number] = ['2000::', 3];
const NOT_PUBLIC6: readonly (readonly [string, number])[] = [['2001::', 32], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]]; // prettier-ignore

const blocked = new BlockList();
NOT_PUBLIC.forEach(([net, prefix]) => blocked.addSubnet(net, prefix, 'ipv4'));
NOT_PUBLIC6.forEach(([net, prefix]) => blocked.addSubnet(net, prefix, 'ipv6'));
const global6 = new BlockList();
global6.addSubnet(...PUBLIC6, 'ipv6');

/** Whether an address (no name) is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !blocked.check(address, 'ipv4');
    case 6:
      return global6.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
    default:
      return false;
  }
}
