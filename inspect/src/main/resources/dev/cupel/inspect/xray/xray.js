const report = data.report;
const dark = window.matchMedia('(prefers-color-scheme: dark)');

// One hue a layer; neighbours are far apart on the wheel.
const colour = layer => layer < 0 ? 'var(--gone)' : 'hsl(' + (40 + layer * 137.5) % 360 + (dark.matches ? ' 32% 30%)' : ' 62% 82%)');
const paint = (node, layer) => { node.style.setProperty('--tile', colour(layer)); return node; };
const share = value => (100 * value).toFixed(1) + ' %';

function head() {
  document.title = report.image.reference + ' – Cupel xray';
  $('version').textContent = report.cupel;
  $('title').append(report.image.reference);
  $('summary').append(report.image.platform + ' · ' + report.image.digest + (report.image.created ? ' · made ' + report.image.created.slice(0, 10) : ''));
  const figures = [
    [size(report.totals.bytes), 'unpacked, ' + size(report.totals.transferBytes) + ' to pull'],
    [number(report.totals.files), 'files in ' + report.totals.layers + (report.totals.layers === 1 ? ' layer' : ' layers')],
    [size(report.reclaimable.bytes), 'could go, ' + size(report.reclaimable.hiddenBytes) + ' of it seen by no container'],
    [share(report.dive.efficiency), 'efficiency by dive’s rules'],
  ];
  if (report.contents) figures.push([number(report.contents.packages.length), 'packages' + (report.contents.distribution ? ' on ' + report.contents.distribution : '')],
    [number(report.contents.findings.length), 'findings']);
  showFigures(figures);
  showSections([['map', 'Map'], ['layers', 'Layers'], ['waste', 'What could go'], ['findings', 'Findings'], ['packages', 'Packages'], ['config', 'Configuration'], ['dockerfile', 'Dockerfile']]);
}

// ---- treemap ----
let path = [];

// The layer that brought most of what is below.
function owner(node) {
  if (node.owner != null) return node.owner;
  if (!node.children.length) return node.owner = node.layer;
  const sums = new Map();
  const add = one => one.children.length ? one.children.forEach(add) : sums.set(one.layer, (sums.get(one.layer) || 0) + one.bytes);
  add(node);
  return node.owner = [...sums].sort((a, b) => b[1] - a[1])[0][0];
}

// One level more where there is room: to look at, not to press.
function inside(tile, node, w, h) {
  const items = node.children.map(child => ({ child, value: child.bytes })).concat(node.rest > 0 ? [{ child: { name: '', layer: -1, children: [] }, value: node.rest }] : []);
  squarify(items.filter(item => item.value > 0).sort((a, b) => b.value - a.value), 4, 24, w - 10, h - 30, ({ child, value }, x, y, sw, sh) => {
    if (sw < 3 || sh < 3) return;
    const part = paint(el('span', { class: 'tile part', 'aria-hidden': 'true', title: child.name + ', ' + size(value) }), owner(child));
    lay(part, x, y, sw, sh);
    if (sw > 40 && sh > 17) part.append(child.name);
    tile.append(part);
  });
}

