import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { conform } from '../../src/conformance/conform';
import { Bench } from '../../src/conformance/bench';
import type { Hands } from '../../src/conformance/hands';
import { CASES, runCases, type Finding } from '../../src/conformance/run-cases';
import { Signer } from '../../src/conformance/signer';
import { Chip } from '../../src/simulator/chip';
import { FlashMemory } from '../../src/simulator/flash';
import { Random } from '../../src/simulator/random';
import { readKey } from '../../src/simulator/token-check';

const ROOT = join(__dirname, '../..');
const CHIP = 'HANANTEST00001';
const SECRET = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
const PROGRAM = (file: string, more = ''): string =>
  `python3 -B ${join(__dirname, 'chip', file)} --mqtt {mqtt} --chip {chip} --secret {secret} --keys {keys} --flash {flash} --pause 0.2 ${more}`;

/** Each chip has one fault; the rule that it breaks is the first that fails, and the words say how. */
const WRONG = [
  ['password-in-capitals', 'login', 'lower-case hex'],
  ['no-birth', 'birth', 'no birth'],
  ['believes-before-time', 'no-time', 'was accepted'],
  ['silent-when-asked', 'time', 'no sample'],
  ['tells-no-use', 'unlock', 'no event unlock-used'],
  ['takes-tokens-twice', 'replayed', 'the same token again: was accepted'],
  ['deaf-to-locks', 'lock', 'the first lock was answered'],
  ['needs-a-job-to-lock', 'lock-all', 'after a lock without a job'],
  ['lets-go-at-handover', 'handover', 'let go between the two jobs'],
  ['mute-when-asked', 'unknown', 'no reply to dance'],
  ['believes-unsigned', 'forged', 'one bit of the signature turned: was accepted'],
  ['any-chips-token', 'wrong-chip', 'the token of another chip: was accepted'],
  ['any-boots-token', 'wrong-boot', 'a token of the boot before: was accepted'],
  ['never-expires', 'expired', '`exp` a minute ago: was accepted'],
  ['keeps-all-keys', 'keys', 'the key that was left out: was accepted'],
  ['takes-old-keys', 'old-keys', 'an older set: was accepted'],
  ['frees-on-puback', 'lost-acks', 'although it was never acknowledged'],
  ['other-bytes', 'lost-acks', 'with other bytes'],
  ['newest-first', 'lost-acks', 'the oldest must come first'],
  ['never-frees', 'acked', 'although it was acknowledged'],
  ['frees-all-below', 'acked-in-part', 'did not come again: only'],
  ['never-resends', 'resend', 'was asked for and did not come'],
  ['opens-without-network', 'line-lost', 'opened because the line broke'],
  ['any-secrets-offer', 'secret-refused', 'the number of the secret it uses: was accepted'],
  ['shows-old-secret-first', 'secret-lost', 'did not first show the password of the secret'],
  ['tells-no-arcs', 'arc', 'no arc-start'],
  ['takes-codes-twice', 'code', 'the same code opened twice'],
  ['boot-stands', 'restart', 'counts one on at each start'],
  ['forgets-keys', 'restart', 'it holds the keys'],
  ['keeps-old-rate', 'configure', 'no sample of one second'],
  ['takes-any-settings', 'limits', 'a threshold of 500 A'],
  ['ignores-until', 'until', 'still closed'],
  ['ignores-idle', 'idle', 'still closed'],
  ['skips-numbers', 'numbers', 'never came'],
  ['qos-zero', 'messages', 'QoS 0'],
  ['text-for-numbers', 'messages', 'must be number'],
] as const;

/** As many chips are tried at once; most of their time they wait. */
const AT_ONCE = 8;
jest.setTimeout(300_000); // ends only what hangs

describe('npm run chip:conform', () => {
  const failed = new Map<string, Finding[]>();
  let printed = '';
  let reference: Finding[] = [];

  beforeAll(async () => {
    const left = WRONG.map(([fault]) => fault);
    const lane = async (): Promise<void> => {
      for (let fault = left.shift(); fault; fault = left.shift()) failed.set(fault, await firstFailure(fault));
    };
    const lanes = Array.from({ length: AT_ONCE }, lane);
    [printed, reference] = await Promise.all([byCommand(), byReferenceChip(), ...lanes]);
  });

  it.each(WRONG)('the chip that is wrong by “%s” breaks the rule “%s”: %s', (fault, rule, why) => {
    expect(failed.get(fault)).toEqual([
      expect.objectContaining({ name: rule, why: expect.stringContaining(why) as string }),
    ]);
  });

  it('the chip in Python, written from the page alone, passes all, and the command says so', () => {
    expect(printed).toContain(`passed ${CASES.length} · 未通过 failed 0 · 未检 not tried 0`);
  });

  it('the reference chip passes all', () => {
    expect(reference.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(reference).toHaveLength(CASES.length);
  });
});

async function firstFailure(fault: string): Promise<Finding[]> {
  const run = PROGRAM('faulty.py', `--fault ${fault}`);
  const chip = { help: false, chipNo: CHIP, secret: Buffer.from(SECRET, 'hex'), run };
  const bench = { port: 0, bind: '127.0.0.1', keyFile: null, patienceMs: 8_000, bail: true };
  const findings = await conform({ ...chip, ...bench }, () => undefined);
  return findings.filter(({ outcome }) => outcome === 'failed');
}

async function byCommand(): Promise<string> {
  const command = ['-r', join(ROOT, 'test/support/register-swc.cjs'), join(ROOT, 'src/commands/chip-conform.ts')];
  const options = ['--chip', CHIP, '--secret', SECRET, '--port', '0', '--patience', '20', '--run', PROGRAM('run.py')];
  return (await promisify(execFile)(process.execPath, [...command, ...options], { cwd: ROOT })).stdout;
}

async function byReferenceChip(): Promise<Finding[]> {
  const key = Signer.fresh();
  const bench = new Bench(CHIP, Buffer.from(SECRET, 'hex'), 20_000);
  await bench.open(0, '127.0.0.1');
  const hands = new ReferenceChip(bench, key);
  const findings = await runCases({ bench, hands, signer: key, bail: false }, () => undefined);
  await hands.end();
  await bench.close();
  return findings;
}

/** The simulator's chip on the bench. */
class ReferenceChip implements Hands {
  private readonly chip: Chip;

  constructor(bench: Bench, key: Signer) {
    this.chip = new Chip({
      make: { chipNo: CHIP, secret: Buffer.from(SECRET, 'hex'), outlets: 1, keys: [readKey(key.jwk)], position: null },
      ...{ mqttUrl: `mqtt://127.0.0.1:${bench.port}`, process: 'SMAW', ratedCurrentA: 200 },
      ...{
        flash: new FlashMemory(null),
        random: Random.for(1, CHIP),
        ticks: () => performance.now(),
        reconnectMs: 200,
      },
    });
  }

  begin = (): Promise<void> => Promise.resolve(this.chip.powerOn());
  powerCycle = (): Promise<void> => this.chip.restart();
  strike = (): Promise<void> => Promise.resolve(void this.chip.strike());
  release = (): Promise<void> => Promise.resolve(this.chip.release());
  type = (code: string): Promise<void> => Promise.resolve(this.chip.typeCode(code, Date.now()));
  end = (): Promise<void> => this.chip.powerOff();
}
