/**
 * The compiler in its native version, which takes a sixth of the time. It has no API: what needs one (ESLint, Vue, Svelte) has
 * version 6. Both call themselves `tsc`, hence the path.
 */
export const tsc = 'node node_modules/typescript-7/bin/tsc';
