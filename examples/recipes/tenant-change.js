/**
 * Keeps what a page has of one organization away from the next, whichever tab the switch was made in.
 *
 * @param {{
 *   provider: HTMLElementTagNameMap['stytch-provider'],
 *   queries: { cancelQueries(): Promise<void>, clear(): void },
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
    void queries.cancelQueries();
    queries.clear();
    stream = next === undefined ? undefined : open(next);
  }

  document.body.addEventListener('stytch-switch-before', (event) => event.waitUntil(save()));
  provider.addEventListener('stytch-session-change', ({ detail }) => enter(detail.snapshot));
  enter(provider.snapshot);
}
