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
  /** Reaches too many permits to look at each of them. */
  readonly wide: boolean;
  /**
   * Conditions on `permits p`, any of which lets a permit in. Each is one that an index serves, so that a list is the
   * merger of some short ordered scans; row level security alone would walk through everybody's permits.
   */
  readonly anyOf: (params: Parameters) => string[];
}

const named = (welder: string): string =>
  `p.id in (select w.permit_id from permit_welders w where w.welder_id = ${welder})`;

/** What concerns a person: asked for by them, watched by them, naming them as welder. */
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
 * Which permits a caller's lists show: those that concern them, as for one permit (`concerns`). An official's are those of the
 * region; what names an official elsewhere stands in `mineOf`. The policies of the table do not know of the welders it
 * names, so whoever may be one is shown theirs by the system, under exactly these conditions.
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

/** Only what concerns the caller in person, with those that wait for their hand (`waiting`). */
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
