import L from 'leaflet';
import type { Ground } from '@/api/map-ground';

const LINE = '#8497a8';
const LAND = '#f4f6f8';

const latLngs = (polygons: readonly number[][][][]): L.LatLngTuple[][][] =>
  polygons.map((rings) => rings.map((ring) => ring.map(([lng = 0, lat = 0]): L.LatLngTuple => [lat, lng])));

/** The region as land, its parts as lines with their names; below everything that is drawn on it. Null: there is nothing to draw. */
export function drawGround(
  { polygons, parts }: Ground,
  on: L.Map,
): { layer: L.LayerGroup; bounds: L.LatLngBounds } | null {
  const pane = on.getPane('ground') ?? on.createPane('ground');
  pane.style.zIndex = '250';
  const how = { pane: 'ground', interactive: false, color: LINE };
  const layer = L.layerGroup();
  const land = L.polygon(latLngs(polygons), { ...how, weight: 2, fillColor: LAND, fillOpacity: 1 }).addTo(layer);
  const lines = parts.map(({ name, polygons: part }) =>
    L.polygon(latLngs(part), { ...how, weight: 1, fillColor: LAND, fillOpacity: polygons.length > 0 ? 0 : 1 })
      .bindTooltip(nameOf(name), { permanent: true, direction: 'center', className: 'ground-name' })
      .addTo(layer),
  );
  const bounds = [land, ...lines].reduce((all, one) => (one.isEmpty() ? all : all.extend(one.getBounds())), L.latLngBounds([])); // prettier-ignore
  if (!bounds.isValid()) return null;
  layer.addTo(on);
  return { layer, bounds };
}

function nameOf(name: string): HTMLElement {
  const words = document.createElement('span');
  words.textContent = name;
  return words;
}
