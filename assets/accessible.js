/* Dash 4's lists call themselves listboxes but hold checkboxes and radio buttons, and its dropdowns keep a hidden
   element in the tab order; assistive technology is misled by both. Here they are named for what they are. */
"use strict";
(() => {
  const name = (element) => {
    const group = element.closest("[role=group][aria-labelledby]");
    const labelled = element.closest("[aria-label]");
    return { id: group && group.getAttribute("aria-labelledby"), words: labelled && labelled.getAttribute("aria-label") };
  };
  const set = (element, attribute, value) => {
    if (value === null ? element.hasAttribute(attribute) : element.getAttribute(attribute) !== value) {
      if (value === null) element.removeAttribute(attribute);
      else element.setAttribute(attribute, value);
    }
  };
  const mend = () => {
    for (const list of document.querySelectorAll(".dash-checklist, .dash-radioitems, .dash-options-list")) {
      const radio = list.classList.contains("dash-radioitems");
      set(list, "role", radio ? "radiogroup" : "group");
      const { id, words } = name(list.parentElement || list);
      if (id) set(list, "aria-labelledby", id);
      else set(list, "aria-label", words || document.querySelector(".dash-dropdown[aria-expanded=true]")?.textContent || "Options");
      for (const option of list.querySelectorAll("label[role], label[aria-selected]")) {
        set(option, "role", null);
        set(option, "aria-selected", null);
      }
      for (const input of list.querySelectorAll("input[readonly]")) set(input, "readonly", null);
    }
    for (const wrapper of document.querySelectorAll(".dash-dropdown-wrapper")) {
      const button = wrapper.querySelector("button.dash-dropdown");
      const hidden = wrapper.querySelector(".dash-dropdown-focus-target");
      if (!button) continue;
      if (hidden && hidden.tabIndex !== -1) hidden.tabIndex = -1;
      if (hidden) set(hidden, "aria-label", button.id);
      if (button.tabIndex !== 0) button.tabIndex = 0;
      const { id } = name(wrapper);
      const label = wrapper.parentElement.querySelector(".inline-label");
      if (label && !label.id) label.id = `${button.id}-name`;
      const by = id || (label && label.id);
      if (by) set(button, "aria-labelledby", `${by} ${button.id}-value`);
    }
    for (const panel of document.querySelectorAll(".dash-dropdown-content[role=dialog]:not([aria-label])")) {
      const open = document.querySelector(".dash-dropdown[aria-expanded=true]");
      const by = open && open.getAttribute("aria-labelledby");
      set(panel, "aria-label", (by && document.getElementById(by.split(" ")[0])?.textContent) || "Options");
      const search = panel.querySelector("input[type=search]");
      if (search) set(search, "aria-label", panel.getAttribute("aria-label"));
    }
    for (const svg of document.querySelectorAll(".js-plotly-plot svg.main-svg:not([aria-hidden])")) set(svg, "aria-hidden", "true");
    // A drop zone is not a button round a button, and its file field is named by the button inside.
    for (const field of document.querySelectorAll("input[type=file]:not([aria-label])")) { set(field, "aria-label", field.closest("[id]")?.textContent || "File"); field.tabIndex = -1; }
  };
  let soon = 0;
  new MutationObserver(() => { if (!soon) soon = requestAnimationFrame(() => { soon = 0; mend(); }); })
    .observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["role", "aria-selected", "tabindex", "aria-labelledby"] });
})();
