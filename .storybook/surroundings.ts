import type { Decorator } from '@storybook/web-components-vite';
import { contrasting } from '../src/styles/tokens.js';

export const languages = [
  { value: 'en', title: 'English' },
  { value: 'es', title: 'Español' },
  { value: 'fr', title: 'Français' },
  { value: 'de', title: 'Deutsch' },
  { value: 'pt-BR', title: 'Português (Brasil)' },
  { value: 'ja', title: '日本語' },
  { value: 'ar', title: 'العربية' },
  { value: 'he', title: 'עברית' },
  { value: 'en-XA', title: 'Ļöñĝ ţéẋţ (en-XA)' },
];

/** Puts the toolbar's choices where a page has them: on the root element. */
export const asThePageSays: Decorator = (story, { globals }) => {
  const root = document.documentElement;
  const { theme, contrast, direction, language = 'en' } = globals as Record<string, string>;
  root.lang = language;
  root.dir = direction === 'auto' ? (/^(ar|he)/.test(language) ? 'rtl' : 'ltr') : (direction ?? 'ltr');
  root.style.colorScheme = theme === 'auto' ? 'light dark' : (theme ?? '');
  for (const [name, value] of Object.entries(contrasting))
    root.style.setProperty(`--stytch-${name}`, contrast === 'more' ? value : null); // only a system can ask for it
  root.style.background = 'Canvas';
  document.body.style.background = 'Canvas';
  return story();
};
