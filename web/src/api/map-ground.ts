import { answered, api, type Schemas } from './client';

export type Ground = Schemas['RegionGround'];

const asked = new Map<string, Promise<Ground | null>>();

/** Outlines of a region and its parts, or of the person's own; asked for once. Null: without them the map stays plain. */
export function mapGround(code?: string): Promise<Ground | null> {
  const known = asked.get(code ?? '');
  if (known) return known;
  const ground = code
    ? answered(api.GET('/api/v1/regions/{code}/outline', { params: { path: { code } } }))
    : answered(api.GET('/api/v1/regions/ground', {}));
  const kept = ground.catch(() => {
    asked.delete(code ?? '');
    return null;
  });
  asked.set(code ?? '', kept);
  return kept;
}

/** Somebody loaded others: what was asked before is asked again. */
export function forgetGround(): void {
  asked.clear();
}

/** GeoJSON as somebody chose it; what is sound of it comes in. */
export const loadOutlines = (body: Schemas['LoadOutlinesRequest']) =>
  answered(api.PUT('/api/v1/regions/outlines', { body }));
