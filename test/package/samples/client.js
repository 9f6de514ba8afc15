import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

await import('stytch-elements/define'); // after it: Lit looks for the support when it starts
