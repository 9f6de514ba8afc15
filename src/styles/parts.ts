/** The names of parts that mean the same in every element; what an element has besides them is in its own description. */
export const parts = [
  'base',
  'heading',
  'text',
  'error',
  'actions',
  'button',
  'primary-button',
  'link',
  'trigger',
  'input',
  'icon',
  'avatar',
  'badge',
  'name',
  'detail',
  'countdown',
  'list',
  'option',
  'item',
  'menu',
  'menu-item',
  'popover',
  'dialog',
  'empty',
  'skeleton',
  'spinner',
] as const;

/** For elements inside another: their parts can be named on it, as if they were its own; two it has itself. */
export const forwarded = parts
  .map((part) => (part === 'trigger' || part === 'popover' ? `${part}: inner-${part}` : part))
  .join();
