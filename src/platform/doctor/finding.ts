/** `fault`: something does not work, or is not safe. `warning`: it works, and somebody should look. */
export type Grade = 'fine' | 'warning' | 'fault';

/** What was looked at, how it is, and what to do where it is not fine. */
export interface Finding {
  readonly grade: Grade;
  readonly zh: string;
  readonly en: string;
}

export const fine = (zh: string, en: string): Finding => ({ grade: 'fine', zh, en });
export const warning = (zh: string, en: string): Finding => ({ grade: 'warning', zh, en });
export const fault = (zh: string, en: string): Finding => ({ grade: 'fault', zh, en });

/** The first that holds. */
export const firstOf = (...found: readonly (Finding | false)[]): Finding =>
  found.find((one): one is Finding => one !== false) ?? fine('', '');
