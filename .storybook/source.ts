import type { Args } from '@storybook/web-components-vite';
import { type Value, write } from './attributes.js';

/** The markup that a designer would copy: the story's, with what the controls have changed. */
export const source = {
  language: 'html',
  transform: (
    code: string,
    { component, args, initialArgs }: { component?: string; args: Args; initialArgs: Args },
  ) => {
    const template = document.createElement('template');
    template.innerHTML = code;
    for (const element of component ? template.content.querySelectorAll(component) : [])
      for (const [name, value] of Object.entries(args))
        if (value !== initialArgs[name]) write(element, name, value as Value);
    return template.innerHTML.replaceAll('=""', '');
  },
} as const;
