import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ProblemFilter } from '../../../src/platform/http/problem.filter';
import { ProblemWriter } from '../../../src/platform/http/problem';
import { requestPipe } from '../../../src/platform/http/request-pipe';
import { VersionTag } from '../../../src/platform/http/version';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import { httpTexts } from '../../../src/platform/http/http.texts';
import type { Caller } from '../../../src/platform/auth/caller';
import type { PermitWorld } from './permit-world';

/** The world's rooms behind HTTP. Header `x-test-user` says who asks. */
export async function openPermitApp(
  world: PermitWorld,
  callerNamed: (id: string) => Caller = (id) => world.caller(id),
): Promise<NestFastifyApplication> {
  const catalogue = world.get(Catalogue);
  catalogue.add(httpTexts);
  const app = world.testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(requestPipe());
  app.useGlobalInterceptors(new VersionTag());
  app.useGlobalFilters(new ProblemFilter(new ProblemWriter(catalogue)));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const by = request.headers['x-test-user'];
      Object.assign(request, { caller: typeof by === 'string' ? callerNamed(by) : null });
      done();
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
