/** One place where two values differ; null: it is not there at all. */
export interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Branch = Readonly<Record<string, unknown>>;

/** The differences between two values of a rule, field by field, in the order of `after`. */
export function differences(before: unknown, after: unknown, path = 'value'): Difference[] {
  const [old, young] = [branchOf(before), branchOf(after)];
  if (!old || !young) return same(before, after) ? [] : [{ path, before: before ?? null, after: after ?? null }];
  const names = [...new Set([...Object.keys(young), ...Object.keys(old)])];
  return names.flatMap((name) => differences(old[name], young[name], `${path}.${name}`));
}

/** Lists of coded lines are compared line by line under their code, whatever their order; other lists by place. */
function branchOf(value: unknown): Branch | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return value as Branch;
  const items: unknown[] = value;
  return Object.fromEntries(items.map((item, i) => [codeOf(item) ?? String(i), item]));
}

const codeOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'code' in item && typeof item.code === 'string' ? item.code : null;

/** Only leaves come here, or a leaf against a branch. */
const same = (a: unknown, b: unknown): boolean => a === b || (a ?? null) === (b ?? null);
