import type { CDPSession, Page } from '@playwright/test';

/** What a page keeps when all that can be collected has been. */
export interface Kept {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** A page as DevTools sees it. */
export class DevTools {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<DevTools> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new DevTools(session);
  }

  /** What is left after collection; some is only given up by the second one. */
  async kept(): Promise<Kept> {
    for (let time = 0; time < 3; time += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value;
    return { bytes: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  }

  /** A processor four times as slow, and a network like Lighthouse's "fast 4G". */
  async slowDown(): Promise<void> {
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await this.#session.send('Network.enable');
    const throughput = (9 * 1024 * 1024 * 0.9) / 8;
    const speed = { latency: 165, downloadThroughput: throughput, uploadThroughput: throughput / 6 };
    await this.#session.send('Network.emulateNetworkConditions', { offline: false, ...speed });
  }
}
