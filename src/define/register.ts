import { registerTokens } from '../styles/tokens.js';
import { version } from '../version.js';

/**
 * Registers an element. A tag that is taken is left alone, with one warning that names both versions; the class
 * remembers its own.
 */
export function register(tag: string, element: CustomElementConstructor & { version?: string }): void {
  if (typeof customElements === 'undefined') return;
  registerTokens();
  const taken = customElements.get(tag) as { version?: string } | undefined;
  if (!taken) {
    element.version = version;
    customElements.define(tag, element);
    return;
  }
  if (taken !== element && !warned.has(tag)) {
    warned.add(tag);
    console.warn(
      `[stytch-elements] <${tag}> is taken by version ${taken.version ?? 'unknown'}; version ${version} leaves it alone.`,
    );
  }
}

const warned = new Set<string>();
