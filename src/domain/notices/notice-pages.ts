import type { TaskPages } from '../tasks/task-pages';

const both = (desk: string, phone = desk): TaskPages => ({ path: desk, phonePath: phone });

const PAGES: Readonly<Record<string, ((id: string) => TaskPages) | undefined>> = {
  permit: (id) => both(`/console/permits/${id}`, `/m/permits/${id}`),
  violation: (id) => both(`/console/violations/${id}`, `/m/violations/${id}`),
  inspection: (id) => both(`/console/inspections/${id}`, `/m/inspections/${id}`),
  welder: (id) => both(`/console/welders/${id}`, `/m/welders/${id}/certificates`),
  suspension: (id) => both(`/console/welders/${id}`, '/m/standing'),
  recency: (id) => both(`/console/welders/${id}`, '/m/standing'),
  machine: (id) => both(`/console/machines/${id}`),
  handover: () => both('/console/handovers'),
};

/** Where what a notice is about is seen; null: there is no page for it. */
export const pagesOfNotice = (entity: string, entityId: string): TaskPages | null => PAGES[entity]?.(entityId) ?? null;
