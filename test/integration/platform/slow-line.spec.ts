import { connect } from 'node:net';
import fastify from 'fastify';
import { EventStream } from '../../../src/platform/outbox/event-stream';
import type { StoredEvent } from '../../../src/platform/outbox/stored-event';

const event: StoredEvent = {
  cursor: { epoch: 1, xid: 1n, id: 1n },
  type: 'large',
  at: 0,
  entity: 'thing',
  entityId: 'T',
  regionCode: '',
  enterpriseIds: [],
  userIds: [],
  data: { text: 'x'.repeat(64_000) },
};

it('a line whose reader takes nothing holds little in memory, and is cut when patience ends', async () => {
  const server = fastify({ forceCloseConnections: true });
  const done = new Promise<number>((tell) => {
    server.get('/', async (_request, reply) => {
      const line = new EventStream(reply, 200);
      let most = 0;
      while (line.isOpen) {
        while (line.isFlowing) line.send(event);
        most = Math.max(most, reply.raw.writableLength);
        await line.drained();
      }
      tell(most);
    });
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((server.server.address() as { port: number }).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  socket.pause();
  const most = await done;
  expect(most).toBeGreaterThan(1_000_000);
  expect(most).toBeLessThan(1_200_000);
  socket.destroy();
  await server.close();
});
