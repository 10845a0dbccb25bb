import { acks, command } from './down-messages';
import { birth, death, events, reply, samples } from './up-messages';

/** Every message of the protocol by the name of its file in `docs/schemas`. */
export const messageSchemas = (): Record<string, object> => ({
  'up-birth.json': birth,
  'up-samples.json': samples,
  'up-events.json': events,
  'up-replies.json': reply,
  'up-death.json': death,
  'down-commands.json': command,
  'down-acks.json': acks,
});
