/* The map: asked for while its tab is open, drawn by plotly, zoomed by wheel and buttons; a place chosen in it or in the
   list beside it goes to the place filter. */
"use strict";
(() => {
  const graph = () => document.querySelector("#map > div");
  const tell = (id, props) => window.dash_clientside.set_props(id, props);
  const CONFIG = { showSendToCloud: false, plotlyServerURL: "", displaylogo: false, displayModeBar: false, scrollZoom: true, doubleClick: false, responsive: false };
  let whole = null; // the ranges in which all places are seen
  let ticks = 0;
  let focused = null; // place whose button had the focus

  const choose = (place) => {
    const asked = new URLSearchParams(window.location.search);
    const chosen = asked.getAll("place");
    const next = chosen.includes(place) ? chosen.filter((name) => name !== place) : [...chosen, place];
    // The filter's list throws away what is not among its choices, which are the places named most.
    if (document.querySelector(`[data-place="${CSS.escape(place)}"]`)) return tell("f-places", { value: next });
    asked.delete("place");
    next.forEach((name) => asked.append("place", name));
    const query = asked.toString();
    tell("url", { search: query ? `?${query}` : "" });
  };
  const zoom = (how) => {
    const element = graph();
    if (!element._fullLayout || !whole) return;
    const near = ([low, high]) => { const middle = (low + high) / 2; const half = (high - low) / 2 * Number(how); return [middle - half, middle + half]; };
    const { xaxis, yaxis } = element._fullLayout;
    const [x, y] = how === "whole" ? whole : [near(xaxis.range), near(yaxis.range)];
    window.Plotly.relayout(element, { "xaxis.range": x, "yaxis.range": y });
  };
  document.addEventListener("click", (event) => {
    const place = event.target.closest?.("[data-place]");
    if (place) { focused = place.dataset.place; choose(place.dataset.place); }
    const button = event.target.closest?.("[data-zoom]");
    if (button) zoom(button.dataset.zoom);
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.places = {
    ask: (view, revision, screen) => {
      const stay = window.dash_clientside.no_update;
      if (!new URLSearchParams(view || "").getAll("tab").includes("map")) return [stay, true];
      return [screen ? ++ticks : stay, stay];
    },
    draw: (figure) => {
      const element = graph();
      const stay = window.dash_clientside.no_update;
      element.closest(".map-box").hidden = !figure;
      if (focused) {
        const again = [...document.querySelectorAll("[data-place]")].find((button) => button.dataset.place === focused);
        if (again && document.activeElement === document.body) again.focus();
        focused = null;
      }
      if (!figure) return stay;
      whole = [figure.layout.xaxis.range, figure.layout.yaxis.range];
      window.Plotly.react(element, figure.data, figure.layout, CONFIG).then(() => {
        if (element.dataset.wired) return;
        element.dataset.wired = "1";
        element.on("plotly_click", (event) => {
          const place = event.points[0]?.customdata?.[0]?.place;
          if (place) choose(place);
        });
      });
      return stay;
    },
  };
})();
