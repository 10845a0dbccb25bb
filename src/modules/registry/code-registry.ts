import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { makeCode, parseCode } from '../../domain/registry/code';
import type { Instant } from '../../kernel/time';
import { readTyped } from '../../kernel/typed-text';
import type { Tx } from '../../platform/database/unit-of-work';
import { CodeStore, type CodeKind, type ResolvedCode } from './codes/code.store';

const RANDOM_BYTES = 9;
const newCode = (): string => makeCode(randomBytes(RANDOM_BYTES));

/** Makes codes for machines, welders and permits, and says what a scanned one stands for. */
@Injectable()
export class CodeRegistry {
  constructor(private readonly codes: CodeStore) {}

  /** A code nobody has; of 31^9 possible ones a second try is hardly ever needed. */
  async issue(tx: Tx, kind: CodeKind, entityId: string, at: Instant): Promise<string> {
    for (;;) {
      const [code] = await this.codes.insert(tx, [newCode()], kind, entityId, at);
      if (code !== undefined) return code;
    }
  }

  /** As `issue`, for many things at once: the codes by the things' ids. */
  async issueEach(tx: Tx, kind: CodeKind, entityIds: readonly string[], at: Instant): Promise<Map<string, string>> {
    const codes = new Map<string, string>();
    while (codes.size < entityIds.length) {
      const without = entityIds.filter((id) => !codes.has(id));
      const offered = new Map(without.map((id) => [id, newCode()]));
      for (const { code, entityId } of await this.codes.insertEach(tx, kind, offered, at)) codes.set(entityId, code);
    }
    return codes;
  }

  /** Codes to be printed ahead on rolls (空码). */
  async issueBlank(tx: Tx, count: number, at: Instant): Promise<string[]> {
    const made: string[] = [];
    while (made.length < count) {
      const offered = Array.from({ length: count - made.length }, newCode);
      made.push(...(await this.codes.insert(tx, offered, 'blank', null, at)));
    }
    return made;
  }

  /** False where the code is not a blank one (any more). `code` as `parseCode` gives it. */
  claimBlank(tx: Tx, code: string, kind: CodeKind, entityId: string): Promise<boolean> {
    return this.codes.claim(tx, code, kind, entityId);
  }

  /** Whatever a scanner read or a person typed: a code, an address with one, or another system's code known to the register. */
  async resolve(tx: Tx, text: string): Promise<ResolvedCode | null> {
    const code = parseCode(text);
    const own = code === null ? null : await this.codes.find(tx, code);
    return own ?? this.codes.findExternal(tx, readTyped(text));
  }

  /** What it was stuck on is no more; a scan still says so. */
  void(tx: Tx, code: string, at: Instant): Promise<void> {
    return this.codes.void(tx, code, at);
  }
}
