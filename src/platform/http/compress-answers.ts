import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedEncoding, type Encoding } from './accepted-encoding';

/** One packet carries less than this in any case. */
const SMALLEST_BYTES = 1_024;
/** Above this quality the processor pays more than the line wins. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 6;
const TEXTS = /^(application\/([\w.+-]*\+)?json|application\/xml|image\/svg\+xml|text\/(?!event-stream))/;
/** Carries tokens: their length must not tell anything about what stands beside them. */
const TOKENS = /^\/api\/v1\/(auth\/|me\/password)/;

const byBrotli = promisify(brotliCompress);
const byGzip = promisify(gzip);

/**
 * Compresses what the API answers at once: JSON, problems, drawings. Streams stay as they are: news must not wait in a
 * buffer, and photos, PDF and XLSX are compressed already. Files of the web app are compressed when it is built.
 */
export const compressAnswers = (server: FastifyInstance): void =>
  void server.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    if (!TEXTS.test(typeOf(reply)) || reply.hasHeader('content-encoding') || TOKENS.test(request.url)) return payload;
    varyByEncoding(reply);
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    const plain = Buffer.from(payload);
    if (encoding === null || plain.length < SMALLEST_BYTES || !hasBody(request, reply)) return payload;
    reply.removeHeader('content-length'); // set anew by the server
    reply.header('content-encoding', encoding);
    return compressed(plain, encoding);
  });

const compressed = (plain: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'gzip'
    ? byGzip(plain, { level: GZIP_LEVEL })
    : byBrotli(plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
        },
      });

const typeOf = (reply: FastifyReply): string => String(reply.getHeader('content-type') ?? '');

const hasBody = ({ method }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  method !== 'HEAD' && statusCode !== 204 && statusCode !== 304 && statusCode !== 206;

/** Also where it was not compressed: a cache between must not give one to a client that cannot read it. */
function varyByEncoding(reply: FastifyReply): void {
  const vary = String(reply.getHeader('vary') ?? '');
  if (!/accept-encoding|\*/i.test(vary))
    reply.header('vary', vary === '' ? 'Accept-Encoding' : `${vary}, Accept-Encoding`);
}
