/* Draws what the server sends: the figures, the names of the lanes as buttons, the counts in the filters; and fetches
   the table's script when the table is first opened. The timeline is painted first, the rest after it. */
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const stay = () => window.dash_clientside.no_update;
  // No request leaves the machine: plotly's cloud and logo are off.
  const CONFIG = { showSendToCloud: false, plotlyServerURL: "", displaylogo: false, displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false };
  // Lanes by → the filter that shows one of them alone: its element and its key in the URL.
  const FILTERS = { actor: ["f-actors", "actor"], event_type: ["f-event-types", "type"], place: ["f-places", "place"], attribution: ["f-attributions", "source"], document: ["f-documents", "document"] };
  const OTHERS = "\u0000others";
  let turn = 0;

  const put = async (name, figure) => {
    const graph = document.querySelector(`#${name} > div`);
    if (!graph || !figure) return;
    await window.Plotly.react(graph, figure.data, figure.layout, CONFIG);
    document.dispatchEvent(new CustomEvent("figure-drawn", { detail: { name, graph } }));
  };
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const drawAll = async (figures) => {
    const mine = ++turn;
    byId("main").dataset.drawing = "1";
    if (figures.chart) {
      byId("tolls-box").hidden = !figures.tolls;
      await put("timeline", figures.timeline);
      nameLanes(figures.timeline.layout.meta);
      await painted();
      for (const name of ["overview", "tolls"]) {
        if (mine !== turn) return;
        await put(name, figures[name]);
      }
      await painted();
    }
    if (mine !== turn) return;
    byId("main").dataset.drawing = "";
    tell("drawn", { data: figures.stamp });
  };

  // -- lanes: their names are drawn by plotly; a button over each shows that lane alone ---------------------------
  const asked = () => new URLSearchParams(window.location.search);
  const fill = (text, name) => (text || "").replace("{name}", name);
  const nameLanes = (meta) => {
    const words = JSON.parse(byId("main").dataset.spoken);
    const box = byId("timeline");
    let holder = box.querySelector(".lane-names");
    if (!holder) { holder = document.createElement("div"); holder.className = "lane-names"; box.append(holder); }
    const focused = document.activeElement?.dataset?.lane;
    const [, key] = FILTERS[meta.by];
    const alone = asked().getAll(key);
    holder.replaceChildren(...meta.lanes.filter((lane) => lane.key).map((lane) => {
      const button = document.createElement("button");
      const again = alone.length === 1 && alone[0] === lane.key;
      const said = lane.key === OTHERS ? words.lane_apart : again ? words.lane_every : fill(words.lane_only, lane.name);
      Object.assign(button, { type: "button", title: said, className: meta.left ? "" : "above" });
      button.dataset.lane = lane.key;
      button.dataset.by = meta.by;
      button.setAttribute("aria-label", `${lane.name}: ${said}`);
      const height = meta.left ? Math.min(lane.height, 56) : 24;
      const middle = meta.left ? Math.min(lane.height / 2, 60) : 12;
      button.style.top = `${lane.top + middle - height / 2 + 2}px`;
      button.style.height = `${height - 4}px`;
      if (meta.left) button.style.width = `${meta.left - 6}px`;
      else button.textContent = lane.name;
      return button;
    }));
    if (focused !== undefined) [...holder.children].find((button) => button.dataset.lane === focused)?.focus();
    const fold = byId("fold-lanes");
    const apart = asked().get("small") === "apart";
    fold.hidden = !apart;
    fold.textContent = words.lane_fold;
    byId("main").dataset.mode = meta.mode;
  };
  document.addEventListener("click", (event) => {
    const lane = event.target.closest?.("[data-lane]");
    if (lane && lane.dataset.lane === OTHERS) tell("small-lanes", { data: "apart" });
    else if (lane) {
      const [filter, key] = FILTERS[lane.dataset.by];
      const alone = asked().getAll(key);
      const again = alone.length === 1 && alone[0] === lane.dataset.lane;
      if (lane.dataset.by === "actor" && asked().get("actor_mode")) tell("f-actor-mode", { value: "any" });
      tell(filter, { value: again ? [] : [lane.dataset.lane] });
    } else if (event.target.closest?.("#fold-lanes")) tell("small-lanes", { data: "together" });
  });

  // -- what Dash calls -----------------------------------------------------------------------------------------------
  let fetching = false;
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.page = Object.assign(window.dash_clientside.page || {}, {
    draw: (figures) => {
      if (figures) drawAll(figures);
      return stay();
    },
    count: (counts) => {
      for (const input of counts ? document.querySelectorAll(".checks input") : []) {
        const number = counts[input.name]?.[input.value] || 0;
        const label = input.closest("label");
        label.querySelector(".dash-options-list-option-text").dataset.count = number.toLocaleString("en");
        label.toggleAttribute("data-some", number > 0);
      }
      return stay();
    },
    grid: (view) => {
      if (fetching || !new URLSearchParams(view || "").getAll("tab").includes("table")) return stay();
      fetching = true;
      const script = document.createElement("script");
      script.src = document.querySelector("meta[name=grid-script]").content;
      script.onload = () => tell("grid", { data: true });
      document.head.append(script);
      return stay();
    },
  });
})();
