import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { APART } from '../../tools/rules.mjs';
import { render } from './render.js';

const tags = readdirSync('src/elements')
  .filter((name) => name.startsWith('stytch-'))
  .map((name) => name.replace('.ts', ''))
  .filter((tag) => !APART.has(tag));

/** What is shown before anything is known, where that is something. */
const LOADING: Record<string, RegExp> = {
  'stytch-gate': /<slot name="loading">/,
  'stytch-logout': /Log out/,
  'stytch-org-switcher': /<button[^>]*aria-busy="true"[^>]*disabled/,
  'stytch-provider': /<slot><\/slot>/,
  'stytch-session-status': /<slot name="loading">.*Checking session…/s,
};

describe('on a server', () => {
  const markup = tags.map((tag) => `<${tag}></${tag}>`);
  const rendered = render(markup);

  for (const [index, tag] of tags.entries()) {
    it(`<${tag}> is rendered as it is while loading, as declarative shadow DOM`, () => {
      const html = rendered[index]!;
      assert.match(html, new RegExp(`<${tag}[^>]*>\\s*<template shadowroot="open" shadowrootmode="open"`));
      assert.match(html, /<style>/);
      assert.match(html, LOADING[tag] ?? /^/);
      if (tag !== 'stytch-provider') assert.match(html, new RegExp(`<${tag} data-state="[\\w-]+"`));
    });
  }

  it('nothing is different where elements are connected, too', () => {
    assert.deepEqual(render(markup, { connected: true }), rendered);
  });

  it('a header is rendered with what is inside', async () => {
    const { header } = await import('./samples/server.js');
    const html = await header('public-token-test-x');
    assert.match(html, /<stytch-provider\s+public-token="public-token-test-x"/);
    assert.match(html, /<stytch-org-switcher\s[^>]*><template/);
    assert.match(html, /Checking session…/);
  });
});
