const ID = /[0-9A-HJKMNP-TV-Z]{26}/g;
const PERMIT_NUMBER = /DH-\d{6}-\d{8}-\d{4,}/g;

/** Keys under which a value is different in every database. */
const KINDS: Readonly<Record<string, string>> = { xid: 'tx', rule_version: 'rules', ruleVersion: 'rules' };
/** Lists whose order is left to the database's plan: they say who, not in which order. */
const SETS = new Set(['user_ids', 'approvers']);

/** Stands in for whatever chance makes. The same value has the same placeholder everywhere, so that references stay visible. */
export class Placeholders {
  private readonly known = new Map<string, string>();
  private readonly counted = new Map<string, number>();

  /** From now on `value` is shown as `placeholder`. */
  name(value: string, placeholder: string): void {
    this.known.set(value, placeholder);
  }

  /** A copy of plain data with sorted keys, without anything random. */
  replaceIn(value: unknown, key = ''): unknown {
    if (Array.isArray(value)) {
      const list = value.map((one) => this.replaceIn(one, key));
      return SETS.has(key) ? list.sort() : list;
    }
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, one]) => [name, this.replaceIn(one, name)]),
      );
    return typeof value === 'string' ? this.replaceText(value, KINDS[key]) : value;
  }

  private replaceText(text: string, kind: string | undefined): string {
    if (kind !== undefined) return this.numbered(kind, text);
    return (
      this.known.get(text) ??
      text.replace(ID, (id) => this.numbered('id', id)).replace(PERMIT_NUMBER, (number) => this.numberOf(number))
    );
  }

  /** County and day are not chance: they stay. */
  private numberOf(number: string): string {
    const day = number.slice(0, number.lastIndexOf('-'));
    return this.known.get(number) ?? `${day}-${this.numbered('number', number)}`;
  }

  private numbered(kind: string, value: string): string {
    const key = kind === 'id' ? value : `${kind} ${value}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const count = (this.counted.get(kind) ?? 0) + 1;
    this.counted.set(kind, count);
    this.known.set(key, `${kind}#${count}`);
    return `${kind}#${count}`;
  }
}
