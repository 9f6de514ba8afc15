export { Inside } from '../prompt/inside.js';
export { LoginKind } from './login-kind.js';
export { look } from './look.js';
export { StepUpKind } from './step-up-kind.js';
