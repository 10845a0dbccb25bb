import createClient from 'openapi-fetch';
import { authorizedFetch } from './authorized-fetch';
import { Problem, unreachable } from './problem';
import type { components, paths } from './schema';

/** Shapes and routes come from the platform's own description: what drifts apart does not compile. */
export type Schemas = components['schemas'];
export type { paths };

export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: 'same-origin',
  headers: { Accept: 'application/json' },
  fetch: authorizedFetch,
  querySerializer: (query) => new URLSearchParams(given(query)).toString(),
});

/** A write under a key of its own, instead of one that is made for it when it is sent. */
export const under = (key: string): { headers: Record<string, string> } => ({ headers: { 'Idempotency-Key': key } });

/** What was left empty is not asked for. */
function given(query: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
}

const BAD_GATEWAY = 502;

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer, or a `Problem`: a refusal as the platform words it, or that it cannot be reached. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    throw unreachable();
  });
  if (response.ok) return data as T;
  // A proxy answers so when the platform behind it is away.
  const worded = typeof error === 'object' && error !== null && 'code' in error;
  if (response.status >= BAD_GATEWAY && !worded) throw unreachable();
  throw new Problem(response.status, typeof error === 'object' && error !== null ? error : {});
}

/** A file to be saved or shown: fetched with the token, because an address alone carries none. */
export const fileOf = (call: Promise<Answer<unknown>>): Promise<Blob> => answered(call as Promise<Answer<Blob>>);

/** What a list may be asked for; the cursor and the page's size come from `useList`. */
export type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;
