/* What a dialog or a folded list shows is worked out when it is opened. */
"use strict";
(() => {
  const ASKED = { "actors-dialog": "same-asked" };
  let tick = 0;
  document.addEventListener("click", (event) => {
    const asked = ASKED[event.target.closest?.("[data-opens]")?.dataset.opens] || event.target.closest?.("[data-asks]")?.dataset.asks;
    if (asked) window.dash_clientside.set_props(asked, { data: ++tick });
  });
  window.dash_clientside = window.dash_clientside || {};
  // A message says that something was done: what was typed for it has served.
  window.dash_clientside.dialogs = { served: (message) => (message ? "" : window.dash_clientside.no_update) };
})();
