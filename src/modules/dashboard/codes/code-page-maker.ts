import type { Tx } from '../../../platform/database/unit-of-work';
import type { CodePage } from './code-page.dto';
import type { Eyes } from './eyes';

/** What a page tells of the thing itself; the rest belongs to the code or the caller. */
export type PageOfThing = Pick<CodePage, 'status' | 'title' | 'tone' | 'sentence'> &
  Partial<Pick<CodePage, 'machine' | 'welder' | 'permit' | 'official'>>;

/** Makes the page of one kind of thing; null where it is not there any more. Under the system's scope: a code is public. */
export interface CodePageMaker {
  of(tx: Tx, entityId: string, eyes: Eyes): Promise<PageOfThing | null>;
}
