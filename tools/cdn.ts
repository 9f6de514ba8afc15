// What a script tag loads: every element registered, and the classes for those who want them.
import '../src/define.js';
export * from '../src/index.js';
