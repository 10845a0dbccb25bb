import type { Bench } from './kit/bench';

/** By name, in the order of docs/quality.md; loaded when asked for, so that no bench pays for the others. */
export const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  ingest: async () => (await import('./chips/ingest')).ingest,
  unlock: async () => (await import('./chips/unlock')).unlock,
  alarm: async () => (await import('./chips/alarm')).alarm,
  reconnect: async () => (await import('./chips/reconnect')).reconnect,
  scan: async () => (await import('./work/scan')).scan,
  permit: async () => (await import('./work/permit')).permit,
  steps: async () => (await import('./work/steps')).steps,
  simops: async () => (await import('./work/simops')).simops,
  doors: async () => (await import('./work/doors')).doors,
  board: async () => (await import('./county/board')).board,
  inventory: async () => (await import('./county/inventory')).inventory,
  import: async () => (await import('./county/import')).importBench,
  start: async () => (await import('./whole/start')).start,
  web: async () => (await import('./whole/web')).web,
};

/** Asked for by name alone: they need something beside the project, or serve whoever looks for what is slow. */
export const TOOLS: Readonly<Record<string, () => Promise<Bench>>> = {
  paired: async () => (await import('./work/paired')).paired,
  'profile-ingest': async () => (await import('./chips/profile-ingest')).profileIngest,
  'profile-scan': async () => (await import('./work/profile-scan')).profileScan,
};
