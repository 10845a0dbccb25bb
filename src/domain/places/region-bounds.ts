import { distanceM, type Position } from '../../kernel/geo';

/** The box around a region, in WGS-84 degrees. */
export interface RegionBounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** How far a place lies outside the box; 0 inside. */
export const metresBeyond = ({ lat, lng }: Position, { south, west, north, east }: RegionBounds): number =>
  distanceM({ lat, lng }, { lat: within(lat, south, north), lng: within(lng, west, east) });
