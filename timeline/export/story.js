(function () {
  "use strict";
  var steps = Array.prototype.slice.call(document.querySelectorAll("main > section"));
  var marks = Array.prototype.slice.call(document.querySelectorAll(".marks a"));
  var still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var at = 0;

  function show(next, move) {
    at = Math.min(Math.max(next, 0), steps.length - 1);
    marks.forEach(function (mark) {
      if (mark.getAttribute("href") === "#step-" + (at + 1)) mark.setAttribute("aria-current", "step");
      else mark.removeAttribute("aria-current");
    });
    if (!move || !steps.length) return;
    steps[at].scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
    steps[at].focus({ preventScroll: true });
  }
  document.addEventListener("click", function (event) {
    var go = event.target.closest("[data-go]");
    var mark = event.target.closest(".marks a");
    if (go) show(at + Number(go.dataset.go), true);
    if (mark) { event.preventDefault(); show(Number(mark.getAttribute("href").slice(6)) - 1, true); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "ArrowRight") show(at + 1, true);
    if (event.key === "ArrowLeft") show(at - 1, true);
  });
  show(0, false);
})();
