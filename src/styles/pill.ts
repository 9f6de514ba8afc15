import { css } from 'lit';

/** A few words in a frame, in the colour `--_tone`. */
export const pill = css`
  flex: none;
  padding: 1px 8px;
  border: 1px solid color-mix(in oklab, var(--_tone) 40%, transparent);
  border-radius: 99px;
  color: var(--_tone);
  font-size: 0.75em;
  font-weight: 600;
  line-height: 1.5;
`;
