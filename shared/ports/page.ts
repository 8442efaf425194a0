export type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };
/** `after`: the `next` of the page before. */
export type PageRequest = { readonly limit: number; readonly after?: string };
