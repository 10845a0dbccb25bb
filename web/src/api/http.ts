import { authorizedFetch } from './authorized-fetch';
import { Problem, unreachable } from './problem';

type Query = Record<string, string | number | boolean | undefined | null>;

async function ask(
  method: string,
  path: string,
  options: { query?: Query; body?: unknown; form?: FormData; text?: string; headers?: Record<string, string> },
): Promise<Response> {
  const url = new URL(`/api/v1${path}`, location.origin);
  for (const [key, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(key, String(value));
  }
  const headers = new Headers({ Accept: 'application/json', ...options.headers });
  let body: BodyInit | undefined = options.form;
  if (options.text !== undefined) {
    headers.set('Content-Type', 'text/csv');
    body = options.text;
  } else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.body);
  }
  let response: Response;
  try {
    response = await authorizedFetch(new Request(url, { method, headers, body, credentials: 'same-origin' }));
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw new Problem(response.status, await problemBody(response));
  return response;
}

async function problemBody(response: Response): Promise<object> {
  try {
    return (await response.json()) as object;
  } catch {
    return {};
  }
}

const json = async <T>(response: Promise<Response>): Promise<T> => {
  const answer = await response;
  return (answer.status === 204 ? undefined : await answer.json()) as T;
};

export const get = <T>(path: string, query?: Query): Promise<T> => json<T>(ask('GET', path, { query }));
export const post = <T>(path: string, body?: unknown): Promise<T> => json<T>(ask('POST', path, { body }));
export const put = <T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T> =>
  json<T>(ask('PUT', path, { body, ...(headers && { headers }) }));
export const del = <T>(path: string): Promise<T> => json<T>(ask('DELETE', path, {}));
export const postForm = <T>(path: string, form: FormData): Promise<T> => json<T>(ask('POST', path, { form }));
export const postCsv = <T>(path: string, text: string): Promise<T> => json<T>(ask('POST', path, { text }));
/** A file to be saved or shown: fetched with the token, because an address alone carries none. */
export const getBlob = async (path: string, query?: Query): Promise<Blob> => (await ask('GET', path, { query })).blob();
export const postForBlob = async (path: string, body: unknown): Promise<Blob> =>
  (await ask('POST', path, { body })).blob();
