'use client';

import { useActionState } from 'react';
import { change } from './actions';

interface Props {
  id: string;
  name: string;
  email: string;
  title: string;
  limit: string;
}

export function Colleague({ id, name, email, title, limit }: Props) {
  const [message, action, isPending] = useActionState(change, '');
  return (
    <form action={action}>
      <input type="hidden" name="member_id" value={id} />
      <label>
        {email}
        <input name="name" key={name} defaultValue={name} required />
      </label>
      <label>
        Title
        <input name="title" key={title} defaultValue={title} />
      </label>
      <label>
        Limit
        <input name="limit" type="number" min="0" placeholder={limit} />
      </label>
      <button disabled={isPending}>Save</button>
      <output>{message}</output>
    </form>
  );
}
