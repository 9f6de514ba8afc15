import type { ReactiveElement } from 'lit';
import type { AuthController } from '../../controllers/auth-controller.js';
import { soleOrganization } from '../../flows/discovery.js';
import type { Place } from '../../flows/flow.js';
import type { PendingDiscovery } from '../../flows/types.js';
import { discovery } from '../../messages/en-discovery.js';
import { prompting } from '../../messages/en-prompt.js';
import { addEnglish } from '../../messages/messages.js';
import type { Kind, Scene, Screen, Where } from '../prompt/screen.js';
import { goBack } from '../prompt/step.js';
import { Choices } from './choices.js';
import { Creation } from './creation.js';
import { Entering } from './entering.js';
import type { DiscoveryScene } from './screen.js';
import { choosing, creating, goingOn, nothingThere, tooLate, unread } from './screens.js';

/** What a page says about choosing an organization. */
export interface DiscoveryOptions {
  readonly allowCreate: boolean;
  readonly autoCreate: boolean;
  readonly autoSelect: boolean;
  readonly ignoreInvites: boolean;
  readonly ignoreJit: boolean;
}

/** Lets a person choose an organization, or create one. */
export class DiscoveryKind implements Kind {
  readonly #host: ReactiveElement & DiscoveryOptions;
  readonly #say: (words: string) => void;
  readonly #choices: Choices;
  readonly #creation: Creation;
  readonly #entering: Entering;
  #scene: DiscoveryScene | undefined;
  #met: Place | undefined;
  #goesOn = false;

  /** `say` announces something without showing it. */
  constructor(host: ReactiveElement & DiscoveryOptions, auth: AuthController, say: (words: string) => void) {
    addEnglish(prompting, discovery);
    this.#host = host;
    this.#say = say;
    this.#creation = new Creation(host);
    this.#entering = new Entering(host, auth);
    this.#choices = new Choices(host, ({ entry }) => {
      if (this.#scene) void this.#entering.choose(this.#scene, entry.organization);
    });
  }

  placeOf({ snapshot: { pending }, view: { place } }: AuthController) {
    if (pending?.kind !== 'discovery' || !place) return undefined;
    if (place.at !== 'discovery') return place;
    this.#choices.take(pending.organizations);
    if (place.isNew && place !== this.#met) this.#meet(place, pending);
    const isFirst = place.isRead && pending.organizations.length === 0 && this.#mayCreate(pending);
    const creates = !this.#goesOn && (isFirst || this.#creation.isOpen);
    return creates ? ({ at: 'create' } as const) : place;
  }

  screenOf(given: Scene): Screen {
    const scene = (this.#scene = this.#whole(given));
    const { at }: Where = scene.place;
    if (at === 'expired') return tooLate(scene);
    if (at === 'return') return goBack(scene);
    return { ...this.#screen(scene), cancel: { type: 'cancel' } };
  }

  /** Whoever has left begins anew. */
  arrive(scene: Scene | undefined): void {
    if (scene) return;
    this.#scene = undefined;
    this.#begin();
  }

  #screen(scene: DiscoveryScene): Screen {
    const place: Where = scene.place;
    if (this.#goesOn) return goingOn(scene);
    if (place.at === 'create') return creating(scene);
    if ('isRead' in place && !place.isRead) return unread(scene);
    return scene.pending.organizations.length > 0 ? choosing(scene) : nothingThere(scene);
  }

  #whole(scene: Scene): DiscoveryScene {
    const pending = scene.snapshot.pending as PendingDiscovery;
    return {
      ...scene,
      pending,
      busy: scene.busy ?? (this.#entering.target ? 'join' : null),
      choices: this.#choices,
      creation: this.#creation,
      enter: this.#entering,
      mayCreate: this.#mayCreate(pending),
      turn: (open) => this.#turn(open),
      say: this.#say,
    };
  }

  #mayCreate({ organizations }: PendingDiscovery): boolean {
    const { allowCreate, autoCreate } = this.#host;
    return allowCreate || (autoCreate && organizations.length === 0);
  }

  /** Somebody has just arrived: those without a choice are taken on at once. */
  #meet(place: Place, { organizations }: PendingDiscovery): void {
    const { autoCreate, autoSelect } = this.#host;
    const sole = autoSelect ? soleOrganization(organizations, this.#host) : undefined;
    this.#begin();
    this.#met = place;
    this.#goesOn = sole !== undefined || (autoCreate && organizations.length === 0);
    if (!this.#goesOn) return;
    void this.#host.updateComplete.then(async () => {
      if (!this.#scene || this.#met !== place) return;
      await (sole ? this.#entering.choose(this.#scene, sole.organization) : this.#entering.create(this.#scene));
      this.#goesOn = false;
      this.#host.requestUpdate();
    });
  }

  #begin(): void {
    this.#goesOn = false;
    this.#choices.reset();
    this.#creation.isOpen = false;
    this.#entering.reset();
  }

  /** To the form or back to the list, without what was said about the other; the focus goes along. */
  #turn(open: boolean): void {
    this.#scene?.edited();
    this.#creation.turn(open);
    void this.#host.updateComplete.then(() => {
      const field = this.#host.querySelector<HTMLElement>('[slot=form] input');
      (field ?? this.#host.renderRoot.querySelector<HTMLElement>('#heading'))?.focus();
    });
  }
}
