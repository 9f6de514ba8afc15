/** Remembers the last answer of a pure function: after a change many elements ask for the same. */
export function shared<Asked extends readonly unknown[], Answer>(
  answer: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: Asked | undefined;
  let answered: Answer;
  return (...asked) => {
    if (!last || asked.some((each, index) => each !== last?.[index])) answered = answer(...(last = asked));
    return answered;
  };
}
