/** Where this browser keeps files: `waiting` for a connection, `tray` for a person to say what they prove. */
export type KeptStore = "waiting" | "tray";

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("shanhai-proofs", 2);
    request.onupgradeneeded = () => {
      for (const name of ["waiting", "tray"] satisfies KeptStore[])
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no room in this browser"));
  });
}

/** One request to the files that this browser keeps, done when it is on disk. */
export async function withKept<Answer>(
  name: KeptStore,
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const database = await opened();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const transaction = database.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
    });
  } finally {
    database.close();
  }
}
