import { rangeOfDue } from '../../domain/inventory/inventory';
import type { Reach } from './reach';

/** Conditions of one list with their parameters; what was not asked for adds none. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly all: string[] = [];

  constructor(reach: Reach) {
    this.all.push(`i.region_code >= ${this.value(reach.from)} and i.region_code < ${this.value(reach.to)}`);
    this.equal('i.enterprise_id', reach.enterpriseId ?? undefined);
  }

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(condition: string): void {
    this.all.push(condition);
  }

  equal(column: string, value: string | undefined): void {
    if (value !== undefined) this.add(`${column} = ${this.value(value)}`);
  }

  /** The day of `column` stands so towards today. */
  due(column: string, state: string | undefined, today: string): void {
    if (state === undefined) return;
    const range = rangeOfDue(state);
    if (range === null) return this.add(`${column} is null`);
    const day = this.value(today);
    if (range.from !== null) this.add(`${column} >= ${day}::date + ${range.from}`);
    if (range.to !== null) this.add(`${column} <= ${day}::date + ${range.to}`);
  }

  dueWithin(column: string, days: number | undefined, today: string): void {
    if (days === undefined) return;
    const day = this.value(today);
    this.add(`${column} >= ${day}::date and ${column} < ${day}::date + ${this.value(days)}::int`);
  }

  /** After the last row of the page before: `region~id`. */
  after(key: string, cursor: string | undefined): void {
    if (cursor === undefined) return;
    const [region = '', id = ''] = cursor.split('~');
    this.add(`(i.region_code, i.${key}) > (${this.value(region)}, ${this.value(id)})`);
  }

  toSql(): string {
    return this.all.join(' and ');
  }
}

export const cursorOf = ({ regionCode, id }: { readonly regionCode: string; readonly id: string }): string =>
  `${regionCode}~${id}`;
