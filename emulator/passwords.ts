import { amend } from './amend.js';
import { normalized } from './directory.js';
import { passwordIdOf } from './discovery.js';
import { ApiError } from './errors.js';
import type { World } from './world.js';

const LONG_ENOUGH = 8;
const STRONG_BITS = 50;
const BREACHED = ['password', '12345678', '123456789', 'qwertyui', 'iloveyou', 'letmein1', 'password1', 'password123'];

const CLASSES = {
  has_lower_case: [/\p{Ll}/u, 26],
  has_upper_case: [/\p{Lu}/u, 26],
  has_digit: [/\d/, 10],
  has_symbol: [/[^\p{L}\d]/u, 33],
} as const;

type ClassName = keyof typeof CLASSES;

/** How strong a password is, by the size of the space it is drawn from and how much it repeats itself. */
export function strengthOf(password: string, email_address = '') {
  const names = (Object.keys(CLASSES) as ClassName[]).filter((name) => CLASSES[name][0].test(password));
  const alphabet = names.reduce((sum, name) => sum + CLASSES[name][1], 0);
  const telling = email_address ? password.replaceAll(email_address.split('@')[0] ?? '', '') : password;
  const length = (new Set(telling).size + telling.length) / 2;
  const bits = alphabet > 1 ? length * Math.log2(alphabet) : 0;
  const breached_password = BREACHED.includes(password.toLowerCase());
  const score = breached_password ? 0 : Math.min(4, Math.floor((bits / STRONG_BITS) * 3));
  const valid_password = score >= 3 && password.length >= LONG_ENOUGH;
  return {
    valid_password,
    score,
    breached_password,
    breach_detection_on_create: true,
    strength_policy: 'zxcvbn',
    zxcvbn_feedback: feedback(valid_password, breached_password),
    luds_feedback: {
      ...Object.fromEntries((Object.keys(CLASSES) as ClassName[]).map((name) => [name, names.includes(name)])),
      missing_complexity: Math.max(0, 3 - names.length),
      missing_characters: Math.max(0, LONG_ENOUGH - password.length),
    },
  };
}

/** Refuses a password that is easy to guess. */
export function checkStrength(password: string, email_address?: string): void {
  const { valid_password, breached_password } = strengthOf(password, email_address);
  if (breached_password) throw new ApiError('breached_password');
  if (!valid_password) throw new ApiError('weak_password');
}

/** Sets the password of an address, for all its memberships; refuses a weak one. */
export function setPassword(world: World, email_address: string, password: string): void {
  checkStrength(password, email_address);
  world.passwords.set(normalized(email_address), password);
  showPassword(world, email_address);
}

/** Takes the password of an address away, from all its memberships. */
export function deletePassword(world: World, email_address: string): void {
  world.passwords.delete(normalized(email_address));
  showPassword(world, email_address);
}

/** Checks a password, and slows down guessing. */
export function checkPassword(world: World, email_address: string, password: string): void {
  const attempts = `password:${normalized(email_address)}`;
  world.limits.check(attempts);
  if (world.passwords.get(normalized(email_address)) !== password) {
    world.limits.spend(attempts);
    throw new ApiError('unauthorized_credentials');
  }
  world.limits.clear(attempts);
}

function showPassword(world: World, email_address: string): void {
  const member_password_id = passwordIdOf(world, email_address);
  for (const member of world.directory.membersOf(email_address)) amend(world, member, { member_password_id });
}

function feedback(valid: boolean, breached: boolean) {
  if (valid) return { suggestions: [], warning: '' };
  const warning = breached ? 'This is a very common password.' : 'This password is easy to guess.';
  return { suggestions: ['Add another word or two. Uncommon words are better.'], warning };
}
