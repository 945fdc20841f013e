/* Articles are compared once two or more are chosen in the filter; nothing is asked of the server before that. */
"use strict";
(() => {
  let ticks = 0;
  document.addEventListener("click", (event) => {
    const lanes = event.target.closest?.("[data-lanes]");
    if (lanes) window.dash_clientside.set_props("lanes-by", { value: lanes.dataset.lanes });
  });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.comparing = {
    ask: (view) => {
      const stay = window.dash_clientside.no_update;
      return new URLSearchParams(view || "").getAll("document").length < 2 ? [stay, true] : [++ticks, stay];
    },
  };
})();
