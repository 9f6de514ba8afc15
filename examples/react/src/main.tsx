import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../page.css';
import { App } from './App.js';

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
