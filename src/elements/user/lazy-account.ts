export { Account } from './account.js';
