import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { TRIES } from './hotp';
import type { Flash } from './chip-state';

/** What the chips' flash holds over a restart of the simulator, in one file; without a file only as long as it runs. */
export class FlashMemory {
  private readonly chips: Map<string, Flash>;

  constructor(private readonly file: string | null) {
    this.chips = new Map(file !== null && existsSync(file) ? readChips(file) : []);
  }

  /** Powers a chip up: its boot counter is one higher from now on, and written before anything is sent under it. */
  boot(chipNo: string): Flash {
    const kept = this.chips.get(chipNo) ?? { boot: 0, hotp: 0, triesLeft: TRIES };
    const flash = { ...kept, boot: kept.boot + 1 };
    this.chips.set(chipNo, flash);
    return flash;
  }

  keep(chipNo: string, flash: Flash): void {
    this.chips.set(chipNo, flash);
    this.write();
  }

  write(): void {
    if (this.file === null) return;
    const text = JSON.stringify({ chips: Object.fromEntries(this.chips) });
    writeFileSync(`${this.file}.new`, text, { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }
}

const readChips = (file: string): [string, Flash][] =>
  Object.entries((JSON.parse(readFileSync(file, 'utf8')) as { chips: Record<string, Flash> }).chips);
