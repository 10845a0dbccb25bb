import type { Readable } from 'node:stream';
import { parser } from 'sax';
import { UnreadableTable } from './unreadable-table';

export interface TagHandlers {
  readonly opened: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly closed: (name: string) => void;
}

/** Reads XML as it comes. Yields after each piece, so that a caller may hand on what it gathered and stop early. */
export async function* readTags(xml: Readable, { opened, text, closed }: TagHandlers): AsyncGenerator<void> {
  const reader = parser(true);
  let fault: unknown = null;
  // A document type would let a few lines unfold into gigabytes; no spreadsheet program writes one.
  reader.ondoctype = () => (fault ??= new UnreadableTable('import.file-broken'));
  reader.onopentag = ({ name, attributes }) => opened(localName(name), attributes as Record<string, string>);
  reader.ontext = text;
  reader.oncdata = text;
  reader.onclosetag = (name) => closed(localName(name));
  reader.onerror = (error) => (fault ??= error);
  xml.setEncoding('utf8');
  try {
    for await (const piece of xml) {
      reader.write(piece as string);
      if (fault !== null) break;
      yield;
    }
    if (fault === null) reader.close();
  } catch (thrown) {
    fault = thrown;
  }
  if (fault !== null) throw fault instanceof UnreadableTable ? fault : new UnreadableTable('import.file-broken');
}

/** Some programs write `x:row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
