import { task, timed, until } from './settle.js';

type Switcher = HTMLElement & { readonly isUpdatePending: boolean };

/** Milliseconds for each opening of a list, and each time for a key typed into its filter, on average. */
export interface ListTimes {
  readonly open: number[];
  readonly key: number[];
}

/** Opens the lists of new switchers, one after the other, and types `text` into each filter. */
export async function list(text: string, times: number): Promise<ListTimes> {
  const measured: ListTimes = { open: [], key: [] };
  for (let index = 0; index < times; index += 1) {
    const switcher = document.createElement('stytch-org-switcher') as Switcher;
    document.querySelector('stytch-provider')!.append(switcher);
    await until(() => part(switcher, 'trigger')?.hasAttribute('disabled') === false);
    await task();
    measured.open.push(await timed(() => open(switcher)));
    let typed = 0;
    for (let end = 1; end <= text.length; end += 1) {
      await task();
      typed += await timed(() => type(switcher, text.slice(0, end)));
    }
    measured.key.push(typed / text.length);
    switcher.remove();
    await task();
  }
  return measured;
}

async function open(switcher: Switcher): Promise<void> {
  part(switcher, 'trigger')!.click();
  await until(() => part(switcher, 'option-name') !== null && !switcher.isUpdatePending);
  part(switcher, 'list')!.getBoundingClientRect(); // so that layout counts
  await until(() => !switcher.isUpdatePending);
}

async function type(switcher: Switcher, text: string): Promise<void> {
  const filter = part(switcher, 'filter') as HTMLInputElement;
  filter.value = text;
  filter.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text.slice(-1) }));
  await until(() => !switcher.isUpdatePending);
  part(switcher, 'list')!.getBoundingClientRect();
  await until(() => !switcher.isUpdatePending);
}

function part(switcher: Switcher, name: string): HTMLElement | null {
  return switcher.shadowRoot?.querySelector(`[part~=${name}]`) ?? null;
}
