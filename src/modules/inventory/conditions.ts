import { rangeOfDue } from '../../domain/inventory/inventory';
import type { Reach } from './reach';

/** A table of the inventory, in which every list goes by region and then by key. */
export interface Listed {
  /** Its rows as `i`, with the columns that an index of theirs holds. */
  readonly rows: string;
  readonly key: string;
}

/** One of the few-valued columns with which an index begins; those of its values that are wanted. */
interface Facet {
  readonly column: string;
  readonly values: readonly (string | boolean)[];
  readonly asked: boolean;
}

/** So many stretches of an index are looked into for one page; where more would have to be, the planner finds a better way. */
const MOST_STRETCHES = 120;
/** A range of days that is no longer than this holds a small share of the register. */
const FEW_DAYS = 30;

/**
 * Conditions of one list with their parameters; what was not asked for adds none. A page must come quickly however few
 * rows have all that is asked for, and the planner cannot know that some things never come together (docs/adr/0030).
 */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];
  private readonly facets: Facet[] = [];
  /** Whether more than facets are asked for, and whether that finds few rows. */
  private narrowed: 'no' | 'in-order' | 'gathered' = 'no';

  constructor(reach: Reach) {
    this.add(`i.region_code >= ${this.value(reach.from)} and i.region_code < ${this.value(reach.to)}`);
    this.ofEnterprise(reach.enterpriseId ?? undefined);
  }

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.all.push(condition);
  }

  /** One value of a column, or each of `otherwise`: of these every row that is wanted has one. */
  facet<V extends string | boolean>(column: string, asked: V | undefined, otherwise: readonly V[]): void {
    this.facets.push({ column, values: asked === undefined ? otherwise : [asked], asked: asked !== undefined });
  }

  ofEnterprise(id: string | undefined): void {
    if (id === undefined) return;
    this.add(`i.enterprise_id = ${this.value(id)}`);
    this.narrow('in-order');
  }

  /** Those that a typed text means: `ids` is SQL for an array of keys. */
  typed(key: string, ids: string): void {
    this.add(`i.${key} = any(${ids})`);
    this.narrow('gathered');
  }

  /** The day of `column` stands so towards today. */
  due(column: string, state: string | undefined, today: string): void {
    if (state === undefined) return;
    const range = rangeOfDue(state);
    if (range === null) return this.ofDays(`${column} is null`, Infinity);
    const { from, to } = range;
    const day = this.value(today);
    const bounds = [
      ...(from === null ? [] : [`${column} >= ${day}::date + ${from}`]),
      ...(to === null ? [] : [`${column} <= ${day}::date + ${to}`]),
    ];
    this.ofDays(bounds.join(' and '), (to ?? Infinity) - (from ?? -Infinity));
  }

  dueWithin(column: string, days: number | undefined, today: string): void {
    if (days === undefined) return;
    const day = this.value(today);
    this.ofDays(`${column} >= ${day}::date and ${column} < ${day}::date + ${this.value(days)}::int`, days);
  }

  /** After the last row of the page before: `region~id`. */
  after(key: string, cursor: string | undefined): void {
    if (cursor === undefined) return;
    const [region = '', id = ''] = cursor.split('~');
    this.add(`(i.region_code, i.${key}) > (${this.value(region)}, ${this.value(id)})`);
  }

  /** The first rows by region and key. */
  firstOf({ rows: all, key }: Listed, limit: number): string {
    const order = `order by i.region_code, i.${key} limit ${limit}`;
    const rows = (conditions: readonly string[]): string => `${all} where ${conditions.join(' and ')}`;
    if (this.goesByFacets()) {
      const first = (equal: readonly string[]): string => `${rows([...this.all, ...equal])} ${order}`;
      return `select i.* from (select 1) one, ${this.stretches(first)} ${order}`;
    }
    const asked = this.facets.filter((facet) => facet.asked);
    const conditions = [...this.all, ...asked.map(({ column, values }) => `${column} = ${this.value(values[0])}`)];
    return this.narrowed === 'gathered' && asked.length > 0
      ? `select i.* from (${rows(conditions)} offset 0) i ${order}`
      : `${rows(conditions)} ${order}`;
  } // prettier-ignore

  private ofDays(condition: string, days: number): void {
    this.add(condition);
    this.narrow(days <= FEW_DAYS ? 'gathered' : 'in-order');
  }

  private narrow(how: 'in-order' | 'gathered'): void {
    if (this.narrowed !== 'gathered') this.narrowed = how;
  }

  private goesByFacets(): boolean {
    const stretches = this.facets.reduce((product, { values }) => product * values.length, 1);
    return this.narrowed === 'no' && this.facets.some(({ asked }) => asked) && stretches <= MOST_STRETCHES;
  }

  /** Each combination of values is one stretch of the index, in the order of the list. `firstIn` gives its first rows. */
  private stretches(firstIn: (equal: readonly string[]) => string): string {
    const named = this.facets.map(({ values }, n) => `unnest(${this.value(values)}::${typeOf(values)}[]) f${n}(value)`);
    const equal = this.facets.map(({ column }, n) => `${column} = f${n}.value`);
    return `${named.join(', ')}, lateral (${firstIn(equal)}) i`;
  } // prettier-ignore
}

const typeOf = ([value]: Facet['values']): string => (typeof value === 'boolean' ? 'boolean' : 'text');

export const cursorOf = ({ regionCode, id }: { readonly regionCode: string; readonly id: string }): string =>
  `${regionCode}~${id}`;
