/**
 * Deletes a store of files with what is in it. A store that is only deleted by its name stays on the
 * disk, in Chromium, for as long as anything holds it open, and longer where the browser is closed
 * first: so its files go one by one before it (SAFETY P7).
 */
export async function deleteStore(
  stores: Pick<CacheStorage, 'open' | 'delete'>,
  name: string,
): Promise<void> {
  const store = await stores.open(name)
  await Promise.all((await store.keys()).map((request) => store.delete(request)))
  await stores.delete(name)
}

/** Deletes every store of files that this site has in the browser. */
export async function deleteStores(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => deleteStore(caches, name)))
}
