(function () {
  "use strict";
  var meta = JSON.parse(document.getElementById("data").textContent);
  var raw = document.getElementById("raw"), read = document.getElementById("read");
  var byPart = {}, lit = [], picked = null, fixes = [];
  raw.querySelectorAll("li[data-p]").forEach(function (li) { (byPart[li.dataset.p] = byPart[li.dataset.p] || []).push(li); });

  function light(id) {
    lit.forEach(function (el) { el.classList.remove("lit"); });
    lit = id ? (byPart[id] || []).concat(document.getElementById(id) || []) : [];
    lit.forEach(function (el) { el.classList.add("lit"); });
  }
  function partOf(el) {
    var part = el.closest && el.closest(".part, li[data-p]");
    return part ? part.dataset.p || part.id : null;
  }
  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) { var id = partOf(event.target); if (id) { light(id); } });
  });

  document.addEventListener("click", function (event) {
    var el = event.target;
    if (el.closest("a, form, summary")) { return; }
    var li = el.closest("#raw li"), part = el.closest(".part");
    if (part && byPart[part.id]) { byPart[part.id][0].scrollIntoView({ block: "center" }); pick(byPart[part.id][0]); light(part.id); }
    if (li) {
      var shown = li.dataset.p && document.getElementById(li.dataset.p);
      if (shown) { shown.scrollIntoView({ block: "center" }); light(li.dataset.p); }
      pick(li);
    }
  });

  var doubtful = Array.prototype.slice.call(read.querySelectorAll(".part.low")), at = -1;
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName)) { return; }
    if ((event.key !== "n" && event.key !== "p") || !doubtful.length) { return; }
    at = (at + (event.key === "n" ? 1 : -1) + doubtful.length) % doubtful.length;
    if (at < 0) { at = doubtful.length - 1; }
    doubtful[at].focus();
    doubtful[at].scrollIntoView({ block: "center" });
    var line = byPart[doubtful[at].id];
    if (line) { line[0].scrollIntoView({ block: "center" }); pick(line[0]); }
  });

  var form = document.getElementById("marker"), target = document.getElementById("target");
  form.hidden = false;
  function numberOf(li) { return Number(li.id.slice(1)); }
  function textOf(li) { return li.querySelector("bdi").textContent.replace(/\[U\+[0-9A-F]{4,6}\]/g, function (m) { return String.fromCodePoint(parseInt(m.slice(3, -1), 16)); }); }
  function pick(li) {
    if (picked) { picked.classList.remove("picked"); }
    picked = li;
    li.classList.add("picked");
    target.textContent = "Line " + numberOf(li) + ": " + textOf(li).trim().slice(0, 24);
    var part = li.dataset.p && document.getElementById(li.dataset.p);
    if (part) {
      var role = part.dataset.role === "paragraph" || part.dataset.role === "caption" ? "body" : part.dataset.role;
      document.getElementById("role").value = role;
    }
  }
  function show() {
    raw.querySelectorAll(".marked").forEach(function (li) { li.classList.remove("marked"); });
    fixes.forEach(function (fix) { document.getElementById("L" + fix.line).classList.add("marked"); });
    document.getElementById("count").textContent = fixes.length;
    document.getElementById("save").disabled = !fixes.length;
  }
  form.addEventListener("click", function (event) {
    var act = event.target.dataset && event.target.dataset.do;
    if (!act) { return; }
    if (!picked) { target.textContent = "Click a source line first."; return; }
    var fix = { line: numberOf(picked), text: textOf(picked), "do": act };
    if (act === "role") { fix.role = document.getElementById("role").value; }
    if (act === "move") {
      var story = read.querySelector('article[data-a="' + document.getElementById("article").value + '"]');
      var part = story && (story.querySelector(".part.paragraph, .part.caption") || story.querySelector(".part"));
      if (!part) { return; }
      var goal = document.getElementById("L" + part.dataset.first);
      fix.to = numberOf(goal);
      fix.to_text = textOf(goal);
    }
    fixes = fixes.filter(function (old) { return old.line !== fix.line || (old["do"] === "move") !== (act === "move"); });
    fixes.push(fix);
    target.textContent = "Line " + fix.line + ": marked (" + act + ")";
    show();
  });
  document.getElementById("undo").addEventListener("click", function () { fixes.pop(); show(); });
  document.getElementById("save").addEventListener("click", function () {
    // A JSON object is a YAML flow map, so each line below is YAML.
    var text = "# Corrections marked on the proof sheet of " + meta.name.replace(/[^ -~\u0080-\uffff]/g, " ") + "; keep this file beside the page.\nfixes:\n" +
      fixes.map(function (fix) { return "  - " + JSON.stringify(fix).replace(/[\u007f-\u009f\ufffe\uffff]/g, function (c) { return "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4); }) + "\n"; }).join("");
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.download = meta.name.replace(/\.[^.]*$/, "") + ".fix.yaml";
    document.body.appendChild(link);
    link.click();
    link.remove();
    target.textContent = "Saved. Put the file beside the page and convert again.";
  });
})();
