import { existsSync, writeFileSync } from 'node:fs';

const MACHINE = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const LIBRARY = [
  `/usr/lib/${MACHINE}-linux-gnu/faketime/libfaketime.so.1`,
  '/usr/lib64/faketime/libfaketime.so.1',
].find(existsSync);

export const FAKETIME_MISSING: string | null =
  LIBRARY === undefined ? 'libfaketime is missing: apt-get install -y faketime' : null;

/** How far from the real time. */
type Offset = '+0' | '+1h' | '-1h' | '-72h';

/** The clock of one process, set by a file that the process reads each second. */
export class SteppedClock {
  constructor(
    private readonly file: string,
    offset: Offset,
  ) {
    this.step(offset);
  }

  step(offset: Offset): void {
    writeFileSync(this.file, offset);
  }

  environment(): Record<string, string> {
    return {
      ...{ LD_PRELOAD: LIBRARY ?? '', FAKETIME_TIMESTAMP_FILE: this.file, FAKETIME_CACHE_DURATION: '1' },
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    };
  }
}
