import { Injectable } from '@nestjs/common';
import { reaches } from '../../../platform/database/reaches';
import { Sealer } from '../../../platform/database/sealer';
import type { WelderRow } from '../../../schema/registry/welder.row';
import { WELDER_ID_NUMBER } from '../../registry/welders/welder.mapper';
import type { ImportCall } from '../kinds/kind-import';

type OfWelder = 'id' | 'name' | 'regionCode' | 'enterpriseId' | 'samePersonAs';

/** A record of a person. */
export interface KnownRecord extends Readonly<Pick<WelderRow, OfWelder>> {
  readonly hash: string;
}

/** What the register has of a number: the record in sight of who imports, and the person whom a new record would claim to be. */
export interface KnownPerson {
  readonly inSight: KnownRecord | null;
  readonly personId: string | null;
}

/** Finds people by the keyed hash of their number. */
@Injectable()
export class PeopleLookup {
  constructor(private readonly sealer: Sealer) {}

  async find({ tx, scope }: ImportCall, idNumbers: readonly string[]): Promise<KnownPerson[]> {
    const hashes = idNumbers.map((number) => this.sealer.fingerprint(WELDER_ID_NUMBER, number));
    const records = await tx.query<KnownRecord>(
      `select id, name, region_code as "regionCode", enterprise_id as "enterpriseId", same_person_as as "samePersonAs",
         id_number_hash as hash from welders where id_number_hash = any($1) order by id`,
      [hashes],
    );
    const byHash = new Map<string, KnownRecord[]>();
    for (const record of records) byHash.set(record.hash, [...(byHash.get(record.hash) ?? []), record]);
    return hashes.map((hash) => {
      const known = byHash.get(hash) ?? [];
      return {
        inSight: known.find((one) => reaches(scope, { ...one, welderId: one.id })) ?? null,
        personId: known.find(({ samePersonAs }) => samePersonAs === null)?.id ?? null,
      };
    });
  }
}
