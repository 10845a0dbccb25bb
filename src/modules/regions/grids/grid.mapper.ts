import type { GridPersonView, GridView } from './grid.dto';
import type { ListedGrid, ListedPost } from './grid-list.view';

const personView = ({ gridCode: _, ...post }: ListedPost, today: string): GridPersonView => ({
  ...post,
  serving: post.fromOn <= today && (post.untilOn === null || post.untilOn > today),
});

export const gridView = (grid: ListedGrid, posts: readonly ListedPost[], today: string): GridView => ({
  code: grid.code,
  regionCode: grid.regionCode,
  regionName: grid.regionName,
  name: grid.name,
  duties: grid.duties,
  outline:
    grid.outline === null ? null : { type: 'Polygon', coordinates: [grid.outline.map((point) => [...point])] },
  people: posts.filter(({ gridCode }) => gridCode === grid.code).map((post) => personView(post, today)),
  closed: grid.closedAt !== null,
  version: grid.version,
}); // prettier-ignore
