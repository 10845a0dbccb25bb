import { Injectable } from '@nestjs/common';
import { tooLittleFor } from '../../../domain/permits/regimes-of-trade';
import { forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { isWithin } from '../../../kernel/region-code';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RegionsReader } from '../../regions/regions.reader';
import { RegistryReader, type EnterpriseFacts, type WelderFacts } from '../../registry/registry.reader';
import type { DraftPermitRequest } from './draft.dto';

/** Whose work it is, and where it belongs. */
export interface Parties {
  readonly enterpriseId: string | null;
  readonly contractorId: string | null;
  readonly occupierEnterpriseId: string | null;
  readonly regionCode: string;
}

/** The parties as named, and what the register knows of them. */
export interface KnownParties {
  readonly named: Omit<Parties, 'regionCode'>;
  /** The enterprises that are registered, by their ids. */
  readonly enterprises: ReadonlyMap<string, EnterpriseFacts>;
  /** Of the region that was asked for, where one was. */
  readonly regionKnown: boolean;
}

type Asked = Pick<
  DraftPermitRequest,
  'regime' | 'enterpriseId' | 'contractorId' | 'occupierEnterpriseId' | 'regionCode'
>;

/** Who may ask for whom: an enterprise's people for it or as its contractor, a welder for a job of their own, an official in their region. */
@Injectable()
export class DraftParties {
  constructor(
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
  ) {}

  /** What the register knows of those named. */
  async look(tx: Tx, caller: Caller, asked: Asked): Promise<KnownParties> {
    const named = {
      enterpriseId: asked.enterpriseId ?? caller.enterpriseId,
      contractorId: asked.contractorId ?? null,
      occupierEnterpriseId: asked.occupierEnterpriseId ?? null,
    };
    const ids = Object.values(named).filter((id) => id !== null);
    const [regionKnown, ...enterprises] = await Promise.all([
      asked.regionCode === undefined || this.regions.exists(tx, asked.regionCode),
      ...ids.map((id) => this.registry.enterpriseById(tx, id)),
    ]);
    const found = new Map(enterprises.flatMap((one) => (one ? [[one.id, one]] : [])));
    return { named, enterprises: found, regionKnown };
  }

  of(
    caller: Caller,
    asked: Asked,
    { named, enterprises, regionKnown }: KnownParties,
    welders: readonly WelderFacts[],
  ): Result<Parties, Refusal> {
    const stranger = Object.entries(named).find(([, id]) => id !== null && !enterprises.has(id));
    if (stranger) return refused(wrongField(stranger[0], 'permit.enterprise-unknown'));
    const host = [named.enterpriseId, named.occupierEnterpriseId].flatMap((id) => enterprises.get(id ?? '') ?? []);
    if (
      tooLittleFor(
        asked.regime,
        host.map(({ industry }) => industry),
      )
    )
      // prettier-ignore
      return refused(wrongField('regime', 'permit.regime-below-trade'));
    const home = enterprises.get(named.enterpriseId ?? '')?.regionCode ?? welders[0]?.regionCode ?? caller.regionCode;
    const official = mayNamePlace(caller.scope);
    const regionCode = official ? (asked.regionCode ?? home) : home;
    if (!regionCode || (official && !regionKnown)) return refused(wrongField('regionCode', 'permit.region-unknown'));
    const parties = { ...named, regionCode };
    return mayAskFor(caller, parties, asked, welders) ? ok(parties) : refused(forbidden('permit.not-yours-to-ask'));
  }
}

/** Officials write down what lies in their region. For everybody else the region follows the owner, never their own word. */
const mayNamePlace = ({ kind }: Caller['scope']): boolean => kind === 'region' || kind === 'system';

function mayAskFor(
  { scope, welderId }: Caller,
  { enterpriseId, contractorId, regionCode }: Parties,
  { regime }: Asked,
  welders: readonly WelderFacts[],
): boolean {
  switch (scope.kind) {
    case 'system':
      return true;
    case 'region':
      return isWithin(regionCode, scope.regionCode);
    case 'enterprise':
      return scope.enterpriseId === enterpriseId || scope.enterpriseId === contractorId;
    case 'person': {
      // a welder declares a small job of their own, in their own name or for the shop they work for
      const self = welders.find(({ id }) => id === welderId);
      return regime === 'small' && self !== undefined && (enterpriseId === null || enterpriseId === self.enterpriseId);
    }
  }
}
