/** The English words of choosing a password. */
export const choosing = {
  password: {
    strength: 'Strength',
    hint: 'Several uncommon words, or a long mix of characters, are hard to guess.',
    checking: 'Checking…',
    unchecked: 'We could not check this password yet. You can go on.',
    strong: 'Strong password',
    veryStrong: 'Very strong password',
    guessable: 'Too easy to guess. Add another word or two; uncommon ones are better.',
    breached: 'This password is known from a data breach. Choose another one.',
    tooShort: (characters: number) =>
      characters === 1 ? 'Add 1 more character.' : `Add ${characters.toLocaleString('en')} more characters.`,
    tooPlain: (kinds: readonly ('lower' | 'upper' | 'digit' | 'symbol')[]) => {
      const names = { lower: 'small letters', upper: 'capital letters', digit: 'digits', symbol: 'symbols' };
      return `Mix in ${kinds.map((kind) => names[kind]).join(' or ')}.`;
    },
  },
};
