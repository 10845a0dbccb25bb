import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fault } from './harness/fault';

const ROOT = join(__dirname, '../..');
const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');

interface InTests {
  readonly name: string;
  readonly title: string;
  readonly project: 'domain' | 'integration' | 'e2e';
  readonly files: readonly string[];
  /** What the long form asks for. */
  readonly sizes?: (seed: number) => Record<string, string>;
}

/** Faults that a test of `npm test` tries already: the short form names the file, the long form runs it with larger numbers. */
const TRIED: readonly InTests[] = [
  {
    name: '1',
    title: 'messages shuffled, doubled, lost and sent again',
    project: 'integration',
    files: ['telemetry/any-order'],
    sizes: (seed) => ({ SEQUENCES: '10000', COPIES: '10', SEED: String(seed % 1_000_000_000) }),
  },
  {
    name: '3',
    title: 'clocks that are wrong, jump, or are none',
    project: 'domain',
    files: ['arcs/boot-clock', 'arcs/histories/unknown-clocks'],
    sizes: () => ({ HISTORIES: '10000' }),
  },
  {
    name: '4',
    title: 'arcs across the end of a job, a permit, midnight, the revocation of a certificate',
    project: 'domain',
    files: ['arcs/judge-arc', 'arcs/judge-within-bounds', 'arcs/across-borders'],
    sizes: (seed) => ({ MOMENTS: '100000', SEED: String(seed % 1_000_000_000) }),
  },
  {
    name: '5',
    title: 'parallel scans of one machine',
    project: 'e2e',
    files: ['parallel-starts'],
    sizes: () => ({ SCANS: '1000' }),
  },
  {
    name: '9',
    title: 'tokens and one-time codes',
    project: 'domain',
    files: ['simulator/token-check', 'simulator/hotp'],
  },
  {
    name: '10',
    title: 'foreign topics, takeover, unreadable payloads',
    project: 'e2e',
    files: ['gateway-doors', 'gateway-unreadable'],
    sizes: (seed) => ({ PAYLOADS: '100000', SEED: String(seed % 1_000_000_000) }),
  },
  { name: '11', title: 'the audit trail is tampered with', project: 'integration', files: ['platform/audit.spec'] },
];

export const inTests: readonly Fault[] = TRIED.map(({ name, title, project, files, sizes }) => ({
  name,
  title,
  inTests: files.map((file) => `test/${project}/${file.replace('.spec', '')}.spec.ts`).join(', '),
  async tryIt({ isLong, seed }) {
    const asked = isLong ? (sizes?.(seed) ?? {}) : {};
    const args = [JEST, '--selectProjects', project, '--', ...files];
    // what jest says of its tests goes to the error stream; it ends with a fault where one fails
    const { stderr } = await promisify(execFile)(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...asked },
      maxBuffer: 1 << 28,
    });
    const counted = /^Tests:\s+(.*)$/m.exec(stderr)?.[1] ?? '';
    const large = Object.entries(asked).map(([what, size]) => `${what}=${size}`);
    return { tried: [counted, ...large].join(', '), lost: 0, doubled: 0 };
  },
}));
