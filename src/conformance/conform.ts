import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from './bench';
import { Nobody, Person, Program, type Hands } from './hands';
import type { Options } from './options';
import { runCases, type Finding } from './run-cases';
import { Signer } from './signer';

const MARK = { passed: '✓', failed: '✗', 'not-tried': '–' } as const;

/** One run against one chip. `say` gets a line for each rule. */
export async function conform(options: Options, say: (line: string) => void): Promise<Finding[]> {
  const { chipNo, secret, port, bind, keyFile, run, patienceMs, bail } = options;
  const folder = mkdtempSync(join(tmpdir(), 'hanan-conform-'));
  const bench = new Bench(chipNo, secret, patienceMs);
  await bench.open(port, bind);
  const signer = keyFile === null ? Signer.fresh() : Signer.from(keyFile);
  const mqtt = `mqtt://${bind}:${bench.port}`;
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, JSON.stringify({ keys: [signer.jwk] }));
  const filled = { mqtt, chip: chipNo, secret: secret.toString('hex'), keys, flash: join(folder, 'flash.json') };
  const hands = handsFor(run, filled);
  say(`芯片 chip ${chipNo} → ${mqtt}`);
  say(`公钥 public key ${JSON.stringify(signer.jwk)}`);
  try {
    const findings = await runCases({ bench, hands, signer, bail }, (finding) => say(lineOf(finding)));
    if (hands instanceof Program && hands.lastWords !== '') say(`  the program said: ${hands.lastWords}`);
    say(summaryOf(findings));
    return findings;
  } finally {
    await hands.end();
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function handsFor(run: string | null, filled: Readonly<Record<string, string>>): Hands {
  if (run !== null) return new Program(run.replace(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole));
  return process.stdin.isTTY ? new Person() : new Nobody();
}

const lineOf = ({ outcome, name, rule, section, why }: Finding): string =>
  why === null ? `${MARK[outcome]} ${name}: ${rule}` : `${MARK[outcome]} ${name}: ${why}\n    ${rule} (${section})`;

function summaryOf(findings: readonly Finding[]): string {
  const count = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length;
  const [passed, failed, left] = [count('passed'), count('failed'), count('not-tried')];
  return `通过 passed ${passed} · 未通过 failed ${failed} · 未检 not tried ${left}`;
}

export function exitCode(findings: readonly Finding[]): number {
  if (findings.some(({ outcome }) => outcome === 'failed')) return findings.length > 1 ? 1 : 2;
  return findings.some(({ outcome }) => outcome === 'not-tried') ? 2 : 0;
}
