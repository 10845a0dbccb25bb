import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { looksLikeCode, makeBlankCode, makeCode, parseCode } from '../../domain/registry/code';
import { stickerFault } from '../../domain/registry/code-roll';
import type { RegionCode } from '../../kernel/region-code';
import { wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { readTyped } from '../../kernel/typed-text';
import type { Tx } from '../../platform/database/unit-of-work';
import { CodeStore, type Beside, type CodeKind, type ExternalCode, type ResolvedCode } from './codes/code.store';

const RANDOM_BYTES = 9;
const newCode = (): string => makeCode(randomBytes(RANDOM_BYTES));
const BLANK_RANDOM_BYTES = 11;
const newBlankCode = (): string => makeBlankCode(randomBytes(BLANK_RANDOM_BYTES));

/** Something that a printed sticker is stuck on. */
export interface Stuck {
  readonly kind: CodeKind;
  readonly entityId: string;
  readonly regionCode: RegionCode;
}

/** Makes codes for machines, welders and permits, and says what a scanned one stands for. */
@Injectable()
export class CodeRegistry {
  constructor(private readonly codes: CodeStore) {}

  /** A code nobody has; of 31^9 possible ones a second try is hardly ever needed. */
  async issue(tx: Tx, kind: CodeKind, entityId: string, at: Instant): Promise<string> {
    for (;;) {
      const [code] = await this.codes.insert(tx, [newCode()], { kind, entityId, rollId: null, at });
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

  /** Codes to be printed ahead (空码), of a roll. */
  async issueBlank(tx: Tx, count: number, at: Instant, rollId: string | null = null): Promise<string[]> {
    const made: string[] = [];
    while (made.length < count) {
      const offered = Array.from({ length: count - made.length }, newBlankCode);
      made.push(...(await this.codes.insert(tx, offered, { kind: 'blank', entityId: null, rollId, at })));
    }
    return made;
  }

  /** A sticker as it was scanned or typed that could be bound there; the code it has. */
  async readBlank(tx: Tx, text: string, regionCode: RegionCode): Promise<Result<string, Refusal>> {
    const code = parseCode(text);
    const facts = code === null ? null : await this.codes.sticker(tx, code);
    if (code === null || facts === null)
      return refused(wrongField('blankCode', looksLikeCode(text) ? 'code.unknown' : 'code.of-another-system'));
    const fault = stickerFault(facts, regionCode);
    return fault === null ? ok(code) : refused(wrongField('blankCode', fault));
  }

  /** Binds it, once and for all. `beside` another sticker it leads to that one. */
  async bindBlank(tx: Tx, text: string, stuck: Stuck, beside?: Beside): Promise<Result<string, Refusal>> {
    const read = await this.readBlank(tx, text, stuck.regionCode);
    if (!read.ok || (await this.codes.claim(tx, read.value, stuck, beside))) return read;
    return refused(wrongField('blankCode', 'code.not-blank')); // somebody was quicker
  }

  /** Whatever a scanner read or a person typed: a code, an address with one, or another system's code known to the register. */
  async resolve(tx: Tx, text: string): Promise<ResolvedCode | null> {
    const code = parseCode(text);
    const own = code === null ? null : await this.codes.find(tx, code);
    return own ?? this.codes.findExternal(tx, readTyped(text));
  }

  /** Stickers of other systems; one that stands for something already goes on standing for that. */
  keepExternals(tx: Tx, externals: readonly ExternalCode[], at: Instant): Promise<void> {
    return this.codes.insertExternals(tx, externals, at);
  }

  /** What it was stuck on is no more; a scan still says so. */
  void(tx: Tx, code: string, at: Instant): Promise<void> {
    return this.codes.void(tx, code, at);
  }
}
