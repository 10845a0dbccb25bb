import { Injectable } from '@nestjs/common';
import { machineColumns, type MachineValues } from '../../../domain/imports/columns/machine-columns';
import { refusedRow, type RowVerdict } from '../../../domain/imports/import';
import { wordKey } from '../../../domain/imports/cell-word';
import type { Found } from '../../../domain/imports/judge/found';
import { draftMachine, judgeMachine, ownerOf, type MachineDraft } from '../../../domain/imports/judge/machine-draft';
import { readDigits } from '../../../kernel/typed-text';
import type { Result } from '../../../kernel/result';
import { TakeInMachines } from '../../registry/bulk/take-in-machines';
import { TakeInStickers } from '../../registry/bulk/take-in-stickers';
import { BelongingLookup } from '../lookups/belonging.view';
import { KnownThings } from '../lookups/known-things.view';
import { PeopleLookup } from '../lookups/known-people.view';
import type { ImportCall, Judged, KindImport, RowKey } from './kind-import';

const TWIN_STICKER = refusedRow('import.repeated', 'externalCode');

@Injectable()
export class MachineImport implements KindImport<MachineValues, MachineDraft> {
  readonly columns = machineColumns;

  constructor(
    private readonly belonging: BelongingLookup,
    private readonly people: PeopleLookup,
    private readonly known: KnownThings,
    private readonly machines: TakeInMachines,
    private readonly stickers: TakeInStickers,
  ) {}

  labelOf({ model, serialNumber }: MachineValues): string {
    return [model, serialNumber].filter((part) => part !== null).join(' ');
  }

  async drafts(call: ImportCall, values: readonly MachineValues[]): Promise<Result<MachineDraft, RowVerdict>[]> {
    const belonging = await this.belonging.find(call, values);
    const owners = await this.owners(call, values);
    return values.map((row, i) => draftMachine(row, { ...belonging[i]!, owner: owners[i]! }));
  }

  /** A machine without a legible number has nothing of its own: rows of the same words may be several machines. */
  keyOf(draft: MachineDraft): RowKey {
    const { enterpriseId, ownerWelderId, model, serialNumber } = draft;
    if (serialNumber === null && draft.externalCode !== null)
      return { text: JSON.stringify([draft.externalCode]), own: true };
    if (serialNumber === null) return { text: JSON.stringify(Object.entries(draft).sort()), own: false };
    return { text: JSON.stringify([enterpriseId ?? ownerWelderId, wordKey(model), wordKey(serialNumber)]), own: true };
  }

  async judge({ tx }: ImportCall, drafts: readonly MachineDraft[]): Promise<Judged[]> {
    const alike = await this.known.machines(tx, drafts);
    const stickers = await this.known.externals(tx, drafts);
    const named = new Set<string>();
    return drafts.map((draft, i) => {
      const owner = ownerOf(draft);
      const { externalCode } = draft;
      const stuckOn = stickers.get(externalCode ?? '');
      // a sticker is on one machine: the second row that names it would come in without
      if (externalCode !== null && !stuckOn) {
        if (named.has(externalCode)) return { verdict: TWIN_STICKER, entityId: null };
        named.add(externalCode);
      }
      const known = { alike: alike[i]!.map((one) => one.owner), stuckOn: stuckOn?.owner };
      const same = stuckOn ?? alike[i]!.find((one) => one.owner === owner);
      return { verdict: judgeMachine(draft, known), entityId: same?.id ?? null };
    });
  }

  /** A machine that is known already only gets the sticker that its row names. */
  async takeIn(call: ImportCall, drafts: readonly MachineDraft[]): Promise<string[]> {
    const alike = await this.known.machines(call.tx, drafts);
    const judged = drafts.map((draft, i) => ({
      draft: { ...draft, warnings: alike[i]!.length > 0 ? ['machine.serial-elsewhere'] : [] },
      known: alike[i]!.find(({ owner }) => owner === ownerOf(draft)),
    }));
    const news = judged.filter(({ known }) => !known).map(({ draft }) => draft);
    const made = await this.machines.execute(call.tx, call, news);
    const stickers = judged.flatMap(({ draft, known }) => (known ? [{ machine: known, content: draft.externalCode! }] : [])); // prettier-ignore
    await this.stickers.execute(call.tx, call, stickers);
    return judged.map(({ known }) => known?.id ?? made.shift()!);
  }

  /** Only a welder whom the importer sees may be named as owner. */
  private async owners(call: ImportCall, values: readonly MachineValues[]): Promise<Found[]> {
    const numbers = values.map(({ ownerIdNumber }) => (ownerIdNumber === null ? null : readDigits(ownerIdNumber)));
    const asked = numbers.filter((number) => number !== null);
    const known = asked.length === 0 ? [] : await this.people.find(call, asked);
    const byNumber = new Map(asked.map((number, i) => [number, known[i]?.inSight ?? null]));
    return numbers.map((number): Found => {
      if (number === null) return null;
      const person = byNumber.get(number);
      return person ? { id: person.id, regionCode: person.regionCode, reached: true } : 'unknown';
    });
  }
}
