import { Injectable } from '@nestjs/common';
import type { WelderDraft } from '../../../domain/imports/judge/person-draft';
import { maskIdNumber } from '../../../domain/registry/numbers/mask';
import { maskPhone } from '../../../kernel/phone';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { CodeRegistry } from '../code-registry';
import { registryEvent } from '../registry-event';
import { WELDER_ID_NUMBER, WELDER_PHONE } from '../welders/welder.mapper';
import { WelderStore, type Welder } from '../welders/welder.store';
import type { TakenInBy } from './taken-in-by';

/** `samePersonAs`: a person out of sight whom this record only claims to be. */
export type NewWelder = WelderDraft & { readonly samePersonAs: string | null };

/** Registers people of a list, without an account. */
@Injectable()
export class TakeInWelders {
  constructor(
    private readonly welders: WelderStore,
    private readonly codes: CodeRegistry,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** The ids, in the order of the drafts. Throws where one of them is registered already. */
  async execute(tx: Tx, { actor, at }: TakenInBy, drafts: readonly NewWelder[]): Promise<string[]> {
    const ids = drafts.map(() => this.ids.next(at));
    const codes = await this.codes.issueEach(tx, 'welder', ids, at);
    const welders = drafts.map((draft, i) => ({
      ...this.welderOf(draft, ids[i]!, codes.get(ids[i]!)!, at),
      samePersonAs: draft.samePersonAs,
    }));
    await this.welders.insertMany(tx, welders, at);
    this.journal.record(
      tx,
      actor,
      at,
      welders.map(({ id, regionCode, idNumberMasked, phoneMasked, enterpriseId, code, warnings, samePersonAs }) => ({
        action: 'welder.registered',
        entity: 'welder',
        entityId: id,
        regionCode,
        after: {
          ...{ idNumber: idNumberMasked, phone: phoneMasked, enterpriseId, code, warnings, samePersonAs },
          source: 'import',
        },
      })),
      welders.map((welder) => registryEvent('welder', welder)),
    );
    return ids;
  }

  private welderOf(draft: WelderDraft, id: string, code: string, at: Instant): Welder {
    const { idNumber, phone, name, idKind, regionCode, enterpriseId, warnings } = draft;
    return {
      ...{
        id,
        code,
        name,
        idKind,
        regionCode,
        enterpriseId,
        warnings: [...warnings],
        enterpriseName: null,
        claimsToBe: null,
      },
      idNumberSealed: this.sealer.seal(WELDER_ID_NUMBER, idNumber),
      idNumberHash: this.sealer.fingerprint(WELDER_ID_NUMBER, idNumber),
      idNumberMasked: maskIdNumber(idNumber),
      phoneSealed: this.sealer.seal(WELDER_PHONE, phone),
      phoneHash: this.sealer.fingerprint(WELDER_PHONE, phone),
      phoneMasked: maskPhone(phone),
      ...{ status: 'active', trainingValidTo: null, version: 1, createdAt: at },
    };
  }
}
