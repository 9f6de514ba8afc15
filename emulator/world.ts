import type { Code } from './codes.js';
import { Directory } from './directory.js';
import type { Fault } from './faults.js';
import { newId } from './ids.js';
import type { Intermediate } from './intermediate.js';
import { Limits } from './limits.js';
import type { Link } from './links.js';
import type { Letter } from './outbox.js';
import type { SeenRequest } from './requests.js';
import { seed } from './seed.js';
import type { Session } from './sessions.js';
import { timestamp } from './shapes.js';
import type { TotpRegistration } from './totp.js';

/** What a world starts with and `reset` decides anew; absent means off. */
export interface Mode {
  /** Keeps tokens in cookies that only the server can read. */
  httpOnly?: boolean;
  /** Requires PKCE of pages, for links, password resets, OAuth and single sign-on. */
  pkce?: boolean;
}

/** How a world is set up; everything has a default. */
export interface WorldOptions extends Mode {
  publicToken?: string;
  projectId?: string;
  secret?: string;
  /** Where links lead when a request names no redirect URL; without it, a mailed link leads to the page that asks. */
  redirectUrl?: string;
  /** `false` keeps pages from creating organizations; back ends still may. */
  createOrganization?: boolean;
  /** How the URLs of pages carry an organization's slug, such as `https://{{slug}}.example.com`. */
  slugPattern?: string | null;
  /** Adds to the seed, at the start and after every reset. */
  seed?: (world: World) => void;
}

/** One Stytch project and everything in it; nothing is shared between worlds but the signing key. */
export class World {
  readonly publicToken: string;
  readonly projectId: string;
  readonly secret: string;
  readonly createOrganization: boolean;
  readonly slugPattern: string | null;
  directory = new Directory();
  /** Passwords by normalized address: they are shared by all memberships of an address. */
  passwords = new Map<string, string>();
  /** Who may join by e-mail domain, for organizations that admit some addresses of their domain only. */
  admitted = new Map<string, string[]>();
  sessions = new Map<string, Session>();
  intermediates = new Map<string, Intermediate>();
  totps = new Map<string, TotpRegistration>();
  recoveryCodes = new Map<string, string[]>();
  codes = new Map<string, Code>();
  links = new Map<string, Link>();
  limits = new Limits(this);
  outbox: Letter[] = [];
  faults: Fault[] = [];
  requests: SeenRequest[] = [];
  httpOnly = false;
  pkce = false;
  clockOffset = 0;
  readonly #redirectUrl: string | undefined;
  readonly #seedMore: ((world: World) => void) | undefined;

  constructor(options: WorldOptions = {}) {
    this.publicToken = options.publicToken ?? newId('public-token');
    this.projectId = options.projectId ?? newId('project');
    this.secret = options.secret ?? newId('secret');
    this.#redirectUrl = options.redirectUrl;
    this.createOrganization = options.createOrganization ?? true;
    this.slugPattern = options.slugPattern ?? null;
    this.#seedMore = options.seed;
    this.reset(options);
  }

  /** Where links lead that were given no redirect URL. */
  get redirectUrl(): string {
    return this.defaultRedirect();
  }

  /** The project's redirect URL; a project without one sends people back to the page they came from. */
  defaultRedirect(page?: string): string {
    return this.#redirectUrl ?? page ?? 'http://localhost:3000/authenticate';
  }

  /** The server's time in milliseconds: the machine's clock, moved by what `/emulator/clock` added. */
  now(): number {
    return Date.now() + this.clockOffset;
  }

  /** The server's time as responses write it. */
  timestamp(): string {
    return timestamp(this.now());
  }

  /** Starts over from the seed; only the signing key and the credentials stay. */
  reset({ httpOnly = false, pkce = false }: Mode = {}): void {
    this.directory = new Directory();
    this.passwords = new Map();
    this.admitted = new Map();
    this.sessions = new Map();
    this.intermediates = new Map();
    this.totps = new Map();
    this.recoveryCodes = new Map();
    this.codes = new Map();
    this.links = new Map();
    this.limits = new Limits(this);
    this.outbox = [];
    this.faults = [];
    this.requests = [];
    this.httpOnly = httpOnly;
    this.pkce = pkce;
    this.clockOffset = 0;
    seed(this);
    this.#seedMore?.(this);
  }
}
