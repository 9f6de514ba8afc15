'use client';

import { useActionState } from 'react';
import { rename } from './actions';

interface Props {
  id: string;
  name: string;
  email: string;
}

export function Colleague({ id, name, email }: Props) {
  const [message, action, isPending] = useActionState(rename, '');
  return (
    <form action={action}>
      <input type="hidden" name="member_id" value={id} />
      <label>
        {email}
        <input name="name" key={name} defaultValue={name} required />
      </label>
      <button disabled={isPending}>Rename</button>
      <output>{message}</output>
    </form>
  );
}
