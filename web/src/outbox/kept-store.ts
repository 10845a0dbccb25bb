import type { Kept } from './kept';

const NAME = 'hanan.outbox';
const ITEMS = 'items';
const PHOTOS = 'photos';

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ITEMS, { keyPath: 'id', autoIncrement: true });
      request.result.createObjectStore(PHOTOS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the outbox cannot be opened'));
  });
  return opening;
}

/** Done once the browser says that it is on the disk, not before. */
async function run<T>(
  store: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await open()).transaction(store, mode);
  const request = work(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the outbox was not written'));
  });
}

/** Everything that waits on this phone, whoever typed it, the oldest first. */
export const keptItems = (): Promise<Kept[]> => run(ITEMS, 'readonly', (store) => store.getAll() as IDBRequest<Kept[]>);
export const keptItem = (id: number): Promise<Kept | undefined> =>
  run(ITEMS, 'readonly', (store) => store.get(id) as IDBRequest<Kept | undefined>);
export const addItem = (item: Omit<Kept, 'id'>): Promise<number> =>
  run(ITEMS, 'readwrite', (store) => store.add(item) as IDBRequest<number>);
export const replaceItem = (item: Kept): Promise<unknown> => run(ITEMS, 'readwrite', (store) => store.put(item));
export const removeItem = (id: number): Promise<unknown> => run(ITEMS, 'readwrite', (store) => store.delete(id));

/** A photo of a form that is not sent yet. */
export interface DraftPhoto {
  readonly bytes: ArrayBuffer;
  readonly type: string;
}
export const draftPhoto = (name: string): Promise<DraftPhoto | undefined> =>
  run(PHOTOS, 'readonly', (store) => store.get(name) as IDBRequest<DraftPhoto | undefined>);
export const keepDraftPhoto = (name: string, photo: DraftPhoto): Promise<unknown> =>
  run(PHOTOS, 'readwrite', (store) => store.put(photo, name));
export const dropDraftPhoto = (name: string): Promise<unknown> =>
  run(PHOTOS, 'readwrite', (store) => store.delete(name));
