import { Injectable } from '@nestjs/common';
import { PermitRules } from '../../../domain/permits/permit-rules';
import type { Person } from '../../../domain/permits/snapshot';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { CertificateRow } from '../../../schema/certificates/certificate.row';
import { FileStore } from '../../../platform/files/file-store';
import { RulesReader } from '../../rules/rules.reader';
import { PermitViewing, type ViewedPermit } from '../permit-viewing';

/** Everything that is printed on a permit. */
export interface PermitPaper extends ViewedPermit {
  /** Masked numbers of verified certificates by welder. */
  readonly certificates: ReadonlyMap<string, readonly string[]>;
  /** Drawn signatures by file, as data addresses. */
  readonly drawings: ReadonlyMap<string, string>;
  /** Chinese names of kinds of places. */
  readonly placeKinds: readonly string[];
  readonly extendsNumber: string | null;
}

const CERTIFICATES = `
  select distinct welder_id as "welderId", number_masked as "numberMasked" from certificates
  where welder_id = any($1) and status = 'verified' and valid_to >= $2::date order by "welderId", "numberMasked"`;

/** Under the system's scope, once it is known that the reader may see the permit. */
@Injectable()
export class PermitPapers {
  constructor(
    private readonly viewing: PermitViewing,
    private readonly files: FileStore,
    private readonly rules: RulesReader,
  ) {}

  async load(tx: Tx, id: string, at: Instant, reader: Person): Promise<PermitPaper | null> {
    const viewed = await this.viewing.of(tx, id, 'zh-CN', at, reader);
    if (!viewed) return null;
    const { permit, view } = viewed;
    const { placeKinds: kinds } = new PermitRules(this.rules.book(), permit, at);
    return {
      ...viewed,
      certificates: await this.certificates(tx, permit.welderIds, permit.plannedStart),
      drawings: await this.drawings(
        tx,
        [...view.signatures, ...view.records].map(({ signatureFileId }) => signatureFileId),
      ),
      placeKinds: permit.placeKinds.map((kind) => kinds.find(({ code }) => code === kind)?.zh ?? kind),
      extendsNumber: permit.extendsId === null ? null : await this.numberOf(tx, permit.extendsId),
    };
  }

  private async certificates(tx: Tx, welderIds: readonly string[], on: Instant): Promise<Map<string, string[]>> {
    const rows = await tx.query<Pick<CertificateRow, 'welderId' | 'numberMasked'>>(CERTIFICATES, [
      welderIds,
      new Date(on),
    ]);
    const numbers = new Map<string, string[]>();
    for (const { welderId, numberMasked } of rows)
      numbers.set(welderId, [...(numbers.get(welderId) ?? []), numberMasked]);
    return numbers;
  }

  private async drawings(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const drawn = new Map<string, string>();
    for (const id of ids) {
      const file = id === null ? null : await this.files.read(tx, id);
      if (file) drawn.set(file.id, `data:${file.mediaType};base64,${file.bytes.toString('base64')}`);
    }
    return drawn;
  }

  private async numberOf(tx: Tx, id: string): Promise<string | null> {
    const [row] = await tx.query<{ number: string }>('select number from permits where id = $1', [id]);
    return row?.number ?? null;
  }
}
