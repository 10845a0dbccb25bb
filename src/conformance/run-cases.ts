import type { Bench } from './bench';
import type { Case } from './case';
import { arrival } from './cases/arrival';
import { buffer } from './cases/buffer';
import { handsOn } from './cases/hands-on';
import { keys } from './cases/keys';
import { alone, power } from './cases/power';
import { secret } from './cases/secret';
import { settings } from './cases/settings';
import { tokens } from './cases/tokens';
import { demand, Failure, NotTried } from './failure';
import type { Hands } from './hands';
import type { Signer } from './signer';
import { Trial } from './trial';

export interface Finding {
  readonly name: string;
  readonly rule: string;
  readonly section: string;
  readonly outcome: 'passed' | 'failed' | 'not-tried';
  /** Why, where it did not pass. */
  readonly why: string | null;
}

export interface Setting {
  readonly bench: Bench;
  readonly hands: Hands;
  readonly signer: Signer;
  /** Ends at the first rule that does not hold. */
  readonly bail: boolean;
}

/** Looked at last, over everything that was heard. */
const overall: readonly Case[] = [
  {
    name: 'messages',
    rule: 'every message has the form of the page, its number and its bytes; the birth comes first',
    section: 'Numbers and times',
    run: ({ bench }) => {
      const [fault] = bench.rules.faults;
      demand(fault === undefined, fault ?? '');
      return Promise.resolve();
    },
  },
  {
    name: 'numbers',
    rule: 'numbers have no gap: what was not sent is not numbered',
    section: 'Numbers and times',
    run: async ({ bench }) => {
      await bench.until(() => (bench.rules.gaps().length === 0 ? true : null));
      const [gap] = bench.rules.gaps();
      demand(gap === undefined, gap ?? '');
    },
  },
];

export const CASES: readonly Case[] = [
  ...[arrival, power, tokens, keys, buffer, secret, handsOn, settings, alone, overall].flat(),
];

/** What comes before everything: without it nothing else can be seen. */
const FIRST = new Set(['login', 'birth']);

/** Tries every rule, one after the other; tells of each as it is known. */
export async function runCases(
  { bench, hands, signer, bail }: Setting,
  tell: (finding: Finding) => void,
): Promise<Finding[]> {
  const trial = new Trial(bench, hands, signer);
  const findings: Finding[] = [];
  await hands.begin();
  for (const one of CASES) {
    const finding = await tryCase(trial, one);
    findings.push(finding);
    tell(finding);
    if (finding.outcome === 'failed' && (bail || FIRST.has(one.name))) break;
  }
  return findings;
}

async function tryCase(trial: Trial, { name, rule, section, run }: Case): Promise<Finding> {
  try {
    if (!arrival.some((one) => one.name === name)) await trial.settle();
    await run(trial);
    return { name, rule, section, outcome: 'passed', why: null };
  } catch (fault) {
    if (fault instanceof NotTried) return { name, rule, section, outcome: 'not-tried', why: fault.message };
    if (fault instanceof Failure) return { name, rule, section, outcome: 'failed', why: fault.message };
    throw fault;
  }
}
