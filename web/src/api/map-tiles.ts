import { answered, api } from './client';

let asked: Promise<string | null> | null = null;

/** The operator's tile address (`TILE_URL`), asked for once; `null` where none is set. */
export function mapTiles(): Promise<string | null> {
  asked ??= answered(api.GET('/api/v1/client-settings')).then(
    (settings) => settings.tileUrl,
    () => null,
  );
  return asked;
}
