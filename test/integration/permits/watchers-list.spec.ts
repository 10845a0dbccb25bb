import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { openPermitApp } from './permit-app';
import { PermitWorld } from './permit-world';

let world: PermitWorld;
let app: NestFastifyApplication;
beforeAll(async () => {
  world = await PermitWorld.open();
  app = await openPermitApp(world);
});
afterAll(async () => {
  await app?.close();
  await world?.close();
});

interface Listed {
  readonly id: string;
  readonly training: string;
}
const seenBy = async (by: string): Promise<Record<string, string>> => {
  const { body } = await supertest(app.getHttpServer()).get('/watchers').set('x-test-user', by).expect(200);
  return Object.fromEntries((body as { items: Listed[] }).items.map(({ id, training }) => [id, training]));
};

describe('fire watchers and their training', () => {
  it('each enterprise sees its own, an official those of the region, a welder nobody', async () => {
    expect(await seenBy('safety')).toEqual({ watcher: 'valid', watcher2: 'valid' });
    expect(await seenBy('stranger')).toEqual({ stranger: 'missing' });
    expect(Object.keys(await seenBy('regulator')).sort()).toEqual(['stranger', 'watcher', 'watcher2']);
    expect(await seenBy('welderUser')).toEqual({});
  });

  it('what ended or was revoked does not count', async () => {
    await world.sql(`update watcher_certificates set valid_to = '2026-11-23' where user_id = 'watcher'`);
    await world.sql(
      `update watcher_certificates set revoked_at = now(), revoked_by = 'regulator', revoke_reason = '测试' where user_id = 'watcher2'`,
    );
    expect(await seenBy('safety')).toEqual({ watcher: 'expired', watcher2: 'missing' });
  });
});
