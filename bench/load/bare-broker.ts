import { createServer, type AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import { answerAs } from '../kit/worker';

/** The broker alone, as the platform sets it up: it takes everything, and keeps nothing. */
answerAs<null, number>(async () => {
  const aedes = await Aedes.createBroker({ connectTimeout: 10_000, drainTimeout: 30_000 });
  aedes.authenticate = (_client, _user, _password, done) => done(null, true);
  aedes.authorizePublish = (_client, _packet, done) => done(null);
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    aedes.handle(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
});
