import { createHmac } from 'node:crypto';

export const passwordOf = (chipNo: string, secret: Uint8Array): string =>
  createHmac('sha256', secret).update(`hanan-mqtt-v1:${chipNo}`).digest('hex');
