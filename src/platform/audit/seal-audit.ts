import { Injectable, Logger } from '@nestjs/common';
import { SECOND } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { systemScope } from '../database/scope';
import { UnitOfWork } from '../database/unit-of-work';
import { Metrics } from '../observability/metrics';
import { Clock } from '../time/clock';
import { Timed } from '../time/timed';
import { type AuditBlock, AuditSeal, NO_BLOCK } from './audit-block';
import { AuditChain } from './audit-chain.store';
import { hashOf } from './audit-entry';
import {
  headFile,
  headOf,
  headPlaces,
  olderPlace,
  readHead,
  readHeads,
  writeHead,
  type HeadPlaces,
  type KnownHeads,
} from './audit-head';

/**
 * Once a second: chains the entries of finished transactions into a signed block, and remembers its hash outside the
 * database. Transactions themselves write unchained entries, so that they do not wait for each other.
 */
@Injectable()
export class SealAudit extends Timed {
  private readonly logger = new Logger('audit');
  private readonly places: HeadPlaces;
  private isBroken = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    super({ name: 'audit-seal', everyMs: SECOND, here: runsTimers(config) }, clock);
    this.places = headPlaces(config);
    metrics.gauge('hanan_audit_chain_intact', '0 once the audit chain no longer fits its head', () =>
      this.isBroken ? 0 : 1,
    );
  }

  async execute(): Promise<void> {
    const seal = new AuditSeal(this.config); // keys may have changed since the last turn
    const last = await this.uow.run(systemScope('audit-seal'), (tx) =>
      this.extend(new AuditChain((sql, params) => tx.query(sql, params)), seal),
    );
    if (last) this.remember(last, seal);
  }

  /** Seals the entries that were written last, if the database still answers. */
  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    if (!runsTimers(this.config)) return;
    await this.execute().catch((err: unknown) => this.logger.warn({ event: 'audit.not-sealed', err }));
  }

  /** The newest block; null if another process is at it, or the chain must not be continued. */
  private async extend(chain: AuditChain, seal: AuditSeal): Promise<AuditBlock | null> {
    if (!(await chain.lockSealing()) || !(await this.fitsHead(chain))) return null;
    const last = await chain.lastBlock();
    const before = last ?? NO_BLOCK;
    if (!this.knowsKeyOf(before, seal)) return null;
    const stretch = await chain.nextStretch({ epoch: before.epoch, xid: before.upToXid });
    if (stretch === null) return last;
    const [entryIds, entryHashes]: [string[], string[]] = [[], []];
    for await (const entry of chain.entries(stretch)) {
      entryIds.push(entry.id);
      entryHashes.push(hashOf(entry));
    }
    if (entryIds.length === 0) return last;
    const sealedAt = new Date(this.clock.now()).toISOString();
    const link = { id: before.id + 1, previousHash: before.hash };
    const block = seal.seal({ ...link, ...stretch, sealedAt, entryIds, entryHashes }, before.kid);
    await chain.insert(block);
    return block;
  }

  /** A chain that lost its end, or has another one, is not continued: a new end would hide it. */
  private async fitsHead(chain: AuditChain): Promise<boolean> {
    const heads = readHeads(this.places);
    const fits = olderPlace(heads) === null && (await this.holds(chain, heads)) && (await this.reachesCounter(chain));
    if (!fits && !this.isBroken)
      this.logger.error({
        event: 'audit.chain-broken',
        blockId: heads.head?.blockId,
        remedy: `npm run audit:verify tells what is wrong; after restoring an older backup, move ${headFile(this.places.head)} and ${headFile(this.places.copy)} aside`,
      });
    this.isBroken = !fits;
    return fits;
  }

  private async holds(chain: AuditChain, { head, copy }: KnownHeads): Promise<boolean> {
    for (const known of [head, copy])
      if (known !== null && (await chain.block(known.blockId))?.hash !== known.hash) return false;
    return true;
  }

  private async reachesCounter(chain: AuditChain): Promise<boolean> {
    return ((await chain.lastBlock())?.id ?? 0) >= (await chain.sealedTo());
  }

  /** A process without the key would go back to an older one, which a verifier takes for forgery. */
  private knowsKeyOf({ id, kid }: Pick<AuditBlock, 'id' | 'kid'>, seal: AuditSeal): boolean {
    if (seal.placeOf(kid) >= 0) return true;
    this.logger.error({ event: 'audit.key-missing', blockId: id, kid, remedy: 'SIGNING_KEY lacks a key that signed: give all of them' }); // prettier-ignore
    return false;
  }

  private remember(block: AuditBlock, seal: AuditSeal): void {
    for (const place of [this.places.head, this.places.copy])
      if (readHead(place)?.hash !== block.hash) writeHead(place, headOf(block, seal.publicPemOf(block)));
  }
}
