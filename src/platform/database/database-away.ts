/**
 * Errors that mean the database is away, from Node's sockets and as SQLSTATE: connection lost (08), too many
 * connections, shutting down, starting, out of memory, statement cancelled, deadlock.
 */
const PASSING = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND',
  '08000', '08001', '08003', '08004', '08006', '53200', '53300', '57P01', '57P02', '57P03', '57P05', '57014', '40P01', '25P03',
]); // prettier-ignore
/** What the driver says where no server said anything. */
const BROKEN_LINE =
  /connection (terminated|ended)|connection error|not queryable|client was closed|timeout exceeded when trying to connect|query read timeout|before its commit/i;
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

interface Fault {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly driverError?: { readonly code?: unknown };
}

/** Asked by its members, because errors of Node's core are no instances of the `Error` that a test's sandbox has. */
const asFault = (thrown: unknown): Fault => (typeof thrown === 'object' && thrown !== null ? thrown : {});

function codeOf(thrown: unknown): string {
  const { code, driverError } = asFault(thrown);
  const found = code ?? driverError?.code;
  return typeof found === 'string' ? found : '';
}

/** The database cannot be asked now and can be later; nothing was done. */
export function isDatabaseAway(thrown: unknown): boolean {
  const { message } = asFault(thrown);
  return PASSING.has(codeOf(thrown)) || (typeof message === 'string' && BROKEN_LINE.test(message));
}

/** No more room on the disk, of the database or of this process. */
export const isDiskFull = (thrown: unknown): boolean => FULL.has(codeOf(thrown));
