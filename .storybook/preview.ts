import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/noto-sans-hebrew/wght.css';
import '@fontsource-variable/noto-sans-jp/wght.css';
import './preview.css';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../custom-elements.json' with { type: 'json' };
import { attributesOf, withAttributes } from './attributes.js';
import page from './page.mdx';
import { argTypesOf, descriptionOf, events } from './manifest.js';
import { pseudoWords } from './pseudo.js';
import { source } from './source.js';
import { asThePageSays, languages } from './surroundings.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withAttributes, asThePageSays, withActions],
  loaders: [async ({ globals }) => ({ words: globals['language'] === 'en-XA' && (await pseudoWords()) })],
  argsEnhancers: [attributesOf],
  parameters: {
    a11y: { test: 'error' },
    actions: { handles: events() },
    backgrounds: { disable: true },
    controls: { expanded: true },
    docs: { extractArgTypes: argTypesOf, extractComponentDescription: descriptionOf, page, source },
    layout: 'padded',
    options: { storySort: { order: ['Start here', 'Whole page', 'Session', 'Development'] } },
    viewport: { options: Object.fromEntries([640, 360, 280].map(width)) },
  },
  initialGlobals: { theme: 'auto', contrast: 'auto', direction: 'auto', language: 'en' },
  globalTypes: {
    theme: toolbar('Theme', 'contrast', ['auto', 'light', 'dark']),
    contrast: toolbar('Contrast', 'accessibility', [
      { value: 'auto', title: 'Usual contrast' },
      { value: 'more', title: 'More contrast' },
    ]),
    direction: toolbar('Direction', 'transfer', ['auto', 'ltr', 'rtl']),
    language: toolbar('Language', 'globe', languages),
  },
};

export default preview;

function toolbar(title: string, icon: 'contrast' | 'accessibility' | 'transfer' | 'globe', items: Item[]) {
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } };
}

type Item = string | { value: string; title: string };

function width(pixels: number) {
  const size = { name: `${pixels} pixels wide`, styles: { width: `${pixels}px`, height: '100%' } };
  return [`wide${pixels}`, { ...size, type: 'other' }] as const;
}
