import type { Position } from '../../kernel/geo';

/** Krasovsky's ellipsoid, on which the official shift of Chinese maps is computed. */
const SEMI_MAJOR_M = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;

/** Chinese maps shift positions only inside this box. */
const isShifted = ({ lat, lng }: Position): boolean => lng > 72.004 && lng < 137.8347 && lat > 0.8293 && lat < 55.8271;

const ripples = (x: number): number => ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
const swell = (x: number): number => ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3;

function northM(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const far = ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  return plain + ripples(x) + swell(y) + far;
}

function eastM(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const far = ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  return plain + ripples(x) + swell(x) + far;
}

/** The true position of a point from a Chinese map, exact to a metre or two. */
export function fromChineseMap(position: Position): Position {
  const shown = toChineseMap(position);
  return { lat: 2 * position.lat - shown.lat, lng: 2 * position.lng - shown.lng };
}

/** A WGS-84 position as Chinese maps show it (GCJ-02): shifted by some hundred metres. */
export function toChineseMap(position: Position): Position {
  if (!isShifted(position)) return position;
  const { lat, lng } = position;
  const phi = (lat / 180) * Math.PI;
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const root = Math.sqrt(magic);
  const north = northM(lng - 105, lat - 35);
  const east = eastM(lng - 105, lat - 35);
  return {
    lat: lat + (north * 180) / (((SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED)) / (magic * root)) * Math.PI),
    lng: lng + (east * 180) / ((SEMI_MAJOR_M / root) * Math.cos(phi) * Math.PI),
  };
}
