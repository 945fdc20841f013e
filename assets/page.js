/* What the browser does itself: theme, sizes, dialogs, sheets, keys, marking the chosen claim, pictures.
   It tells the page through set_props and holds no claims beyond what is drawn. */
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const tell = (id, props) => window.dash_clientside && window.dash_clientside.set_props(id, props);
  const plot = (id) => document.querySelector(`#${id} .js-plotly-plot`);
  let tick = 0;
  let cursor = null; // claim under the arrow keys
  let seek = 0; // until when the chosen claim is scrolled to whenever the chart is drawn anew: the panel takes room from it
  let chosen = ""; // claim whose evidence is open
  let opener = null; // element that opened the evidence, to give the focus back to

  // -- theme and size -------------------------------------------------------------------------------------------
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const kept = () => { try { return localStorage.getItem("timeline-theme"); } catch { return null; } };
  const theme = () => kept() || (dark.matches ? "dark" : "light");
  const setTheme = (name) => { try { localStorage.setItem("timeline-theme", name); } catch { /* private mode */ } show(); };
  const show = () => {
    if (kept()) document.documentElement.dataset.theme = kept();
    measure();
  };
  let last = "";
  let waiting = 0;
  const measure = () => {
    const box = byId("main");
    if (!box || !window.dash_clientside || !window.dash_clientside.set_props) return;
    const size = { width: Math.floor(box.clientWidth - (box.clientWidth < 700 ? 4 : 16)), height: Math.floor(box.clientHeight), theme: theme() };
    const now = `${size.width} ${size.height > 400 ? Math.round(size.height / 40) : 0} ${size.theme}`;
    if (size.width < 100 || now === last) return;
    last = now;
    tell("screen", { data: size });
  };
  const measureSoon = () => { clearTimeout(waiting); waiting = setTimeout(measure, 120); };
  dark.addEventListener("change", show);
  if (kept()) document.documentElement.dataset.theme = kept();

  // -- choosing a claim -----------------------------------------------------------------------------------------
  const pick = (claim) => {
    if (claim && !byId("evidence").contains(document.activeElement)) opener = document.activeElement;
    tell("picked", { data: { claim: claim || "", n: ++tick } });
  };
  const claimOf = (custom) => {
    const first = Array.isArray(custom) ? custom[0] : custom;
    return typeof first === "string" && first.startsWith("c-") ? first : null;
  };
  let listed = []; // [claim, when, what] of the claims drawn, in time order
  const order = () => listed;

  /* Where a claim is drawn, in pixels of its graph: [x0, x1, y] for each lane that holds it. */
  const places = (graph, claim) => {
    const found = [];
    const { xaxis, yaxis } = graph._fullLayout;
    if (!xaxis || !yaxis) return found;
    for (const trace of graph._fullData) {
      const custom = trace.customdata;
      if (!custom || trace.visible !== true) continue;
      for (let i = 0; i < custom.length; i++) {
        if (claimOf(custom[i]) !== claim) continue;
        const y = yaxis.d2p(trace.y[i]) + yaxis._offset;
        let x0 = xaxis.d2p(trace.x[i]);
        let x1 = x0;
        const span = custom[i][1]; // first and last pixel-worthy day of the mark, when it is wider than a dot
        if (Array.isArray(span)) { x0 = xaxis.d2p(span[0]); x1 = xaxis.d2p(span[1]); }
        else if (trace.base && trace.type === "bar") { x0 = xaxis.d2p(trace.base[i]); x1 = xaxis.d2p(+new Date(trace.base[i]) + +trace.x[i]); }
        const low = Math.max(Math.min(x0, x1), 0);
        const high = Math.min(Math.max(x0, x1), xaxis._length);
        if (high < 0 || low > xaxis._length || !isFinite(low + y)) continue;
        found.push([low + xaxis._offset, high + xaxis._offset, y]);
      }
    }
    // several points of one mark (the ends of a band) are one ring
    const rows = new Map();
    for (const [a, b, y] of found) {
      const key = Math.round(y);
      const seen = rows.get(key);
      rows.set(key, seen ? [Math.min(seen[0], a), Math.max(seen[1], b), y] : [a, b, y]);
    }
    return [...rows.values()];
  };
  const drawRings = () => {
    document.querySelectorAll(".ring").forEach((ring) => ring.remove());
    for (const name of ["timeline", "tolls"]) {
      const graph = plot(name);
      if (!graph || !graph._fullLayout) continue;
      for (const [claim, kind] of [[chosen, ""], [cursor !== chosen ? cursor : null, " cursor"]]) {
        if (!claim) continue;
        for (const [x0, x1, y] of places(graph, claim)) {
          const ring = document.createElement("div");
          ring.className = "ring" + kind;
          ring.style.left = `${(x0 + x1) / 2}px`;
          ring.style.top = `${y}px`;
          ring.style.width = `${x1 - x0 + 22}px`;
          ring.style.height = "22px";
          graph.parentElement.style.position = "relative";
          graph.parentElement.appendChild(ring);
        }
      }
    }
  };
  const reveal = () => {
    const ring = document.querySelector("#timeline .ring");
    if (ring) ring.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  // -- graphs ----------------------------------------------------------------------------------------------------
  const wire = (graph, name) => {
    if (graph.dataset.wired) return;
    graph.dataset.wired = "1";
    if (name === "overview") {
      graph.on("plotly_selected", (event) => {
        if (event && event.range && event.range.x) setWindow(event.range.x);
      });
      return;
    }
    graph.on("plotly_click", (event) => {
      const claim = event && event.points && claimOf(event.points[0].customdata);
      if (claim) { cursor = claim; pick(claim); }
      else if (event?.points?.[0]?.customdata?.[0]?.start) setWindow([event.points[0].customdata[0].start, event.points[0].customdata[0].end]);
    });
    graph.on("plotly_relayout", (event) => {
      if (event["xaxis.range[0]"] !== undefined) setWindow([event["xaxis.range[0]"], event["xaxis.range[1]"]]);
      else if (event["xaxis.autorange"]) setWindow([null, null]);
    });
  };
  const day = (value) => {
    if (value === null || value === undefined) return null;
    const text = typeof value === "number" ? new Date(value).toISOString() : String(value);
    return text.slice(0, 10);
  };
  const setWindow = (range) => tell("window", { data: { start: day(range[0]), end: day(range[1]), n: ++tick } });

  // -- keys --------------------------------------------------------------------------------------------------------
  const typing = (target) => target.matches?.("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]") ||
    target.closest?.("dialog, .dash-dropdown, .dash-dropdown-content, .ag-root, [role=listbox]");
  const step = (by) => {
    const list = order();
    if (!list.length) return;
    const at = list.findIndex(([claim]) => claim === (cursor || chosen));
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
    goTo(list, next);
  };
  const goTo = (list, at) => {
    const [claim, when, what] = list[at];
    cursor = claim;
    drawRings();
    document.querySelector(".ring")?.scrollIntoView({ block: "nearest" });
    say("step", { at: at + 1, n: list.length, when, what });
    if (chosen) pick(claim);
  };
  const say = (key, values) => {
    byId("notice").textContent = (JSON.parse(byId("main").dataset.spoken)[key] || "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  };
  const press = (id) => { const button = byId(id); if (button && !button.disabled) button.click(); return Boolean(button); };
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.key === "Escape") {
      const menu = document.querySelector(".menu-holder[open]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); return; }
      if (document.querySelector("dialog[open]") || document.querySelector(".dash-dropdown-content")) return;
      if (document.querySelector(".rail.open")) return closeSheet("rail");
      if (chosen) { pick(""); const back = opener && opener.isConnected && opener !== document.body ? opener : byId("timeline-box"); back.focus(); }
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing(target)) {
      if (event.key.toLowerCase() === "z") { event.preventDefault(); press(event.shiftKey ? "redo" : "undo"); }
      else if (event.key.toLowerCase() === "y") { event.preventDefault(); press("redo"); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(target) || document.querySelector("dialog[open]")) return;
    const inChart = target === document.body || target.closest?.("#chart-pane, #evidence");
    const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (inChart && event.key in moves && !target.matches?.("input")) {
      if (target.closest?.("#evidence") && (event.key === "ArrowDown" || event.key === "ArrowUp")) return; // scrolls
      event.preventDefault();
      step(document.dir === "rtl" && event.key.match(/Left|Right/) ? -moves[event.key] : moves[event.key]);
    } else if (inChart && (event.key === "Home" || event.key === "End") && target.id === "timeline-box") {
      event.preventDefault();
      const list = order();
      if (list.length) goTo(list, event.key === "Home" ? 0 : list.length - 1);
    } else if (event.key === "Enter" && (target.id === "timeline-box" || target === document.body) && cursor) {
      event.preventDefault();
      pick(cursor);
    } else if (event.key === "/") {
      event.preventDefault();
      if (window.innerWidth < 900) openSheet("rail");
      byId("f-text")?.focus();
    } else if (chosen && /^[cx]$/i.test(event.key)) document.querySelector(`[data-key="${event.key.toLowerCase()}"]`)?.click();
    else if (chosen && event.key.toLowerCase() === "e") {
      const form = document.querySelector(".edit");
      if (form) { event.preventDefault(); form.open = true; byId("edit-date")?.focus(); }
    }
  });
  document.addEventListener("keydown", (event) => {
    const row = event.key === "Enter" && event.target.closest?.(".ag-row");
    if (row && row.getAttribute("row-id")) pick(row.getAttribute("row-id"));
  });

  // -- clicks ------------------------------------------------------------------------------------------------------
  const openSheet = (id) => { byId(id).classList.add("open"); document.querySelector(`[data-sheet="${id}"]`)?.setAttribute("aria-expanded", "true"); byId(id).querySelector("button, input")?.focus(); };
  const closeSheet = (id) => { byId(id).classList.remove("open"); const by = document.querySelector(`[data-sheet="${id}"]`); by?.setAttribute("aria-expanded", "false"); by?.focus(); };
  const openDialog = (id) => {
    const box = byId(id);
    if (!box.open) box.showModal();
    if (id === "date-dialog") tell("dating", { data: ++tick });
  };
  document.addEventListener("click", (event) => {
    const on = (selector) => event.target.closest?.(selector);
    let hit;
    if ((hit = on("[data-claim]"))) pick(hit.dataset.claim);
    else if ((hit = on("[data-opens]"))) { openDialog(hit.dataset.opens); document.querySelectorAll(".menu-holder[open]").forEach((menu) => { menu.open = false; }); }
    else if ((hit = on("[data-closes]"))) byId(hit.dataset.closes).close();
    else if ((hit = on("[data-sheet]"))) openSheet(hit.dataset.sheet);
    else if ((hit = on("[data-close-sheet]"))) closeSheet(hit.dataset.closeSheet);
    else if (on("#theme-toggle")) setTheme(theme() === "dark" ? "light" : "dark");
    else if (on("#evidence-close")) { pick(""); (opener?.isConnected ? opener : byId("timeline-box")).focus(); }
    else if ((hit = on("[data-press]"))) press(hit.dataset.press);
    else if (on("#whole-span")) setWindow([null, null]);
    else if ((hit = on("[data-step]"))) { cursor = cursor || chosen; step(+hit.dataset.step); }
    else if ((hit = on("[data-copy]"))) copy(hit.dataset.copy);
    else if ((hit = on("[data-picture]"))) takePicture(hit.dataset.picture, hit.dataset.url, hit.dataset.name);
    else if ((hit = on(".ag-row"))) pick(hit.getAttribute("row-id"));
    else if (event.target.matches?.("dialog")) event.target.close();
    if (!on(".menu-holder")) document.querySelectorAll(".menu-holder[open]").forEach((menu) => { menu.open = false; });
    else if (on(".menu a, .menu button")) on(".menu-holder").open = false;
  });
  const copy = async (text) => {
    const full = text.startsWith("?") ? location.origin + location.pathname + text : text;
    try { await navigator.clipboard.writeText(full); }
    catch {
      const area = Object.assign(document.createElement("textarea"), { value: full });
      document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
    }
    say("copied", {});
    tell("toast", { children: byId("notice").textContent });
  };

  // -- pictures: the server gives the figure of exactly what is shown, the browser draws it -----------------------
  const takePicture = async (format, url, name) => {
    say("export_making", {});
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) { byId("notice").textContent = await answer.text(); return; }
    const figure = await answer.json();
    const { width, height } = figure.layout;
    const data = await window.Plotly.toImage(figure, { format, width, height, scale: format === "png" ? 2 : 1 });
    const link = document.createElement("a");
    link.href = data;
    link.download = `${name}.${format}`;
    document.body.append(link);
    link.click();
    link.remove();
    byId("notice").textContent = "";
  };

  // -- files dropped anywhere on the page go to the box in the dialog -----------------------------------------------
  let veil = null;
  const hasFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (!veil && !document.querySelector("dialog[open]")) {
      veil = Object.assign(document.createElement("div"), { className: "drop-veil", textContent: byId("open-add").textContent });
      document.body.append(veil);
    }
  });
  const lift = () => { veil?.remove(); veil = null; };
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) lift(); });
  document.addEventListener("drop", (event) => {
    lift();
    if (!hasFiles(event) || event.target.closest?.("#add-drop")) return;
    event.preventDefault();
    const input = document.querySelector("#add-drop input[type=file]");
    if (!input) return;
    const box = byId("add-dialog");
    if (!box.open) box.showModal();
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // -- what Dash calls ---------------------------------------------------------------------------------------------
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.page = Object.assign(window.dash_clientside.page || {}, {
    choose: (claim) => {
      const before = chosen;
      chosen = claim || "";
      if (chosen) cursor = chosen;
      document.querySelector(".page").dataset.evidence = chosen ? "1" : "";
      if (chosen && !before) seek = performance.now() + 2000;
      requestAnimationFrame(() => { drawRings(); if (chosen && chosen !== before) reveal(); measureSoon(); });
      return window.dash_clientside.no_update;
    },
    remember: (order) => {
      listed = order || [];
      return window.dash_clientside.no_update;
    },
    shown: () => {
      requestAnimationFrame(() => {
        const box = document.querySelector("#evidence .article");
        const sentence = box?.querySelector(".m-sentence");
        if (sentence) box.scrollTop += sentence.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
        byId("evidence-body").scrollTop = 0;
      });
      return window.dash_clientside.no_update;
    },
    close: (done) => {
      if (done) document.querySelectorAll("dialog[open]").forEach((box) => box.close());
      return window.dash_clientside.no_update;
    },
  });

  // -- starting ------------------------------------------------------------------------------------------------------
  const start = () => {
    const box = byId("main");
    if (!box || !window.dash_clientside.set_props) return setTimeout(start, 20);
    new ResizeObserver(measureSoon).observe(box);
    document.addEventListener("figure-drawn", (event) => {
      wire(event.detail.graph, event.detail.name);
      drawRings();
      if (performance.now() < seek && event.detail.name === "timeline") reveal();
    });
    // The view is what the URL asks for; told here, figures need not wait until the server has read the URL.
    const asked = new URLSearchParams(window.location.search);
    for (const key of ["claim", "theme"]) asked.delete(key);
    tell("view", { data: asked.toString() });
    for (const moved of ["wheel", "touchmove", "keydown"]) document.addEventListener(moved, () => { seek = 0; }, { passive: true });
    show();
  };
  start();
})();
