import { STRATA, type Stratum } from './strata';

type PerStratum = Readonly<Record<Stratum, number>>;

/**
 * How many of each stratum are drawn: by weight times size, the largest remainders first, and no more than there are. No
 * chance is in it, so that it stands in the published list.
 */
export function quotasFor(sizes: PerStratum, weights: PerStratum, count: number): Record<Stratum, number> {
  const quotas: Record<Stratum, number> = { high: 0, ordinary: 0, clean: 0 };
  for (let left = Math.min(count, sum(sizes)); left > 0; left = Math.min(count, sum(sizes)) - sum(quotas)) {
    const open = STRATA.filter((one) => quotas[one] < sizes[one]);
    const total = open.reduce((all, one) => all + shareOf(one, sizes, weights), 0);
    const wanted = open.map((one) => ({ one, exact: total === 0 ? left / open.length : (left * shareOf(one, sizes, weights)) / total })); // prettier-ignore
    for (const { one, exact } of wanted) quotas[one] = Math.min(sizes[one], quotas[one] + Math.floor(exact));
    const rest = Math.min(count, sum(sizes)) - sum(quotas);
    const next = wanted
      .filter(({ one }) => quotas[one] < sizes[one])
      .sort((a, b) => (b.exact % 1) - (a.exact % 1) || STRATA.indexOf(a.one) - STRATA.indexOf(b.one));
    for (const { one } of next.slice(0, rest)) quotas[one] += 1;
  }
  return quotas;
}

const shareOf = (one: Stratum, sizes: PerStratum, weights: PerStratum): number => sizes[one] * weights[one];
const sum = (numbers: PerStratum): number => STRATA.reduce((total, one) => total + numbers[one], 0);
