const data = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);

// All text enters the page as text: file names are hostile.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') node.className = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value);
  }
  for (const child of children) node.append(child);
  return node;
}

function size(bytes) {
  if (bytes < 1000) return bytes + ' B';
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes, unit = -1;
  do { value /= 1000; unit++; } while (value >= 999.5 && unit < units.length - 1);
  return (value < 9.95 ? value.toFixed(1) : Math.round(value)) + ' ' + units[unit];
}
const seconds = ms => ms < 1000 ? ms + ' ms' : (ms / 1000).toFixed(1) + ' s';
const number = n => n.toLocaleString('en-US');

function table(heads, rows) {
  return el('div', { class: 'scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, ...heads.map(([text, kind]) => el('th', { class: kind || '', scope: 'col' }, text)))),
    el('tbody', {}, ...rows)));
}
const empty = text => el('p', { class: 'quiet' }, text);

function showFigures(pairs) {
  $('figures').replaceChildren(...pairs.map(([big, small]) => el('div', { class: 'figure' }, el('b', {}, big), el('span', {}, small))));
}

function showSections(pairs) {
  $('sections').replaceChildren(...pairs.map(([id, text]) => el('a', { href: '#' + id }, text)));
}

function facts(rows) {
  return el('dl', {}, ...rows.flatMap(([key, value]) => [el('dt', {}, key), el('dd', {}, value)]));
}

const lay = (tile, x, y, w, h) => Object.assign(tile.style, { left: x + 'px', top: y + 'px', width: w + 'px', height: h + 'px' });
// What of a folder is drawn: the largest of what has a size.
const largest = items => items.filter(item => item.value > 0).sort((a, b) => b.value - a.value).slice(0, 400);

/* Squarified treemap (Bruls, Huizing, van Wijk 2000): rows are filled along the shorter side while tiles get squarer. */
function squarify(items, x, y, w, h, place) {
  let rest = items.slice(), total = rest.reduce((sum, one) => sum + one.value, 0);
  while (rest.length && total > 0 && w > 0 && h > 0) {
    const side = Math.min(w, h), scale = w * h / total;
    let row = [], sum = 0, worst = Infinity;
    for (const item of rest) {
      const next = sum + item.value;
      const thick = next * scale / side;
      const ratio = Math.max(...[...row, item].map(one => {
        const length = one.value * scale / thick;
        return Math.max(thick / length, length / thick);
      }));
      if (ratio > worst) break;
      row.push(item); sum = next; worst = ratio;
    }
    const thick = sum * scale / side;
    let along = 0;
    for (const item of row) {
      const length = item.value * scale / thick;
      if (w >= h) place(item, x, y + along, thick, length); else place(item, x + along, y, length, thick);
      along += length;
    }
    if (w >= h) { x += thick; w -= thick; } else { y += thick; h -= thick; }
    total -= sum;
    rest = rest.slice(row.length);
  }
}

function switches(attribute, apply) {
  const buttons = document.querySelectorAll('button[data-' + attribute + ']');
  buttons.forEach(button => button.addEventListener('click', () => {
    buttons.forEach(one => one.setAttribute('aria-pressed', String(one === button)));
    apply(button.dataset[attribute]);
  }));
}
