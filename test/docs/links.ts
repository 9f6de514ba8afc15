import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import type { Page } from './pages.js';

const LINK = /\[[^\]]*\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g;

/** Where a page leads to inside the repository: a path, that of its README where it is a folder's, and perhaps an anchor. */
export function linksOf({ path, prose }: Page): { to: string; anchor: string | undefined }[] {
  const targets = [...prose.replace(/`[^`\n]*`/g, '').matchAll(LINK)].map(([, link, source]) => link ?? source ?? '');
  return targets
    .filter((target) => !/^(https?|mailto):/.test(target))
    .map((target) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : join(dirname(path), file);
      return { to: existsSync(`${to}/README.md`) ? `${to}/README.md` : to, anchor };
    });
}

/** Why a link leads nowhere, if it does. */
export function brokenLinks(page: Page): string[] {
  return linksOf(page).flatMap(({ to, anchor }) => {
    if (!existsSync(to)) return [`${page.path}: there is no ${to}`];
    if (anchor && !anchorsOf(readFileSync(to, 'utf8')).includes(anchor))
      return [`${page.path}: ${to} has no #${anchor}`];
    return [];
  });
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(text: string): string[] {
  const headings = text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
