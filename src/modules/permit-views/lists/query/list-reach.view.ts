import { subtreeRange } from '../../../../kernel/region-code';
import type { Caller } from '../../../../platform/auth/caller';
import { systemScope, type Scope } from '../../../../platform/database/scope';

/** Collects the parameters of one statement. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a value. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export interface Reach {
  readonly scope: Scope;
  /** The caller reaches too many permits to check each one. */
  readonly wide: boolean;
  /**
   * Conditions on `permits p`, any of which lets a permit in. Each is one that an index serves, so that a list is the
   * merger of some short ordered scans; row level security alone would walk through everybody's permits.
   */
  readonly anyOf: (params: Parameters) => string[];
}

const named = (welder: string): string =>
  `p.id in (select w.permit_id from permit_welders w where w.welder_id = ${welder})`;

/** Permits that concern a person: they asked for it, they watch it, or it names them as a welder. */
const personal =
  ({ userId, welderId }: Pick<Caller, 'userId' | 'welderId'>) =>
  (params: Parameters): string[] => {
    const user = params.add(userId);
    return [
      `p.applicant_id = ${user}`,
      `p.fire_watch_id = ${user}`,
      ...(welderId === null ? [] : [named(params.add(welderId))]),
    ];
  };

/**
 * The permits that a caller's lists show: those that concern the caller, as `concerns` says of one permit. For an
 * official these are the permits of the region; permits elsewhere that name the official stand in `mineOf`. Row level
 * security does not know which welders a permit names. So the lists of a person who may be a welder run under the
 * system's scope, with exactly these conditions.
 */
export function reachOf(caller: Caller): Reach {
  const { scope } = caller;
  switch (scope.kind) {
    case 'system':
      return { scope, wide: true, anyOf: () => ['true'] };
    case 'region':
      return { scope, wide: true, anyOf: (params) => [inRegion(scope.regionCode, params)] };
    case 'enterprise':
      return {
        scope: caller.welderId === null ? scope : systemScope('own-permits'),
        wide: false,
        anyOf: (params) => [...ofEnterprise(scope.enterpriseId, params), ...personal(caller)(params)],
      };
    case 'person':
      return { scope: systemScope('own-permits'), wide: false, anyOf: personal(caller) };
  }
}

function ofEnterprise(id: string, params: Parameters): string[] {
  const enterprise = params.add(id);
  return ['enterprise_id', 'contractor_id', 'occupier_enterprise_id'].map((column) => `p.${column} = ${enterprise}`);
}

/** Permits that concern the caller in person, and those that wait for the caller's signature or command (`waiting`). */
export const mineOf = (caller: Caller, waiting: readonly string[]): Reach => ({
  scope: systemScope('own-permits'),
  wide: false,
  anyOf: (params) => [
    ...personal(caller)(params),
    ...(waiting.length === 0 ? [] : [`p.id = any(${params.add(waiting)})`]),
  ],
});

function inRegion(regionCode: string, params: Parameters): string {
  if (regionCode === '') return 'true';
  const { from, to } = subtreeRange(regionCode);
  return `p.region_code >= ${params.add(from)} and p.region_code < ${params.add(to)}`;
}
