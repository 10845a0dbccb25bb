import { gridWords } from '@domain/regions/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  grids: {
    ...gridWords,
    title: 'Grids',
    intro:
      'Grids below the village: boundary, duties and people. What waits in a grid goes to those who serve there; elsewhere to the grid workers of the town.',
    outlines: 'Load outlines',
    outlinesHow:
      'Choose a GeoJSON file (WGS-84, one feature a region, its code in properties.code). Where there are no tiles, all maps show these lines; they are a sketch, no legal boundary.',
    outlinesFile: 'Outline file',
    outlinesUnreadable: 'This is no GeoJSON FeatureCollection. Choose another file.',
    outlinesRead: '{n} features in the file',
    outlinesSource: 'Where it comes from (shown beside the map)',
    outlinesLoaded: 'Outlines of {n} regions are loaded',
    outlineWrong: 'Feature {n} ({code}): {why}',
    outline: {
      'outline.code-missing': 'has no region code',
      'outline.no-polygon': 'is no Polygon or MultiPolygon',
      'outline.point': 'has corners that are no longitude and latitude',
      'outline.open': 'has a line that is not closed',
      'outline.too-long': 'has too many corners (5,000 at most); thin it first',
      'outline.outside-region': 'lies outside your region',
      'outline.twice': 'is there twice',
      'region.unknown': 'names no region',
    },
    add: 'New grid',
    change: 'Change',
    close: 'Close the grid',
    closeHow: 'Its code is never used again. A grid in which somebody serves cannot be closed.',
    none: 'No grids yet. Choose “New grid” and begin with the village.',
    code: 'Code',
    name: 'Name',
    village: 'Village',
    villageHow: 'Go down to the village.',
    duties: 'Duties',
    people: 'Serving',
    nobody: 'Nobody serves',
    boundary: 'Boundary',
    boundaryHow:
      'Tap the corners on the map one after the other, or leave it out. A grid without boundary is found by its village.',
    corners: '{n} corners',
    undo: 'Undo',
    clear: 'Clear',
    manage: 'People',
    peopleOf: 'People of {name}',
    appoint: 'Appoint',
    who: 'Grid worker',
    post: 'Post',
    from: 'From',
    until: 'Until',
    untilHow: 'Empty: until somebody ends it.',
    span: '{from} to {to}',
    since: 'since {from}',
    serving: 'Serving',
    later: 'Not yet',
    over: 'Over',
    end: 'End the post',
    noPosts: 'Nobody has been appointed yet.',
    takeover: 'Takeover',
    takeoverHow:
      'All posts and open cases of who leaves go to the successor at once; what else waits in the grids follows the posts.',
    leaver: 'Who leaves',
    successor: 'Successor',
    done: 'Taken over: grids {grids}, cases {cases}.',
  },
};

export default texts;
