import { make } from './dom.js';

/**
 * One of several, as radio buttons.
 * @param {string} legend
 * @param {string} name
 * @param {Record<string, string>} options the first is chosen
 * @param {(value: string) => void} chosen
 */
export function choice(legend, name, options, chosen) {
  const inputs = Object.keys(options).map((value, index) =>
    make('input', { type: 'radio', name, value, checked: index === 0, onchange: () => chosen(value) }),
  );
  const labels = inputs.map((input) => make('label', {}, input, options[input.value] ?? ''));
  const element = make('fieldset', { class: 'choice' }, make('legend', {}, legend), ...labels);
  const choose = (/** @type {string} */ value) => {
    for (const input of inputs) input.checked = input.value === value;
  };
  return { element, choose };
}
