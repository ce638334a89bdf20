/** Translates as browsers do: nodes of their own take the place of every text, here in the same words. */
export function translate(root: Element, tag = 'font'): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) if (texts.currentNode instanceof Text) found.push(texts.currentNode);

  for (const text of found) {
    const [outer, inner] = [document.createElement(tag), document.createElement(tag)];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
}
