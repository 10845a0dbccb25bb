/** One command of a life cycle: where it may be given, where it leads, and what must hold. */
export interface Transition<S extends string, X, R> {
  readonly from: readonly S[];
  readonly to: S | ((snapshot: X) => S);
  /** Names what is missing; an empty list opens the command. Never queries: the snapshot holds all facts. */
  readonly when?: (snapshot: X) => readonly R[];
}

export type LifeCycleTable<S extends string, C extends string, X, R> = Readonly<Record<C, Transition<S, X, R>>>;

export type Step<S, R> =
  | { readonly outcome: 'moved'; readonly to: S }
  | { readonly outcome: 'not-open' }
  | { readonly outcome: 'refused'; readonly reasons: readonly R[] };

/** State machines are tables: this is their only interpreter. `R` is the type of a guard's reason. */
export class LifeCycle<S extends string, C extends string, X extends { readonly state: S }, R> {
  constructor(readonly table: LifeCycleTable<S, C, X, R>) {}

  get commands(): C[] {
    return Object.keys(this.table) as C[];
  }

  /** Commands whose `from` holds the snapshot's state and whose guard is content. */
  open(snapshot: X): C[] {
    return this.commands.filter((command) => this.step(snapshot, command).outcome === 'moved');
  }

  /** Commands that the state admits, whatever their guards say: what the caller might do once the reasons are mended. */
  named(state: S): C[] {
    return this.commands.filter((command) => this.table[command].from.includes(state));
  }

  step(snapshot: X, command: C): Step<S, R> {
    const transition = this.table[command];
    if (!transition.from.includes(snapshot.state)) return { outcome: 'not-open' };
    const reasons = transition.when?.(snapshot) ?? [];
    if (reasons.length > 0) return { outcome: 'refused', reasons };
    return { outcome: 'moved', to: typeof transition.to === 'function' ? transition.to(snapshot) : transition.to };
  }
}
