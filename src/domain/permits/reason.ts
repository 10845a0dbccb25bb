/** What a reason speaks about: the wrong person (403), not this person's turn yet, or something still to be done (both 409). */
type ReasonAbout = 'person' | 'turn' | 'readiness';

export interface Reason<C extends string = string> {
  readonly about: ReasonAbout;
  /** Stable; texts hang on it. */
  readonly code: C;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Params = Reason['params'];
export const wrongPerson = (code: string, params?: Params): Reason => ({ about: 'person', code, params });
export const notYet = (code: string, params?: Params): Reason => ({ about: 'turn', code, params });
export const missing = <C extends string>(code: C, params?: Params): Reason<C> => ({
  about: 'readiness',
  code,
  params,
});
