/** A verifier that knows nothing of the project: reads `{ jwks, tokens, options }` from standard input, says what `jose` thinks of each. */
import { createRemoteJWKSet, jwtVerify } from 'jose';

let input = '';
for await (const chunk of process.stdin) input += chunk;
const { jwks, tokens, options } = JSON.parse(input);
const keys = createRemoteJWKSet(new URL(jwks));
const verdicts = [];
for (const token of tokens)
  verdicts.push(
    await jwtVerify(token, keys, options).then(
      ({ payload, protectedHeader }) => ({ ok: true, payload, header: protectedHeader }),
      (refusal) => ({ ok: false, code: refusal.code }),
    ),
  );
process.stdout.write(JSON.stringify(verdicts));
