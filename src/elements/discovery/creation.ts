import { type ReactiveElement, type TemplateResult, html } from 'lit';
import { fold } from '../../controllers/choices.js';
import { field, form, textIn } from '../prompt/form.js';
import type { DiscoveryScene } from './screen.js';

/** What Stytch takes for a slug. */
const SLUG = /^[a-z0-9._~-]{2,128}$/i;
const LONGEST = 128;

/** An organization that somebody is about to create. */
export class Creation {
  /** Whether they have asked for it. */
  isOpen = false;
  /** What was wrong when it was last sent off, as far as the page itself can know. */
  wrong: 'name' | 'slug' | undefined;
  readonly #host: ReactiveElement;
  #name = '';

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** The slug that goes with the name; the field shows it until it is edited. */
  get suggestion(): string {
    return slugOf(this.#name);
  }

  turn(open: boolean): void {
    this.isOpen = open;
    this.#name = '';
    this.#host.requestUpdate();
  }

  readonly named = (event: Event): void => {
    this.#name = (event.target as HTMLInputElement).value;
    this.#host.requestUpdate();
  };
}

/** Asks for a name and a slug, which may be left to Stytch. */
export function creationForm(scene: DiscoveryScene): TemplateResult {
  const { creation, enter, messages, refuse } = scene;
  const submit = (values: FormData) => {
    const name = textIn(values, 'organization-name');
    const slug = textIn(values, 'organization-slug');
    creation.wrong = !name || name.length > LONGEST ? 'name' : slug && !SLUG.test(slug) ? 'slug' : undefined;
    if (!creation.wrong) void enter.create(scene, name, slug || undefined);
    else refuse(creation.wrong === 'name' ? messages.discovery.nameMissing : messages.details.slug);
  };
  return form(scene, submit, html`${nameField(scene)}${slugField(scene)}`, [], undefined, messages.switcher.create);
}

function nameField(scene: DiscoveryScene): TemplateResult {
  const { creation, messages } = scene;
  const isRefused = scene.isRefused && creation.wrong === 'name';
  return field(
    { ...scene, isRefused },
    {
      name: 'organization-name',
      label: messages.discovery.name,
      autocomplete: 'organization',
      autocapitalize: 'words',
      dir: 'auto',
      typed: creation.named,
    },
  );
}

function slugField(scene: DiscoveryScene): TemplateResult {
  const { creation, messages } = scene;
  const isRefused = scene.isRefused && creation.wrong !== 'name'; // the server refuses slugs only
  const { slug: label } = messages.discovery;
  const value = creation.suggestion;
  return field(
    { ...scene, isRefused },
    { name: 'organization-slug', label, autocomplete: 'off', isOptional: true, value },
  );
}

/** A name as a slug: its Latin letters and digits, without diacritics. Empty where too little is left. */
function slugOf(name: string): string {
  const words = fold(name).match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, LONGEST).replace(/-$/, '');
  return slug.length < 2 ? '' : slug;
}
