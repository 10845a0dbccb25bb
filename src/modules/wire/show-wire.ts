import { Injectable } from '@nestjs/common';
import { FACTORY_SETTINGS, settingsState } from '../../domain/wire/chip-settings';
import { keysState } from '../../domain/wire/key-set';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { isoTime, isoTimeOrNull } from '../../kernel/time';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { UnlockSigner } from '../jobs/unlock-signer';
import { ChipSecretsReader } from '../registry/chip-secrets.reader';
import { RegistryReader } from '../registry/registry.reader';
import { ChipHoldings } from './chip-holdings';
import { ChipSettingsStore, type SetSettings } from './chip-settings.store';
import { SecretChangeStore, type SecretChange } from './secret-change.store';
import type { ChipSettingsView, SecretChangeView, WireView } from './wire.dto';

/** What a chip holds beside what it should hold: keys, secret, settings. */
@Injectable()
export class ShowWire {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly secrets: ChipSecretsReader,
    private readonly holdings: ChipHoldings,
    private readonly settings: ChipSettingsStore,
    private readonly changes: SecretChangeStore,
    private readonly signer: UnlockSigner,
  ) {}

  execute({ caller }: Request, chipNo: string): Promise<Result<WireView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) =>
      (await this.regionOf(tx, chipNo)) === null
        ? refused(notFound('chip.unknown'))
        : ok(await this.within(tx, chipNo)),
    );
  }

  /** Empty for a chip in stock; null for one that the caller does not see. */
  async regionOf(tx: Tx, chipNo: string): Promise<string | null> {
    const chip = await this.secrets.find(tx, chipNo);
    if (!chip) return null;
    if (chip.machineId === null) return '';
    return (await this.registry.machineById(tx, chip.machineId))?.regionCode ?? null;
  }

  async within(tx: Tx, chipNo: string): Promise<WireView> {
    const told = (await this.holdings.of(tx, [chipNo])).get(chipNo) ?? null;
    const change = await this.changes.last(tx, chipNo);
    const chip = await this.secrets.find(tx, chipNo); // after its change: one that is done is never shown with the old number
    const set = await this.settings.find(tx, chipNo);
    const held = told?.keys ?? null;
    return {
      keys: { state: keysState(this.signer.kids, held), held, ours: this.signer.kids },
      secret: { no: chip?.secretNo ?? 1, change: change && changeView(change) },
      settings: settingsView(set, told?.settingsNo ?? null),
    };
  }
}

const changeView = ({ no, state, reason, askedAt, agreedAt, endedAt, error }: SecretChange): SecretChangeView => ({
  ...{ no, state, reason, error },
  ...{ askedAt: isoTime(askedAt), agreedAt: isoTimeOrNull(agreedAt), endedAt: isoTimeOrNull(endedAt) },
});

function settingsView(set: SetSettings | null, told: number | null): ChipSettingsView {
  const { sampleMs, idleSampleMs, arcFromA, arcPauseMs } = set ?? FACTORY_SETTINGS;
  return {
    ...{ state: settingsState(set, told), no: set?.no ?? 0, sampleMs, idleSampleMs, arcFromA, arcPauseMs },
    ...{ setAt: set ? isoTime(set.setAt) : null, error: set?.error ?? null },
  };
}
