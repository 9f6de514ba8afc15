/** The accepted pictures of stories, in `test/pictures`: where each is. */
export function pictureOf(story: string, look: Look): string {
  return `pictures/${pathOf(story, look).join('/')}`;
}

/** A folder for each element, in it a file for each look of each story. */
export function pathOf(story: string, look: Look): [folder: string, file: string] {
  const [element = '', moment = ''] = story.split('--');
  return [element, `${moment}-${look}.png`];
}

/** Stories with typefaces of the machine, or with what never takes the same time, have no picture. */
export function isPictured({ tags = [] }: { tags?: string[] }): boolean {
  return !tags.includes('no-picture');
}

export type Look = 'light' | 'dark' | 'rtl';
