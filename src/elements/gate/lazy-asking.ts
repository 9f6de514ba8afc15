export { Asking, type Owner } from './asking.js';
