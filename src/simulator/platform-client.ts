/** What the platform answered. A refusal is an answer, too. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

export interface Account {
  readonly username: string;
  readonly password: string;
}

type Body = Readonly<Record<string, unknown>>;

const UNAUTHENTICATED = 401;
const TOO_MANY = 429;
const PATIENCE_MS = 15_000;

/** One person at the HTTP API, as a phone or a browser would be: signs in when needed, and again when the token has run out. */
export class PlatformClient {
  private token: string | null = null;

  constructor(
    private readonly url: string,
    private readonly account: Account,
  ) {}

  get = <T = Record<string, unknown>>(path: string): Promise<Answer<T>> => this.ask<T>('GET', path);

  post = <T = Record<string, unknown>>(path: string, body: Body = {}): Promise<Answer<T>> =>
    this.ask<T>('POST', path, 'application/json', JSON.stringify(body));

  postCsv = <T = Record<string, unknown>>(path: string, csv: string): Promise<Answer<T>> =>
    this.ask<T>('POST', path, 'text/csv', csv);

  /** A write that has to succeed; otherwise says what came instead. */
  async must<T = Record<string, unknown>>(path: string, body: Body = {}): Promise<T> {
    const answer = await this.post<T>(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Keeps a photo; answers its id. */
  async uploadPhoto(picture: Buffer): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'photo.png');
    const { status, body } = await this.ask<{ id?: string }>('POST', '/files', undefined, form);
    if (body.id === undefined) throw new Error(`POST /files: ${status} ${JSON.stringify(body)}`);
    return body.id;
  }

  private async ask<T>(method: string, path: string, type?: string, body?: string | FormData): Promise<Answer<T>> {
    this.token ??= await this.signIn();
    const first = await this.send<T>(method, path, type, body);
    if (first.status !== UNAUTHENTICATED) return first;
    this.token = await this.signIn();
    return this.send<T>(method, path, type, body);
  }

  private async signIn(): Promise<string> {
    const { username, password } = this.account; // a person's other facts are no part of signing in
    const answer = await this.send<{ accessToken?: string }>(
      ...(['POST', '/auth/login', 'application/json', JSON.stringify({ username, password }), null] as const),
    );
    if (answer.body.accessToken === undefined) throw new SignInFailed(username, answer);
    return answer.body.accessToken;
  }

  private async send<T>(
    method: string,
    path: string,
    type?: string,
    body?: string | FormData,
    token = this.token,
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: 'application/json',
        ...(type ? { 'content-type': type } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as T };
  }
}

export class SignInFailed extends Error {
  /** Asking again soon would only lengthen the delay. */
  readonly forGood: boolean;

  constructor(username: string, { status, body }: Answer<unknown>) {
    super(`sign-in of ${username}: ${status} ${JSON.stringify(body)}`);
    this.forGood = status !== TOO_MANY && status < 500;
  }
}
