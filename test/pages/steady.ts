import type { Page } from '@playwright/test';

/**
 * Stops the clock of a page when a story begins, and has what is made by chance come out the same in each run of it. The
 * clock stands near the real time, for browsers go by that when a cookie is to be forgotten.
 */
export async function steady(page: Page): Promise<(story: string) => Promise<void>> {
  await page.addInitScript(() => {
    const RealDate = Date;
    const fullSecond = () => Math.ceil(RealDate.now() / 1000) * 1000;
    let now = fullSecond();
    const drawn = new Map<number, number>();
    let seed = 0;
    const begin = (story: string) => {
      now = fullSecond();
      drawn.clear();
      seed = [...story].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
    };
    /** The draws of each length are a row of their own, so that the order among different ones does not matter. */
    const draw = <T extends ArrayBufferView | null>(into: T): T => {
      const { buffer, byteOffset, byteLength } = into as ArrayBufferView;
      const times = (drawn.get(byteLength) ?? 0) + 1;
      drawn.set(byteLength, times);
      let state = seed ^ Math.imul(byteLength, 0x9e3779b1) ^ Math.imul(times, 0x85ebca6b);
      for (const bytes = new Uint8Array(buffer, byteOffset, byteLength), each = { at: 0 }; each.at < byteLength;) {
        state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
        bytes[each.at++] = (state ^ (state >>> 13)) >>> 8;
      }
      return into;
    };
    crypto.getRandomValues = draw;
    crypto.randomUUID = () => {
      const hex = Array.from(draw(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
      return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5') as ReturnType<Crypto['randomUUID']>;
    };
    window.Date = class extends RealDate {
      constructor(...at: [number]) {
        super(...(at.length ? at : ([now] as [number])));
      }
      static override now = () => now;
    } as DateConstructor;
    Object.assign(window, { beginStory: begin });
  });
  return (story) => page.evaluate((name) => (window as unknown as Begins).beginStory(name), story);
}

interface Begins {
  beginStory(story: string): void;
}
