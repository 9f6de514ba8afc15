/** Where the panel stands: logical, so that it mirrors with the page. */
export type Corner = 'top-start' | 'top-end' | 'bottom-end' | 'bottom-start';
export const CORNERS: readonly Corner[] = ['top-start', 'top-end', 'bottom-end', 'bottom-start'];

/** What is remembered from page to page. */
export interface Place {
  readonly corner: Corner;
  readonly open: boolean;
}

const KEY = 'stytch-elements:devtools';

/** What was remembered, as far as it can be. */
export function remembered(): Partial<Place> {
  try {
    const { corner, open } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Place>;
    return { ...(isCorner(corner) && { corner }), ...(typeof open === 'boolean' && { open }) };
  } catch {
    return {}; // blocked or damaged
  }
}

export function remember(place: Place): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    return; // full or blocked: it is so on this page only
  }
}

/** The next corner, clockwise. */
export function nextCorner(corner: Corner): Corner {
  return CORNERS[(CORNERS.indexOf(corner) + 1) % CORNERS.length]!;
}

/** The corner that an arrow key leads to; undefined for other keys. */
export function cornerTowards(corner: Corner, key: string, isRtl: boolean): Corner | undefined {
  const [block, inline] = corner.split('-') as ['top' | 'bottom', 'start' | 'end'];
  const left = isRtl ? 'end' : 'start';
  const right = isRtl ? 'start' : 'end';
  const ways: Readonly<Record<string, Corner>> = {
    ArrowUp: `top-${inline}`,
    ArrowDown: `bottom-${inline}`,
    ArrowLeft: `${block}-${left}`,
    ArrowRight: `${block}-${right}`,
  };
  return ways[key];
}

/** A corner as a person sees it: `Bottom right`. */
export function cornerName(corner: Corner, isRtl: boolean): string {
  const [block, inline] = corner.split('-');
  return `${block === 'top' ? 'Top' : 'Bottom'} ${(inline === 'start') === isRtl ? 'right' : 'left'}`;
}

export function isCorner(value: unknown): value is Corner {
  return CORNERS.includes(value as Corner);
}
