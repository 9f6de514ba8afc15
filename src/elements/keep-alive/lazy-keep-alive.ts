export { Keeper } from './keeper.js';