function drawMap(focus) {
  let node = data.tree;
  const open = depth => () => { path = path.slice(0, depth); drawMap(true); };
  const crumbs = [el('button', { onclick: open(0) }, node.name)];
  path.forEach((name, index) => {
    node = node.children.find(child => child.name === name);
    crumbs.push(' / ', el('button', { onclick: open(index + 1) }, name));
  });
  crumbs.push(el('span', { class: 'quiet' }, ' ' + size(node.bytes)));
  $('crumbs').replaceChildren(...crumbs);
  const box = $('treemap');
  const items = largest(node.children.map(child => ({ child, value: child.bytes })));
  if (node.rest > 0) items.push({ child: { name: 'small ones', bytes: node.rest, layer: -1, children: [] }, value: node.rest });
  const tiles = [];
  squarify(items.sort((a, b) => b.value - a.value), 0, 0, box.clientWidth, box.clientHeight, ({ child, value }, x, y, w, h) => {
    if (w < 3 || h < 3) return;
    const opens = child.children.length > 0, layer = owner(child);
    const words = child.name + (opens ? '/' : '') + ', ' + size(value) + (layer >= 0 ? ', ' + (opens ? 'mostly ' : '') + 'of layer ' + layer : '');
    const tile = paint(el(opens ? 'button' : 'div', { class: 'tile' + (opens ? ' dir' : ''), title: words, 'aria-label': words }), layer);
    if (opens) tile.addEventListener('click', () => { path.push(child.name); drawMap(true); });
    lay(tile, x, y, w, h);
    const room = opens && w > 90 && h > 70;
    if (w > 34 && h > 17) tile.append(el('span', {}, child.name + (opens ? '/' : ''), ...(room ? [' ', el('span', { class: 'size beside' }, size(value))] : [])));
    if (!room && w > 60 && h > 36) tile.append(el('span', { class: 'size' }, size(value)));
    if (room) inside(tile, child, w, h);
    tiles.push(tile);
  });
  box.replaceChildren(...tiles);
  if (!tiles.length) box.append(empty('Nothing here.'));
  if (focus) $('crumbs').lastElementChild.previousElementSibling.focus();
}

// ---- sections ----
function layers() {
  $('legend').replaceChildren('the area is the size, the colour is the layer that brought it (see below)' + (report.base.layers ? '; the base image is in the lowest ' + report.base.layers : ''));
  const most = Math.max(1, ...report.layers.map(layer => layer.bytes));
  $('layers-b').replaceChildren(...report.layers.map(layer => {
    const shown = el('i'), lost = el('i', { class: 'lost', title: size(layer.hiddenBytes) + ' that no container can see' });
    shown.style.width = 100 * Math.max(0, layer.bytes - layer.hiddenBytes) / most + '%';
    lost.style.width = 100 * layer.hiddenBytes / most + '%';
    return el('details', { class: 'layer' },
      el('summary', {}, paint(el('span', { class: 'key' }, String(layer.index)), layer.index), el('span', { class: 'n' }, size(layer.bytes)),
        el('code', {}, layer.instruction.length > 300 ? layer.instruction.slice(0, 300) + '…' : layer.instruction), el('span', { class: 'bar-of' }, shown, lost)),
      el('div', { class: 'more-of' },
        el('p', {}, number(layer.added) + ' added, ' + number(layer.changed) + ' changed, ' + number(layer.removed) + ' removed · ' + size(layer.transferBytes) + ' to pull'
          + (layer.hiddenBytes ? ' · ' + size(layer.hiddenBytes) + ' that no container can see' : '') + ' ', ...(layer.base ? [el('span', { class: 'tag' }, 'base image')] : [])),
        ...(layer.instruction.length > 300 ? [el('pre', {}, layer.instruction)] : []),
        ...(layer.largest.length ? [table([['Largest files'], ['Size', 'n']], layer.largest.map(file => el('tr', {}, el('td', { class: 'path' }, file.path), el('td', { class: 'n' }, size(file.bytes)))))] : []),
        el('p', { class: 'quiet' }, layer.digest)));
  }));
}

function waste() {
  const rows = report.reclaimable.rows;
  $('waste-b').replaceChildren(rows.length ? table([['Saves', 'n'], ['What'], ['How']], rows.map(row => el('tr', {},
    el('td', { class: 'n' }, size(row.bytes)),
    el('td', {}, el('details', {}, el('summary', {}, row.kind.replace(/-/g, ' ') + ', ' + number(row.files) + (row.files === 1 ? ' file' : ' files') + (row.layer == null ? '' : ' of layer ' + row.layer)),
      el('ul', {}, ...row.largest.map(file => el('li', {}, file.path + '  ' + size(file.bytes)))))),
    el('td', { class: 'fix' }, row.fix)))) : empty('Nothing: every byte is seen once, and none is there by habit.'));
}

