import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock } from '../time/clock';
import { TextMessages } from './text-messages';

const KEPT = 1_000;
const SHOWN = 100;

export interface SentText {
  readonly at: string;
  readonly phone: string;
  readonly text: string;
}

/**
 * Without a gateway, messages end in a file that only the operator's account can read. They carry codes and phones, so
 * they never reach the application log.
 */
@Injectable()
export class LocalTextMessages extends TextMessages {
  private readonly last = new Map<string, string>();
  private shown: readonly SentText[] = [];

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(phone: string, text: string): Promise<void> {
    this.remember(phone, text);
    const sent = { at: new Date(this.clock.now()).toISOString(), phone, text };
    if (this.config.showTexts) this.shown = [sent, ...this.shown].slice(0, SHOWN);
    const line = JSON.stringify(sent);
    await mkdir(this.config.dataDir, { recursive: true });
    await appendFile(join(this.config.dataDir, 'text-messages.log'), `${line}\n`, { mode: 0o600 });
  }

  /** The latest message to a phone since this process started; for the demo and for tests. */
  lastTo(phone: string): string | null {
    return this.last.get(phone) ?? null;
  }

  /** The newest first; nothing where texts are not shown. */
  latest(): readonly SentText[] {
    return this.shown;
  }

  private remember(phone: string, text: string): void {
    this.last.delete(phone);
    this.last.set(phone, text);
    const oldest = this.last.keys().next();
    if (this.last.size > KEPT && !oldest.done) this.last.delete(oldest.value);
  }
}
