import { useState } from 'react';
import { StytchGate } from 'stytch-elements/react';
import { papers } from './drawer.js';

export function Papers() {
  const [kept, setKept] = useState(papers);
  return (
    <>
      <ul className="papers">
        {kept.map(({ title, date }) => (
          <li key={title}>
            {title} <time>{date}</time>
          </li>
        ))}
      </ul>
      <StytchGate resource="documents" action="delete">
        <button className="shred" onClick={() => setKept([])}>
          Shred them all
        </button>
        <p className="note" slot="denied">
          Only an administrator may shred them.
        </p>
      </StytchGate>
      <h2>Payroll</h2>
      <StytchGate mfa>
        <p>Paid on the 25th. You see this because you have proved a second factor.</p>
      </StytchGate>
    </>
  );
}
