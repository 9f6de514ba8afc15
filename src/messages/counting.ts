type Forms = { readonly [F in Intl.LDMLPluralRule]?: (number: string) => string } & {
  readonly other: (number: string) => string;
};

/** How a language counts: picks the form that goes with a number (CLDR plural rules), and writes it as is usual there. */
export function counting(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other)(numbers.format(count));
}
