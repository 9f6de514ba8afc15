import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, on a clock of its own. */
  readonly ts: number;
  /** Microseconds of processor time; time in which others had the processor does not count. */
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly fileName?: string;
    readonly data?: { readonly documentLoaderURL?: string };
  };
}

/** What the main thread of a page has done. */
export interface Trace {
  /** Milliseconds of processor time before the frame with the content had been made. */
  readonly beforePaint: number;
  /** The same, to the end of the trace. */
  readonly whole: number;
  /** Milliseconds from the first paint until a chunk is compiled; undefined without it. */
  fromPaintTo(chunk: string): number | undefined;
}

const categories = ['toplevel', 'blink.user_timing', 'loading', 'devtools.timeline'];

/** Traces what `page` does while it opens `url` and until `settled`. */
export async function trace(browser: Browser, page: Page, url: string, settled: () => Promise<void>): Promise<Trace> {
  await browser.startTracing(page, { categories });
  await page.goto(url);
  await settled();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return traceOf(traceEvents, url);
}

function traceOf(all: readonly TraceEvent[], url: string): Trace {
  const start = all.find(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === url)!;
  const events = all.filter(({ pid, ts }) => pid === start.pid && ts >= start.ts);
  const main = all.find(
    ({ pid, name, args }) => pid === start.pid && name === 'thread_name' && args.name === 'CrRendererMain',
  )!;
  const at = (name: string) => events.find((event) => event.name === name)!.ts;
  const tasks = events.filter(({ name, tid }) => name === 'ThreadControllerImpl::RunTask' && tid === main.tid);
  const cpu = (end: number) => tasks.reduce((sum, { ts, tdur = 0 }) => sum + (ts < end ? tdur : 0), 0) / 1000;
  return {
    beforePaint: cpu(at('painted')),
    whole: cpu(Infinity),
    fromPaintTo: (chunk) => {
      const compiled = events.find(
        ({ name, args }) => name === 'v8.compileModule' && args.fileName?.includes(`/chunk-${chunk}-`),
      );
      return compiled && (compiled.ts - at('firstContentfulPaint')) / 1000;
    },
  };
}
