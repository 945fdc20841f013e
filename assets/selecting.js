/* Words selected in the article of the open claim: a button beside them puts them, with their place in the document
   counted in code points, into the form for a claim of the reader's own. */
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const points = (text) => [...text].length;
  let now = null; // {start, end, text, box}

  /* What of the selection lies in the article; paragraphs know where they begin in the document. */
  const selected = () => {
    const article = document.querySelector("#evidence .article");
    const selection = document.getSelection();
    if (!article || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const ends = [];
    for (const paragraph of article.querySelectorAll("p[data-start]")) {
      if (!range.intersectsNode(paragraph)) continue;
      const part = document.createRange();
      part.selectNodeContents(paragraph);
      if (paragraph.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
      if (paragraph.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
      const before = document.createRange();
      before.selectNodeContents(paragraph);
      before.setEnd(part.startContainer, part.startOffset);
      const start = +paragraph.dataset.start + points(before.toString());
      const text = part.toString();
      if (text.trim()) ends.push({ start, end: start + points(text), text });
    }
    if (!ends.length) return null;
    const [first, last] = [ends[0], ends[ends.length - 1]];
    return { start: first.start, end: last.end, text: ends.map((part) => part.text).join("\n").trim(), box: range.getBoundingClientRect() };
  };
  const offer = () => {
    const button = byId("own-make");
    if (!button) return;
    if (document.activeElement === button) return;
    now = selected();
    button.hidden = !now;
    if (!now) return;
    const room = byId("evidence").getBoundingClientRect();
    const left = Math.min(Math.max(now.box.left, room.left + 8), room.right - button.offsetWidth - 8);
    const below = now.box.bottom + 8;
    const last = window.innerHeight - button.offsetHeight - 8;
    const top = Math.min(Math.max(below > last ? now.box.top - button.offsetHeight - 8 : below, 8), last);
    button.style.left = `${left}px`;
    button.style.top = `${top}px`;
  };
  let soon = 0;
  document.addEventListener("selectionchange", () => { clearTimeout(soon); soon = setTimeout(offer, 120); });
  document.addEventListener("scroll", () => { const button = byId("own-make"); if (button && !button.hidden) offer(); }, true);
  // Pressing the button must not take the selection away before the click.
  document.addEventListener("pointerdown", (event) => { if (event.target.closest?.("#own-make")) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#own-make") || !now) return;
    tell("own-words", { value: now.text });
    tell("own-span", { data: { start: now.start, end: now.end, text: now.text } });
    document.getSelection().removeAllRanges();
    byId("own-make").hidden = true;
    const form = byId("own-form");
    form.open = true;
    byId("own-date").focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
  });
})();
