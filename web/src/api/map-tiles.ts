import { get } from './http';

let asked: Promise<string | null> | null = null;

/** The operator's tile address (`TILE_URL`), asked for once; `null` where none is set. */
export function mapTiles(): Promise<string | null> {
  asked ??= get<{ tileUrl: string | null }>('/client-settings').then(
    (settings) => settings.tileUrl,
    () => null,
  );
  return asked;
}
