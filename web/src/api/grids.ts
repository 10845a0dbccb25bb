import { answered, api, type QueryOf, type Schemas } from './client';

export type Grid = Schemas['GridView'];
export type GridPerson = Schemas['GridPersonView'];

const read = ({ code, version }: Grid) => ({ path: { code }, header: { 'if-match': `"${version}"` } });

export const listGrids = (query: QueryOf<'/api/v1/grids'>) => answered(api.GET('/api/v1/grids', { params: { query } }));
export const gridAt = (query: QueryOf<'/api/v1/grids/at'>) =>
  answered(api.GET('/api/v1/grids/at', { params: { query } }));
export const makeGrid = (body: Schemas['MakeGridRequest']) => answered(api.POST('/api/v1/grids', { body }));
export const changeGrid = (grid: Grid, body: Schemas['ChangeGridRequest']) =>
  answered(api.PATCH('/api/v1/grids/{code}', { params: read(grid), body }));
export const closeGrid = (grid: Grid) => answered(api.POST('/api/v1/grids/{code}/close', { params: read(grid) }));
export const appointTo = (code: string, body: Schemas['AppointRequest']) =>
  answered(api.POST('/api/v1/grids/{code}/people', { params: { path: { code } }, body }));
export const endPost = (code: string, id: string) =>
  answered(api.POST('/api/v1/grids/{code}/people/{id}/end', { params: { path: { code, id } } }));
export const takeOverGrids = (body: Schemas['TakeoverRequest']) =>
  answered(api.POST('/api/v1/grids/takeover', { body }));
