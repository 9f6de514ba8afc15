import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

/** Puts the toolbar's choices where a page has them: on the root element. */
const asThePageSays: Decorator = (story, { globals }) => {
  const root = document.documentElement;
  root.dir = String(globals['direction']);
  root.lang = String(globals['language']);
  root.style.colorScheme = globals['theme'] === 'auto' ? 'light dark' : String(globals['theme']);
  root.style.background = 'Canvas';
  document.body.style.background = 'Canvas';
  return story();
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [asThePageSays],
  parameters: { a11y: { test: 'error' }, backgrounds: { disable: true }, layout: 'padded' },
  initialGlobals: { theme: 'auto', direction: 'ltr', language: 'en' },
  globalTypes: {
    theme: toolbar('Theme', 'contrast', ['auto', 'light', 'dark']),
    direction: toolbar('Direction', 'transfer', ['ltr', 'rtl']),
    language: toolbar('Language', 'globe', ['en']),
  },
};

export default preview;

function toolbar(title: string, icon: 'contrast' | 'transfer' | 'globe', items: string[]) {
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } };
}