function findings() {
  const all = report.contents ? report.contents.findings : [];
  const kinds = new Map();
  for (const one of all) kinds.set(one.kind, [...(kinds.get(one.kind) || []), one]);
  $('findings-b').replaceChildren(...(kinds.size ? [...kinds].map(([kind, rows]) => el('details', { class: 'kind', ...(rows.length < 6 ? { open: '' } : {}) },
    el('summary', {}, el('strong', {}, kind.replace(/-/g, ' ')), ' ', el('span', { class: 'tag' }, number(rows.length))),
    el('ul', {}, ...rows.slice(0, 300).map(row => el('li', {}, el('code', {}, row.where), ' ', el('span', { class: 'quiet' }, row.what + (row.layer == null ? '' : ', layer ' + row.layer))))),
    ...(rows.length > 300 ? [empty('and ' + number(rows.length - 300) + ' more')] : [])))
    : [empty(report.contents ? 'None.' : 'Nobody looked: the inventory was not taken.')]));
}

const list = { query: '', order: 'size', shown: 100 };
function packages() {
  const all = report.contents ? report.contents.packages : [];
  const words = list.query.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = all.filter(one => { const text = (one.purl + ' ' + one.licences.join(' ')).toLowerCase(); return words.every(word => text.includes(word)); });
  rows.sort((a, b) => (list.order === 'size' ? b.bytes - a.bytes : 0) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  $('packages-count').textContent = report.contents ? number(rows.length) + ' packages; ' + number(report.contents.unowned) + ' files belong to none' : 'Nobody looked: the inventory was not taken.';
  $('packages-b').replaceChildren(...(rows.length ? [table([['Package'], ['Version'], ['Size', 'n'], ['Files', 'n'], ['Layer', 'n'], ['Licence']],
    rows.slice(0, list.shown).map(one => el('tr', {}, el('td', {}, one.name, ' ', el('span', { class: 'tag' }, one.ecosystem)), el('td', {}, one.version), el('td', { class: 'n' }, size(one.bytes)),
      el('td', { class: 'n' }, one.keptFiles === one.files ? number(one.files) : number(one.keptFiles) + ' of ' + number(one.files)), el('td', { class: 'n' }, one.layer == null ? '' : String(one.layer)),
      el('td', { class: 'quiet' }, one.licences.join(', ')))))] : []));
  if (rows.length > list.shown) $('packages-b').append(el('button', { class: 'more', onclick: () => { list.shown += 500; packages(); } }, 'Show more (' + number(rows.length - list.shown) + ' are left)'));
}

function config() {
  const c = report.config;
  const rows = [['Entry point', c.entrypoint.join(' ')], ['Command', c.command.join(' ')], ['User', c.user || 'root (none is set)'], ['Directory', c.workingDirectory], ['Ports', c.ports.join(', ')],
    ['Volumes', c.volumes.join(', ')], ['Stop signal', c.stopSignal], ['Health check', c.healthCheck.join(' ')], ['Base image', (report.base.name + ' ' + report.base.digest).trim() || report.base.why],
    ...c.environment.map((text, i) => [i ? '' : 'Environment', text]), ...c.labels.map((text, i) => [i ? '' : 'Labels', text]), ...report.remarks.map(text => ['Remark', text])];
  $('config-b').replaceChildren(facts(rows.filter(([, value]) => value)));
  $('dockerfile-b').replaceChildren(el('pre', {}, report.dockerfile));
}

function draw() { drawMap(false); layers(); }

head();
draw();
waste();
findings();
packages();
config();
$('query').addEventListener('input', event => { list.query = event.target.value; list.shown = 100; packages(); });
$('order').addEventListener('change', event => { list.order = event.target.value; packages(); });
window.addEventListener('resize', () => drawMap(false));
dark.addEventListener('change', draw);
