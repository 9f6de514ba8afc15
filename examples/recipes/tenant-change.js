/**
 * Keeps what a page has of one organization away from the next, whichever tab the switch was made in.
 *
 * @param {{
 *   provider: HTMLElementTagNameMap['stytch-provider'],
 *   queries: import('@tanstack/query-core').QueryClient,
 *   open: (organizationId: string) => EventSource,
 *   save: () => Promise<unknown>,
 * }} page its provider, its TanStack Query client, how it opens its stream, how it saves drafts
 */
export function followTenant({ provider, queries, open, save }) {
  /** @type {string | undefined} */
  let tenant;
  /** @type {EventSource | undefined} */
  let stream;

  /** @param {{ organization: { organization_id: string } | null }} snapshot */
  function enter({ organization }) {
    const next = organization?.organization_id;
    if (next === tenant) return;
    tenant = next;
    stream?.close();
    stream = undefined;
    for (const query of queries.getQueryCache().getAll()) query.reset(); // also what is on the screen, and what is on its way
    queries.removeQueries({ type: 'inactive' });
    if (next === undefined) return;
    stream = open(next);
    void queries.refetchQueries({ type: 'active', predicate: ({ queryKey }) => queryKey.includes(next) });
  }

  document.body.addEventListener('stytch-switch-before', (event) => event.waitUntil(save()));
  provider.addEventListener('stytch-session-change', ({ detail }) => enter(detail.snapshot));
  enter(provider.snapshot);
}
