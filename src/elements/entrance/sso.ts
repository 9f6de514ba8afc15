import type { TemplateResult } from 'lit';
import { plain } from '../../controllers/names.js';
import { field, form, textIn } from '../prompt/form.js';
import type { Screen } from '../prompt/screen.js';
import { step } from '../prompt/step.js';
import { emailField, emailIn } from './email-field.js';
import type { EntranceScene } from './screen.js';

/** Finds the identity providers of an address. */
export function findSso(scene: EntranceScene<'find-sso'>): Screen {
  const { messages, send } = scene;
  const submit = (values: FormData) => {
    const email = emailIn(scene, values);
    if (email) void send({ type: 'find-sso', email });
  };
  return {
    title: messages.entrance.continueWith(messages.methods.sso),
    text: messages.entrance.findSso,
    form: form(scene, submit, emailField(scene)),
    actions: back(scene),
  };
}

/** Lets a person choose among several providers. */
export function connections(scene: EntranceScene<'connections'>): Screen {
  const { place, messages } = scene;
  return {
    title: messages.entrance.continueWith(messages.methods.sso),
    text: messages.entrance.chooseConnection,
    choices: place.connections.map(({ connection_id, display_name }) =>
      step(scene, plain(display_name) || connection_id, { type: 'start-sso', connection_id }, 'choice'),
    ),
    actions: back(scene),
  };
}

/** Asks for the organization, by its name in addresses. */
export function findOrganization(scene: EntranceScene<'find-organization'>): Screen {
  const { place, isLost, messages, send, refuse } = scene;
  const { entrance } = messages;
  const submit = (values: FormData) => {
    const slug = textIn(values, 'organization');
    if (slug) void send({ type: 'find-organization', slug });
    else refuse(entrance.slugMissing);
  };
  const slug = field(scene, {
    name: 'organization',
    label: entrance.organization,
    autocomplete: 'organization',
    value: place.slug,
  });
  return {
    title: entrance.findTitle,
    text: isLost ? entrance.findText : `${entrance.noConnection} ${entrance.findText}`,
    form: form(scene, submit, slug),
    actions: isLost ? [] : back(scene),
  };
}

function back(scene: EntranceScene): TemplateResult[] {
  return [step(scene, scene.messages.common.back, { type: 'back' })];
}
