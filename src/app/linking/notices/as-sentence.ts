/** Ends the title of a notice, which has no full stop of its own, where it stands as a sentence among others. */
export const asSentence = (title: string): string => $localize`${title}:title:.`;
