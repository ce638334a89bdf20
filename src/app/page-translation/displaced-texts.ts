/** Texts that somebody else has taken off the page. */
export interface DisplacedTexts {
  /** Whether one of them was written to since, so that what stands in its place is out of date. */
  readonly areOutOfDate: () => boolean;
  /** Forgets what was written so far, because everything is made anew. */
  readonly forget: () => void;
  readonly stop: () => void;
}

/** Watches the texts of an element: which were taken off it, and which of these the application has written to. */
export function watchDisplacedTexts(root: Node): DisplacedTexts {
  const outOfDate = new Set<Node>();
  const observer = new MutationObserver(look);

  function look(records: readonly MutationRecord[]): void {
    for (const { type, target, removedNodes } of records) {
      if (type === 'characterData' && !target.isConnected) outOfDate.add(target);
      for (const text of textsOf(removedNodes)) observer.observe(text, { characterData: true });
    }
  }

  observer.observe(root, { childList: true, characterData: true, subtree: true });

  return {
    areOutOfDate: () => {
      look(observer.takeRecords());

      return [...outOfDate].some((text) => !text.isConnected);
    },
    forget: () => outOfDate.clear(),
    stop: () => observer.disconnect(),
  };
}

const textsOf = (nodes: Iterable<Node>): readonly Node[] =>
  [...nodes].flatMap((node) =>
    node.nodeType === Node.TEXT_NODE ? [node] : textsOf(node.childNodes),
  );
