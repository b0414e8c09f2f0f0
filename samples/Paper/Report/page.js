"use strict";
// Shows and hides what Plotly draws; the numbers are those of the page. Every control is a native one, so that keys reach all of them.
const dark = matchMedia("(prefers-color-scheme: dark)");

// Dark lines would drown in a dark ground: they are mixed with white there.
function onGround(hex) {
  if (!dark.matches) return hex;
  const parts = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
  const light = (0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]) / 255;
  const white = light < 0.2 ? 0.6 : light < 0.45 ? 0.35 : 0;
  return "#" + parts.map(part => Math.round(part + (255 - part) * white).toString(16).padStart(2, "0")).join("");
}

function themed(layout) {
  const style = getComputedStyle(document.documentElement);
  const axis = { gridcolor: style.getPropertyValue("--rule"), zerolinecolor: style.getPropertyValue("--rule") };
  return {
    ...layout, showlegend: false, hovermode: "closest", dragmode: "zoom", paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    margin: { l: 10, r: 10, t: 30, b: 10 }, font: { family: "system-ui, DejaVu Sans, sans-serif", size: 13, color: style.getPropertyValue("--ink") },
    xaxis: { ...layout.xaxis, ...axis }, yaxis: { ...layout.yaxis, ...axis },
  };
}

function swatch(trace) {
  const dash = { solid: "", dash: "8 4", dot: "2 3", "4px,3px": "4 3" }[trace.line.dash];
  return `<svg viewBox="0 0 36 12" aria-hidden="true"><line x1="0" y1="6" x2="36" y2="6" stroke="${onGround(trace.line.color)}" stroke-width="3" stroke-dasharray="${dash}"/></svg>`;
}

