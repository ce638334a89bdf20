/** Does each thing once: whoever asks again for what has the same name gets the same answer. */
export function onceEach() {
  const answers = new Map<string, Promise<unknown>>();

  return <Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const asked = answers.get(name) ?? ask();
    answers.set(name, asked);

    // One name is always used for one question.
    return asked as Promise<Answer>;
  };
}
