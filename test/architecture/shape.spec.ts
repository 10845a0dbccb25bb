import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const MOST_LINES = 250;
const MOST_FILES = 15;
/** Made by a command from docs/openapi.json. */
const GENERATED = 'web/src/api/schema.d.ts';

interface Room {
  readonly folder: string;
  readonly files: readonly string[];
  readonly folders: number;
}

function roomsBelow(path: string): Room[] {
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(path, name));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name));
  return [{ folder: path, files, folders: folders.length }, ...folders.flatMap(roomsBelow)];
}

const server = roomsBelow('src');
const rooms = [...server, ...roomsBelow('web/src')];

describe('the house', () => {
  it('has no file of more than 250 lines', () => {
    const long = rooms
      .flatMap(({ files }) => files)
      .filter((file) => /\.(ts|mts|vue|css)$/.test(file) && file !== GENERATED)
      .map((file) => [file, readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('has no folder for one file', () => {
    // the folder of a row names the owner of its table, also where a feature has only one
    const owners = join('src', 'schema');
    const lonely = server.filter(
      ({ folder, files, folders }) => files.length === 1 && folders === 0 && !folder.startsWith(owners),
    );
    expect(lonely.map(({ folder }) => folder)).toEqual([]);
  });

  it('says of each large room why it is one', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
    const large = server.filter(({ files }) => files.length > MOST_FILES).map(({ folder }) => relative('src', folder));
    expect(large.filter((folder) => !page.includes(`\`${folder}\``))).toEqual([]);
  });
});
