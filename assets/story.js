/* The story: claims in the order in which they are told, with captions; kept by the browser, made a file by the server. */
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  let story = [];
  let words = null;
  const keep = (next) => { story = next; window.dash_clientside.set_props("story", { data: next }); };
  const said = (key, what) => (words[key] || "").replace("{what}", what);
  const make = (name, props, ...children) => { const made = Object.assign(document.createElement(name), props); made.append(...children); return made; };

  const list = () => {
    const box = byId("story-list");
    if (!box) return;
    words = words || JSON.parse(box.dataset.words);
    const focused = [document.activeElement?.dataset?.story, document.activeElement?.dataset?.move];
    if (!story.length) return box.replaceChildren(make("p", { className: "hint", textContent: words.story_none }));
    box.replaceChildren(make("ol", { className: "story-list" }, ...story.map((step, at) => {
      const button = (sign, key, move, off) => {
        const made = make("button", { type: "button", className: "icon", textContent: sign, disabled: off });
        made.setAttribute("aria-label", said(key, step.what));
        Object.assign(made.dataset, { story: step.claim, move });
        return made;
      };
      const caption = make("textarea", { rows: 2, value: step.caption || "" });
      caption.setAttribute("aria-label", said("story_caption", step.what));
      Object.assign(caption.dataset, { story: step.claim, move: "caption" });
      return make("li", {},
        make("div", { className: "story-what", dir: "auto" }, make("strong", { textContent: step.when }), ` ${step.what}`),
        caption,
        make("div", { className: "story-moves" }, button("↑", "story_up", "-1", at === 0), button("↓", "story_down", "1", at === story.length - 1), button("×", "story_drop", "drop", false)));
    })));
    if (focused[1]) {
      const same = [...box.querySelectorAll(`[data-story="${CSS.escape(focused[0])}"]`)];
      (same.find((e) => e.dataset.move === focused[1] && !e.disabled) || same.find((e) => e.dataset.move !== "drop" && !e.disabled && e.tagName === "BUTTON") || byId("story-title")).focus();
    }
  };
  const star = () => {
    for (const button of document.querySelectorAll("[data-star]")) {
      const on = story.some((step) => step.claim === button.dataset.star);
      button.setAttribute("aria-pressed", String(on));
      button.classList.toggle("pressed", on);
      if (words) button.textContent = (on ? "★ " : "☆ ") + (on ? words.story_in : words.story_add);
    }
  };
  document.addEventListener("click", (event) => {
    const star = event.target.closest?.("[data-star]");
    if (star) {
      const { star: claim, when, what } = star.dataset;
      keep(story.some((step) => step.claim === claim) ? story.filter((step) => step.claim !== claim) : [...story, { claim, when, what, caption: "" }]);
    }
    const move = event.target.closest?.("button[data-move]");
    if (!move) return;
    const at = story.findIndex((step) => step.claim === move.dataset.story);
    const next = [...story];
    const [step] = next.splice(at, 1);
    if (move.dataset.move !== "drop") next.splice(at + Number(move.dataset.move), 0, step);
    keep(next);
    list(); // at once, so that the next key moves it on
  });
  // Kept while it is typed, without drawing the list anew under the writer's hands.
  document.addEventListener("input", (event) => {
    if (event.target.dataset?.move !== "caption") return;
    keep(story.map((step) => (step.claim === event.target.dataset.story ? { ...step, caption: event.target.value } : step)));
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.story = {
    show: (kept) => {
      story = Array.isArray(kept) ? kept.filter((step) => step && step.claim) : [];
      if (document.activeElement?.dataset?.move !== "caption") list();
      requestAnimationFrame(star); // the panel of another claim may not be there yet
      return window.dash_clientside.no_update;
    },
  };
})();
