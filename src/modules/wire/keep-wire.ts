import { Injectable } from '@nestjs/common';
import { keysState } from '../../domain/wire/key-set';
import { MOST_TRIES, NEVER_USED } from '../../domain/wire/secret-agreement';
import type { Instant } from '../../kernel/time';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import type { ChipCommand } from '../jobs/chip-command';
import { ChipCommandQueue } from '../jobs/chip-command-queue';
import { UnlockSigner } from '../jobs/unlock-signer';
import { ChipHoldings, type ChipHolding } from './chip-holdings';
import { ChipSettingsStore } from './chip-settings.store';
import { publicHalf, SECRET_HALF } from './offer-secret';
import { SecretChangeStore } from './secret-change.store';
import { SettleSecret } from './settle-secret';
import { configureCommand, keysCommand, secretCommand } from './wire-commands';

/** Chips have come back. What they hold is compared with what they should hold, and what they lack is sent. */
@Injectable()
export class KeepWire {
  constructor(
    private readonly holdings: ChipHoldings,
    private readonly settings: ChipSettingsStore,
    private readonly changes: SecretChangeStore,
    private readonly settle: SettleSecret,
    private readonly commands: ChipCommandQueue,
    private readonly signer: UnlockSigner,
    private readonly sealer: Sealer,
    private readonly ids: Ids,
  ) {}

  /** New commands, in the queue already; none of a kind that is on its way to its chip (`open`). */
  async execute(tx: Tx, chipNos: readonly string[], open: readonly ChipCommand[], at: Instant): Promise<ChipCommand[]> {
    const without = (kind: ChipCommand['kind']): string[] =>
      chipNos.filter((chipNo) => !open.some((command) => command.kind === kind && command.chipNo === chipNo));
    const told = await this.holdings.of(tx, chipNos);
    const lacking = [
      ...without('keys')
        .filter((chipNo) => keysState(this.signer.kids, told.get(chipNo)?.keys ?? null) === 'waiting')
        .map((chipNo) => keysCommand(this.ids.next(at), chipNo)),
      ...(await this.settingsLost(tx, without('configure'), told, at)),
      ...(await this.secretsNotUsed(tx, without('secret'), at)),
    ];
    await this.commands.enqueue(tx, lacking, at);
    return lacking;
  }

  /** A chip that was repaired may have forgotten what was set. One that tells no number is not asked again. */
  private async settingsLost(
    tx: Tx,
    chipNos: readonly string[],
    told: ReadonlyMap<string, ChipHolding>,
    at: Instant,
  ): Promise<ChipCommand[]> {
    const lost = (await this.settings.lock(tx, chipNos)).filter(({ chipNo, no, error }) => {
      const kept = told.get(chipNo)?.settingsNo ?? null;
      return error === null && kept !== null && kept !== no;
    });
    const again = lost.map((set) => ({ ...set, commandId: this.ids.next(at) }));
    for (const { chipNo, commandId } of again) await this.settings.sentAs(tx, chipNo, commandId);
    return again.map(configureCommand);
  }

  /** They agreed on a new secret and came back under the old one: the answer, or the memory of it, was lost. */
  private async secretsNotUsed(tx: Tx, chipNos: readonly string[], at: Instant): Promise<ChipCommand[]> {
    const again: ChipCommand[] = [];
    for (const change of await this.changes.lockAllOpen(tx, chipNos)) {
      if (change.tries >= MOST_TRIES || change.halfSealed === null)
        await this.settle.refuse(tx, change, NEVER_USED, at);
      else {
        const commandId = this.ids.next(at);
        await this.changes.askAgain(tx, change, commandId);
        again.push(
          secretCommand({ ...change, commandId }, publicHalf(this.sealer.open(SECRET_HALF, change.halfSealed))),
        );
      }
    }
    return again;
  }
}
