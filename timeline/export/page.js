(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var chart = document.getElementById("chart");
  var panel = document.getElementById("evidence");
  var skipped = { when: 1, mark: 1, date: 1, sentence: 1, url: 1 };

  function element(name, text) {
    var made = document.createElement(name);
    made.dir = "auto";
    if (text) made.textContent = text;
    return made;
  }

  // The sentence with its event and date words marked; plain text nodes, never markup.
  function quoted(claim) {
    var quote = element("blockquote");
    var rest = claim.sentence;
    var words = [claim.mark, claim.date].filter(function (w) { return w && claim.sentence.indexOf(w) >= 0 && w.length < claim.sentence.length; });
    while (rest) {
      var next = words.map(function (w) { return { at: rest.indexOf(w), word: w }; })
        .filter(function (f) { return f.at >= 0; })
        .sort(function (a, b) { return a.at - b.at || b.word.length - a.word.length; })[0];
      if (!next) break;
      quote.append(rest.slice(0, next.at));
      var mark = document.createElement("mark");
      mark.textContent = next.word;
      quote.append(mark);
      rest = rest.slice(next.at + next.word.length);
      words = words.filter(function (w) { return w !== next.word; });
    }
    quote.append(rest);
    return quote;
  }

  function show(id) {
    var claim = data.claims[id];
    if (!claim) return;
    panel.replaceChildren(element("strong", claim.when), quoted(claim));
    var list = document.createElement("dl");
    Object.keys(claim).forEach(function (key) {
      if (!skipped[key]) list.append(element("dt", key), element("dd", claim[key]));
    });
    panel.append(list);
    if (claim.url) {
      var link = element("a", claim.url);
      link.href = claim.url;
      link.rel = "noopener noreferrer";
      panel.append(link);
    }
  }

  // A claim's id lies somewhere in a point's customdata; how deep is the figure's business.
  function claimOf(value) {
    if (typeof value === "string") return data.claims[value] ? value : null;
    if (!value || typeof value !== "object") return null;
    for (var key in value) {
      var found = claimOf(value[key]);
      if (found) return found;
    }
    return null;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("[data-claim]") : null;
    if (button) {
      show(button.dataset.claim);
      panel.focus();
    }
  });
  Plotly.newPlot(chart, data.figure.data, data.figure.layout, {
    responsive: !data.figure.layout.width, displaylogo: false, showSendToCloud: false, plotlyServerURL: "",
  }).then(function () {
    chart.on("plotly_click", function (event) {
      var id = event.points.map(function (p) { return claimOf(p.customdata) || claimOf(p.id); }).filter(Boolean)[0];
      if (id) show(id);
    });
  });
})();
