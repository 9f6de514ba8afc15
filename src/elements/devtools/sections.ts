import { type TemplateResult, html, nothing } from 'lit';
import { lineOf } from './brief.js';
import type { Report } from './report.js';
import { clockTime, fromNow, length } from './time.js';

/** What the panel shows, a section that can be folded for each kind. */
export function sections(report: Report): TemplateResult[] {
  return [
    section('Session', '', session(report), true),
    section('Timers', report.timers.length, timers(report), true),
    section('Elements', report.elements.length, elements(report)),
    section('Log', report.log.length, log(report), true),
    section('Requests', report.requests.length, requests(report)),
  ];
}

function section(title: string, count: number | '', content: unknown, isOpen = false): TemplateResult {
  return html`
    <details part="section" ?open=${isOpen}>
      <summary>${title} ${count === '' ? nothing : html`<span class="count">${count}</span>`}</summary>
      ${count === 0 ? html`<p>Nothing yet.</p>` : content}
    </details>
  `;
}

function session({ session: lines, skew }: Report): TemplateResult {
  const all = { ...lines, clock: skew ? `${length(skew)} ${skew > 0 ? 'behind' : 'ahead of'} Stytch’s` : null };
  const known = Object.entries(all).filter(([, value]) => value !== null && value.length > 0);
  return html`<dl>
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${Array.isArray(value) ? value.map((each: string) => html`<div>${each}</div>`) : value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What counts down changes every second, and is not announced. */
function timers({ timers: all, at: now }: Report): TemplateResult {
  return html`<dl>
    ${all.map(
      ({ name, at }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${fromNow(at, now)} <span class="aside">${clockTime(at).slice(0, 8)}</span></dd>
        </div>`,
    )}
  </dl>`;
}

function elements({ elements: all }: Report): TemplateResult {
  return html`<ul>
    ${all.map(
      ({ name, state, within }) =>
        html`<li>
          <code>${name}</code> <b>${state}</b>${within ? html` <span class="aside">in ${within}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

/** The newest first. */
function log({ log: entries }: Report): TemplateResult {
  return html`<ol reversed>
    ${[...entries].reverse().map(
      ({ at, kind, what, by, facts }) =>
        html`<li>
          <time>${clockTime(at)}</time> <span class="kind ${kind}">${kind}</span> <b>${what}</b>
          ${by ? html`<span class="aside">${by}</span>` : nothing}
          <div class="facts">${lineOf(facts)}</div>
        </li>`,
    )}
  </ol>`;
}

function requests({ requests: sent }: Report): TemplateResult {
  return html`<ol reversed>
    ${[...sent].reverse().map(
      ({ at, method, path, status, ms }) =>
        html`<li>
          <time>${clockTime(at)}</time> <code>${method ?? '?'} ${path}</code>
          <b class=${status !== null && status >= 400 ? 'bad' : ''}>${status ?? 'no status'}</b>
          <span class="aside">${ms} ms</span>
        </li>`,
    )}
  </ol>`;
}
