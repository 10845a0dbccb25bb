import { accessToken, refreshAccessToken } from './access-token';
import { tracked } from '@/device/connection';
import { learnClock } from './platform-clock';
import { answered, keyFor } from './pending-keys';
import { chosenLanguage } from '@/i18n/language';

const KEY = 'Idempotency-Key';
const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** `fetch` with the token, the chosen language and an idempotency key; an expired token is renewed once and the request repeated. */
export async function authorizedFetch(request: Request): Promise<Response> {
  const fingerprint = await fingerprintOf(request);
  const used = accessToken();
  const first = await send(request.clone(), fingerprint);
  const renewable = first.status === 401 && !request.url.includes('/auth/');
  if (!renewable || !(await refreshAccessToken(used))) return first;
  return send(request, fingerprint);
}

async function send(request: Request, fingerprint: string | null): Promise<Response> {
  const token = accessToken();
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  request.headers.set('Accept-Language', chosenLanguage());
  if (fingerprint && !request.headers.has(KEY)) request.headers.set(KEY, keyFor(fingerprint));
  const sentAt = Date.now();
  const response = await tracked(fetch(request));
  learnClock(response, sentAt);
  if (fingerprint) answered(fingerprint, response);
  return response;
}

async function fingerprintOf(request: Request): Promise<string | null> {
  if (!WRITES.has(request.method)) return null;
  const isForm = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
  return `${request.method} ${request.url} ${isForm ? '' : await request.clone().text()}`;
}
