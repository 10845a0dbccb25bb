import { Injectable } from '@nestjs/common';
import { changingCode, endOfCode, minuteOf, minutesAccepted } from '../../../domain/places/signboard';
import type { Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';

interface Watched {
  readonly id: string;
  readonly fireWatchId: string | null;
  readonly watchOn: boolean;
}

/** The code on a watcher's phone changes each minute: a person who can read it stands beside the watcher. */
@Injectable()
export class SignboardCodes {
  constructor(private readonly sealer: Sealer) {}

  codeNow(permitId: string, at: Instant): { readonly code: string; readonly validUntil: Instant } {
    const minute = minuteOf(at);
    return { code: this.codeOf(permitId, minute), validUntil: endOfCode(minute) };
  }

  /** Of a watcher on duty, and never for the watcher: one's own phone proves nothing. */
  codesFor({ id, fireWatchId, watchOn }: Watched, userId: string | null, at: Instant): string[] {
    if (!watchOn || fireWatchId === null || fireWatchId === userId) return [];
    return minutesAccepted(at).map((minute) => this.codeOf(id, minute));
  }

  private codeOf(permitId: string, minute: number): string {
    const hash = this.sealer.fingerprint('permit.signboard-code', `${permitId}:${minute}`);
    return changingCode(Buffer.from(hash, 'base64url'));
  }
}
