import { type EventName as Typed, type ReactWebComponent, createComponent } from '@lit/react';
import * as react from 'react';
import type { EventName } from '../controllers/events.js';

/** `stytch-switch-before` as React writes it: `StytchSwitchBefore`. */
type Pascal<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${Pascal<Rest>}`
  : Capitalize<Name>;

type Handlers<Names extends EventName> = {
  [Name in Names as `on${Pascal<Name>}`]: Typed<HTMLElementEventMap[Name]>;
};

/** An element as a component of React, with a property for each of its events: `stytch-switch` is `onStytchSwitch`. */
export function wrap<Element extends HTMLElement, Names extends EventName>(
  tagName: string,
  elementClass: new () => Element,
  names: readonly Names[],
): ReactWebComponent<Element, Handlers<Names>>;
// A body of its own type, for generic ones are compared for half a minute.
export function wrap(tagName: string, elementClass: new () => HTMLElement, names: readonly string[]): unknown {
  const events = Object.fromEntries(names.map((name) => [`on${pascalCase(name)}`, name]));
  return createComponent({ react, tagName, elementClass, events, displayName: pascalCase(tagName) });
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
