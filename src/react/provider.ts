import '../define/provider.js';
import {
  type ComponentProps,
  type ComponentRef,
  createElement,
  forwardRef,
  useCallback,
  useRef,
  useState,
} from 'react';
import { StytchProvider as element } from '../elements/stytch-provider.js';
import { Nearest } from './hooks.js';
import { Source } from './source.js';
import { wrap } from './wrap.js';

const Wrapped = wrap('stytch-provider', element, ['stytch-error', 'stytch-session-change']);

/** `<stytch-provider>`; the hooks below it follow it. */
export const StytchProvider = forwardRef<ComponentRef<typeof Wrapped>, ComponentProps<typeof Wrapped>>(
  function StytchProvider(props, ref) {
    const [source] = useState(() => new Source());
    const cleanUp = useRef<(() => void) | void>(undefined); // the wrapper below would lose it
    const both = useCallback(
      (provider: element | null) => {
        source.follow(provider);
        if (!provider && cleanUp.current) cleanUp.current = cleanUp.current();
        else if (typeof ref === 'function') cleanUp.current = ref(provider);
        else if (ref) ref.current = provider;
      },
      [source, ref],
    );
    return createElement(Nearest.Provider, { value: source }, createElement(Wrapped, { ...props, ref: both }));
  },
);
