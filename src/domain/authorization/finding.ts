import type { FindingCode } from './finding-texts';

export type Severity = 'block' | 'warn' | 'observe';
export type FindingParams = Readonly<Record<string, string | number>>;

/** One thing that speaks against the work, by its stable code. Texts are found by code when it is shown. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Tells apart two causes of one code that need different words (`soon`, `unknown`). */
  readonly variant?: string;
  readonly params: FindingParams;
}

export const blocking = (code: FindingCode, params: FindingParams = {}): Finding => ({
  code,
  severity: 'block',
  params,
});
export const warning = (code: FindingCode, params: FindingParams = {}): Finding => ({ code, severity: 'warn', params });
export const asVariant = (variant: string, finding: Finding): Finding => ({ ...finding, variant });

export const isBlocking = ({ severity }: Finding): boolean => severity === 'block';
const blocks = (findings: readonly Finding[]): number => findings.filter(isBlocking).length;

/** The best of several certificates or permits: the fewest blocking findings, then the fewest findings. */
export function fewestBlocks<T extends { readonly findings: readonly Finding[] }>(candidates: readonly T[]): T | null {
  const [best] = [...candidates].sort(
    (a, b) => blocks(a.findings) - blocks(b.findings) || a.findings.length - b.findings.length,
  );
  return best ?? null;
}