function Figure(root) {
  const { data, layout } = JSON.parse(root.querySelector("script").textContent);
  const drawing = root.querySelector(".drawing");
  const stop = root.querySelector("input.stop");
  const seeds = root.querySelector("select.seeds");
  const log = root.querySelector("input.log");
  const read = root.querySelector("input.read");
  const curves = root.querySelector(".curves");
  const values = root.querySelector(".values");
  const hidden = new Set();
  let range = layout.xaxis.range ?? null;
  delete layout.xaxis.range;

  const atStop = trace => !stop || trace.meta.stop === Number(stop.value);
  const only = trace => data.every(other => other.meta.curve !== trace.meta.curve || other.meta.seed === 0);
  const ofSeed = trace => !seeds || seeds.value === "all" || trace.meta.seed === Number(seeds.value) || (trace.meta.seed === 0 && only(trace));
  const shown = () => data.filter(trace => atStop(trace) && ofSeed(trace) && !hidden.has(trace.meta.curve));
  const xs = () => data.find(atStop)?.x ?? data[0].x;

  function draw() {
    const traces = shown().map(trace => ({ ...trace, line: { ...trace.line, color: onGround(trace.line.color) } }));
    const now = themed(layout);
    now.yaxis.type = log.checked ? "log" : "linear";
    now.yaxis.rangemode = log.checked ? "normal" : "tozero";
    now.yaxis.exponentformat = "power";
    if (range) now.xaxis.range = range;
    const x = xs()[Number(read.value)];
    now.shapes = [{ type: "line", x0: x, x1: x, y0: 0, y1: 1, yref: "paper", line: { color: now.font.color, width: 1, dash: "dot" } }];
    Plotly.react(drawing, traces, now, { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"] });
    if (stop) {
      const words = stop.dataset.words.split("|")[Number(stop.value)];
      root.querySelector("label[for='" + stop.id + "'] output").textContent = words;
      stop.setAttribute("aria-valuetext", words);
    }
    tell(x);
  }

  function tell(x) {
    root.querySelector(".read").parentElement.querySelector("output").textContent = x;
    read.setAttribute("aria-valuetext", String(x));
    values.replaceChildren(...shown().filter(trace => trace.meta.seed === 0 || (seeds && Number(seeds.value) === trace.meta.seed)).map(trace => {
      const item = document.createElement("span");
      const y = trace.y[Number(read.value)];
      item.append(trace.meta.label + " ");
      const number = document.createElement("b");
      number.textContent = y === null || y === undefined ? "–" : Number(y.toPrecision(4));
      item.append(number);
      return item;
    }));
  }

  function legend() {
    const first = new Map(data.filter(trace => trace.meta.seed === 0).map(trace => [trace.meta.curve, trace]));
    curves.querySelectorAll("label").forEach(label => label.remove());
    for (const [key, trace] of first) {
      const label = document.createElement("label");
      label.innerHTML = `<input type="checkbox" ${hidden.has(key) ? "" : "checked"}>${swatch(trace)}`;
      label.append(trace.meta.label);
      label.firstChild.addEventListener("change", event => {
        if (event.target.checked) hidden.delete(key); else hidden.add(key);
        draw();
      });
      curves.append(label);
    }
  }

  function zoom(how) {
    // Plotly has the range of a logarithmic axis in decades.
    const all = [xs()[0], xs()[xs().length - 1]].map(x => layout.xaxis.type === "log" ? Math.log10(x) : x);
    const [low, high] = range ?? all;
    const width = high - low;
    const middle = (low + high) / 2;
    range = { in: [middle - width / 4, middle + width / 4], out: [middle - width, middle + width],
      left: [low - width / 4, high - width / 4], right: [low + width / 4, high + width / 4], all: null }[how];
    if (range && (range[1] - range[0] >= all[1] - all[0])) range = null;
    drawing.layout.yaxis.autorange = true;
    draw();
  }

  read.max = xs().length - 1;
  read.value = Math.round((xs().length - 1) / 8);
  for (const control of [stop, seeds, log, read]) control?.addEventListener("input", draw);
  root.querySelectorAll("[data-zoom]").forEach(button => button.addEventListener("click", () => zoom(button.dataset.zoom)));
  dark.addEventListener("change", () => { legend(); draw(); });
  legend();
  draw();
  drawing.on("plotly_relayout", event => {
    if ("xaxis.range[0]" in event) range = [event["xaxis.range[0]"], event["xaxis.range[1]"]];
    if ("xaxis.autorange" in event) range = null;
  });
}

document.querySelectorAll("figure.plot").forEach(Figure);

// Two matrices at one epoch; the slider moves through the epochs.
function Film(root) {
  const { blocks, block, steps, left, right, frames } = JSON.parse(root.querySelector("script").textContent);
  const drawing = root.querySelector(".drawing");
  const slider = root.querySelector("input.frame");
  const size = Math.sqrt(frames[0].left.length);
  const each = size / blocks;
  const rows = cells => Array.from({ length: size }, (_, row) => cells.slice(row * size, (row + 1) * size).map(cell => cell / steps));
  const places = Array.from({ length: blocks }, (_, i) => i * each + (each - 1) / 2);
  const cuts = Array.from({ length: blocks - 1 }, (_, i) => (i + 1) * each - 0.5);

  function draw() {
    const frame = frames[Number(slider.value)];
    const now = themed({ xaxis: {}, yaxis: {} });
    const axis = { tickvals: places, ticktext: places.map((_, i) => `${block} ${i + 1}`), constrain: "domain", showgrid: false, zeroline: false };
    now.xaxis = { ...axis, domain: [0, 0.47] };
    now.yaxis = { ...axis, autorange: "reversed", scaleanchor: "x", tickangle: -90 };
    now.xaxis2 = { ...axis, domain: [0.53, 1] };
    now.yaxis2 = { ...axis, autorange: "reversed", scaleanchor: "x2", anchor: "x2", tickangle: -90 };
    now.margin = { l: 40, r: 10, t: 30, b: 40 };
    now.annotations = [[left, "x domain", "y domain"], [right, "x2 domain", "y2 domain"]].map(([text, xref, yref]) =>
      ({ text, xref, yref, x: 0.5, y: 1, yanchor: "bottom", showarrow: false }));
    now.shapes = ["", "2"].flatMap(n => cuts.flatMap(cut => [
      { type: "line", xref: "x" + n, yref: `y${n} domain`, x0: cut, x1: cut, y0: 0, y1: 1, line: { color: "#fff", width: 1.5 } },
      { type: "line", xref: `x${n} domain`, yref: "y" + n, x0: 0, x1: 1, y0: cut, y1: cut, line: { color: "#fff", width: 1.5 } },
    ]));
    const heat = { type: "heatmap", zmin: 0, zmax: 1, colorscale: "Viridis", showscale: false, hovertemplate: "datapoints %{y} and %{x}: %{z:.2f}<extra></extra>" };
    Plotly.react(drawing, [{ ...heat, z: rows(frame.left) }, { ...heat, z: rows(frame.right), xaxis: "x2", yaxis: "y2" }], now,
      { responsive: true, displaylogo: false, displayModeBar: false });
    root.querySelector("output").textContent = frame.epoch;
    slider.setAttribute("aria-valuetext", `epoch ${frame.epoch}`);
  }

  slider.addEventListener("input", draw);
  dark.addEventListener("change", draw);
  draw();
}

document.querySelectorAll("figure.film").forEach(Film);
