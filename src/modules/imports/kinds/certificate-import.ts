import { Injectable } from '@nestjs/common';
import { certificateColumns, type CertificateValues } from '../../../domain/imports/columns/card-columns';
import type { RowVerdict } from '../../../domain/imports/import';
import { draftCertificate, judgeCertificate, type ListedCard } from '../../../domain/imports/judge/certificate-draft';
import type { Result } from '../../../kernel/result';
import { Sealer } from '../../../platform/database/sealer';
import { CERTIFICATE_NUMBER } from '../../certificates/add-certificate';
import { TakeInCards } from '../../certificates/take-in-cards';
import { KnownThings, type HeldCardFacts } from '../lookups/known-things.view';
import { PeopleLookup, type KnownRecord } from '../lookups/known-people.view';
import type { ImportCall, Judged, KindImport, RowKey } from './kind-import';

interface Matched {
  readonly holder: KnownRecord | null;
  readonly cards: readonly HeldCardFacts[];
}

/** The authority's list of certificates against the register: what agrees is verified, what differs waits for a person. */
@Injectable()
export class CertificateImport implements KindImport<CertificateValues, ListedCard> {
  readonly columns = certificateColumns;

  constructor(
    private readonly people: PeopleLookup,
    private readonly known: KnownThings,
    private readonly cards: TakeInCards,
    private readonly sealer: Sealer,
  ) {}

  labelOf({ name }: CertificateValues): string {
    return name ?? '';
  }

  drafts(_call: ImportCall, values: readonly CertificateValues[]): Promise<Result<ListedCard, RowVerdict>[]> {
    return Promise.resolve(values.map(draftCertificate));
  }

  keyOf({ number, operations, validFrom }: ListedCard): RowKey {
    return { text: JSON.stringify([number, [...operations].sort(), validFrom]), own: true };
  }

  async judge(call: ImportCall, drafts: readonly ListedCard[]): Promise<Judged[]> {
    const matched = await this.match(call, drafts);
    return drafts.map((draft, i) => {
      const { holder, cards } = matched[i]!;
      return {
        verdict: judgeCertificate(draft, { holder, cards, at: call.at }),
        entityId: holder?.id ?? null,
      };
    });
  }

  async takeIn(call: ImportCall, drafts: readonly ListedCard[]): Promise<(string | null)[]> {
    const matched = await this.match(call, drafts);
    const lines = drafts.map((listed, i) => {
      const { holder, cards } = matched[i]!;
      const card = cards.find((one) => one.validFrom === listed.validFrom && one.validTo === listed.validTo);
      return { listed, cardId: card?.id ?? null, holder: holder! };
    });
    const ids = await this.cards.execute(call.tx, { ...call, note: call.fileName }, lines);
    return ids.map((id, i) => (id === null ? null : lines[i]!.holder.id));
  }

  private async match(call: ImportCall, drafts: readonly ListedCard[]): Promise<Matched[]> {
    const people = await this.people.find(
      call,
      drafts.map(({ idNumber }) => idNumber),
    );
    const hashes = drafts.map(({ number }) => this.sealer.fingerprint(CERTIFICATE_NUMBER, number));
    const cards = await this.known.cards(call.tx, hashes);
    return drafts.map((draft, i) => ({
      // a record that only claims to be a person holds no card for them
      holder: people[i]!.inSight?.samePersonAs === null ? people[i]!.inSight : null,
      cards: cards.filter(
        ({ hash, operations }) => hash === hashes[i] && operations.some((one) => draft.operations.includes(one)),
      ),
    }));
  }
}
