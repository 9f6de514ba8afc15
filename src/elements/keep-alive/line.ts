import type { ReactiveElement } from 'lit';
import type { AuthStore } from '../../client/store.js';

const lines = new WeakMap<AuthStore, ReactiveElement[]>();

/** Has one element stand in line for a store; the first is the one that works. Returns what takes it out again. */
export function queueUp(store: AuthStore, host: ReactiveElement): () => void {
  const line = lines.get(store) ?? [];
  lines.set(store, [...line, host]);
  return () => {
    const left = (lines.get(store) ?? []).filter((each) => each !== host);
    lines.set(store, left);
    left[0]?.requestUpdate();
  };
}

export function isFirst(store: AuthStore, host: ReactiveElement): boolean {
  return lines.get(store)?.[0] === host;
}
