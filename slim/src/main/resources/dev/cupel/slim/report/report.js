const cut = (before, after) => before > 0 ? '−' + (100 * (1 - after / before)).toFixed(1) + ' %' : '–';
const meter = (part, whole) => {
  const fill = el('i');
  fill.style.width = (whole > 0 ? 100 * part / whole : 0) + '%';
  return el('span', { class: 'meter', role: 'img', 'aria-label': Math.round(whole > 0 ? 100 * part / whole : 0) + ' percent left' }, fill);
};

function head() {
  document.title = data.source.reference + ' – Cupel report';
  $('version').textContent = data.cupel;
  $('title').append(data.source.reference + (data.result ? ' → ' + data.result.reference : ''), ' ',
    el('span', { class: 'badge ' + data.verdict }, data.verdict));
  $('summary').textContent = data.summary;
  const ready = m => m.readyMillis == null ? null : m.readyMillis;
  const figures = [
    [size(data.original.bytes) + ' → ' + size(data.slim.bytes), 'unpacked, ' + cut(data.original.bytes, data.slim.bytes)],
    [number(data.original.files) + ' → ' + number(data.slim.files), 'files'],
    [size(data.original.transferBytes) + ' → ' + size(data.slim.transferBytes), 'to pull, ' + cut(data.original.transferBytes, data.slim.transferBytes)],
  ];
  if (ready(data.original) != null && ready(data.slim) != null)
    figures.push([seconds(ready(data.original)) + ' → ' + seconds(ready(data.slim)), 'until ready (measured under sensors)']);
  if (data.probes.length) {
    const same = data.probes.filter(p => p.same).length;
    figures.push([same + ' of ' + data.probes.length, 'probes answered alike']);
  }
  if (data.run.coverage != null)
    figures.push([(100 * data.run.coverage).toFixed(1) + ' %', 'chance that one more probe would use no new file']);
  showFigures(figures);
  showSections([['map', 'Map'], ['probes', 'Probes'], ['rounds', 'Verification'], ['files', 'Files'], ['packages', 'Packages'], ...(data.vulnerabilities ? [['vulnerabilities', 'Vulnerabilities']] : []), ['layers', 'Layers'], ['run', 'Run']]);
}

// ---- treemap ----
const view = { by: 'directory', show: 'before', path: [] };

function directoryTree() {
  const root = { name: '/', before: 0, after: 0, children: new Map() };
  const add = (path, bytes, kept) => {
    let node = root;
    const parts = path.split('/').filter(Boolean);
    const grow = one => { one.before += bytes; if (kept) one.after += bytes; };
    grow(node);
    for (const part of parts) {
      if (!node.children.has(part)) node.children.set(part, { name: part, before: 0, after: 0, children: new Map() });
      node = node.children.get(part);
      grow(node);
    }
  };
  for (const row of data.kept) add(row.path, row.bytes, true);
  for (const row of data.dropped) add(row.path, row.bytes, false);
  return root;
}
function packageTree() {
  const root = { name: 'all packages', before: 0, after: 0, children: new Map() };
  const add = (name, before, after) => {
    root.before += before; root.after += after;
    root.children.set(name, { name, before, after, children: new Map() });
  };
  for (const row of data.packages) add(row.name + ' ' + row.version, row.originalBytes, row.slimBytes);
  const all = trees.directory;
  add('in no package', Math.max(0, all.before - root.before), Math.max(0, all.after - root.after));
  return root;
}
const trees = {};
trees.directory = directoryTree();
trees.package = packageTree();

function drawMap() {
  let node = trees[view.by];
  const crumbs = [el('button', { onclick: () => { view.path = []; drawMap(); } }, node.name)];
  view.path.forEach((name, index) => {
    node = node.children.get(name);
    crumbs.push(' / ', el('button', { onclick: () => { view.path = view.path.slice(0, index + 1); drawMap(); } }, name));
  });
  $('crumbs').replaceChildren(...crumbs);
  const box = $('treemap');
  const items = largest([...node.children.values()].map(child => ({ child, value: child[view.show] })));
  const tiles = [];
  squarify(items, 0, 0, box.clientWidth, box.clientHeight, ({ child, value }, x, y, w, h) => {
    if (w < 3 || h < 3) return;
    const opens = child.children.size > 0;
    const words = child.name + ', ' + size(child.before) + ' before, ' + size(child.after) + ' after';
    const tile = el(opens ? 'button' : 'div', { class: 'tile', title: words, 'aria-label': words });
    if (opens) tile.addEventListener('click', () => { view.path.push(child.name); drawMap(); });
    lay(tile, x, y, w, h);
    const fill = el('i');
    fill.style.width = (view.show === 'after' ? 100 : 100 * child.after / child.before) + '%';
    tile.append(fill);
    if (w > 34 && h > 17) tile.append(el('span', {}, child.name));
    if (w > 60 && h > 36) tile.append(el('span', { class: 'size' }, view.show === 'before' ? size(child.before) + ' → ' + size(child.after) : size(value)));
    tiles.push(tile);
  });
  box.replaceChildren(...tiles);
  if (!tiles.length) box.append(empty('Nothing here.'));
}

// ---- files ----
const list = { which: 'kept', query: '', order: 'path', shown: 200 };
function drawFiles() {
  const words = list.query.toLowerCase().split(/\s+/).filter(Boolean);
  const source = list.which === 'kept' ? data.kept : data.dropped;
  const text = row => list.which === 'kept' ? row.path + '\n' + row.why.map(i => data.reasons[i]).join('\n') : row.path;
  let rows = words.length ? source.filter(row => { const t = text(row).toLowerCase(); return words.every(word => t.includes(word)); }) : source.slice();
  if (list.order === 'size') rows.sort((a, b) => b.bytes - a.bytes);
  const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
  $('files-count').textContent = number(rows.length) + (list.which === 'kept' ? ' kept' : ' dropped (a folder that went whole is one row)') + ', ' + size(bytes);
  const shown = rows.slice(0, list.shown).map(row => list.which === 'kept'
    ? el('tr', {}, el('td', { class: 'path' }, row.path), el('td', { class: 'n' }, size(row.bytes)), el('td', { class: 'why' }, ...row.why.map(i => el('div', {}, data.reasons[i]))))
    : el('tr', {}, el('td', { class: 'path' }, row.path), el('td', { class: 'n' }, size(row.bytes)), el('td', { class: 'n' }, number(row.files))));
  const heads = list.which === 'kept' ? [['Path'], ['Size', 'n'], ['Why it stays']] : [['Path'], ['Size', 'n'], ['Files', 'n']];
  $('files-b').replaceChildren(table(heads, shown));
  if (rows.length > list.shown) $('files-b').append(el('button', { class: 'more', onclick: () => { list.shown += 1000; drawFiles(); } }, 'Show more (' + number(rows.length - list.shown) + ' are left)'));
}

// ---- probes ----
// What a reader looks for comes first: answers that differ, then questions that brought something new. The rest is there on request.
let allProbes = false;
function drawProbes() {
  if (!data.probes.length) {
    $('probes-b').replaceChildren(empty('Nothing was run, so nothing was probed.'));
    return;
  }
  const rank = p => p.same ? (p.newFiles ? 1 : 2) : 0;
  const telling = data.probes.filter(p => rank(p) < 2);
  const shown = allProbes ? data.probes : telling.slice().sort((a, b) => rank(a) - rank(b));
  const rest = data.probes.length - telling.length;
  $('probes-b').replaceChildren(
    ...(shown.length ? [table([['Probe'], ['Original'], ['Slim'], [''], ['New files', 'n']],
      shown.map(p => el('tr', {}, el('td', { class: 'path' }, p.request), el('td', {}, p.original), el('td', {}, p.slim),
        el('td', { class: p.same ? 'ok' : 'no' }, p.same ? (p.steady ? '✓ same' : '✓ same status; the original itself varies') : '✗ differs'), el('td', { class: 'n' }, number(p.newFiles)))))] : []),
    ...(rest ? [el('button', { class: 'more', onclick: () => { allProbes = !allProbes; drawProbes(); } },
      allProbes ? 'Show only what differs or used new files' : 'Show all ' + number(data.probes.length) + ' in their order (' + number(rest) + ' more were answered alike and used no new file)')] : []));
}

// ---- vulnerabilities ----
function drawVulnerabilities() {
  const found = data.vulnerabilities;
  if (!found) return;
  $('vulnerabilities').hidden = false;
  const meaning = { ADDED: 'added', FIXED: 'fixed', GONE: 'gone with the code', PARTLY: 'still told of, files are gone', HIDDEN: 'hidden, not fixed' };
  const counts = one => number(one.total) + ' (' + number(one.critical) + ' critical, ' + number(one.high) + ' high)';
  const rows = found.rows.slice(0, 2000);
  $('vulnerabilities-b').replaceChildren(...found.warnings.map(text => el('p', { class: 'no' }, text)),
    el('p', {}, counts(found.before) + ' → ' + counts(found.after) + ', ' + number(found.same) + ' the same. Database of ' + (found.databaseDate ? found.databaseDate.slice(0, 10) : 'an unknown day') + '.'),
    ...(rows.length ? [table([['Vulnerability'], ['Severity'], ['Package'], ['Files left', 'n'], ['']], rows.map(row => el('tr', {}, el('td', {}, row.id), el('td', {}, row.severity.toLowerCase()),
      el('td', {}, row.name + ' ' + (row.before || row.after)), el('td', { class: 'n' }, row.total ? number(row.kept) + ' of ' + number(row.total) : ''),
      el('td', { class: row.change === 'HIDDEN' || row.change === 'ADDED' ? 'no' : '' }, meaning[row.change]))))] : []),
    ...(found.rows.length > rows.length ? [el('p', { class: 'quiet' }, number(found.rows.length - rows.length) + ' more are in report.json.')] : []));
}

function sections() {
  drawVulnerabilities();
  drawProbes();
  $('rounds-b').replaceChildren(...(data.rounds.length ? data.rounds.map(round => el('div', {},
    el('p', {}, el('strong', { class: round.passed ? 'ok' : 'no' }, 'Round ' + round.number + ': ' + (round.passed ? 'the slim image behaves like the original' : number(round.differences.length) + ' differences'))),
    ...round.differences.slice(0, 200).map(text => el('pre', {}, text)),
    ...(round.repaired.length ? [el('p', { class: 'quiet' }, 'Brought back: ' + round.repaired.slice(0, 50).join(', ') + (round.repaired.length > 50 ? ' …' : ''))] : [])))
    : [empty('The slim image was not run; nothing is proven.')]));
  $('packages-b').replaceChildren(data.packages.length ? table([['Package'], ['Version'], ['Files left', 'n'], [''], ['Before', 'n'], ['After', 'n']],
    data.packages.slice().sort((a, b) => b.slimBytes - a.slimBytes || b.originalBytes - a.originalBytes).map(p => el('tr', {}, el('td', {}, p.name), el('td', { class: 'quiet' }, p.version),
      el('td', { class: 'n' }, number(p.keptFiles) + ' of ' + number(p.files)), el('td', {}, meter(p.slimBytes, p.originalBytes)), el('td', { class: 'n' }, size(p.originalBytes)), el('td', { class: 'n' }, size(p.slimBytes)))))
    : empty('The image has no package database.'));
  $('layers-b').replaceChildren(table([['Made by'], ['Before', 'n'], ['After', 'n'], ['Blob']],
    data.layers.map(layer => el('tr', {}, el('td', { class: 'path' }, layer.createdBy || layer.diffId), el('td', { class: 'n' }, size(layer.originalBytes)), el('td', { class: 'n' }, size(layer.slimBytes)),
      el('td', {}, layer.reused ? 'the original’s' : layer.slimBytes ? 'new' : 'gone')))));
  const rows = [['Command', data.run.command.join(' ')], ['Mode', data.run.mode], ['Runtime', data.run.runtime], ['Sensors', data.run.sensors.join(', ') || 'none'],
    ['Events lost', data.run.complete ? 'none' : 'the trace is incomplete: ' + data.run.lostEvents + ' lost'], ['Listening', data.run.listening.join(', ') || 'nothing'],
    ['Source', data.source.digest + ' (' + data.source.platform + ')']];
  if (data.result) rows.push(['Result', data.result.digest]);
  if (data.run.connected.length) rows.push(['Connected to', data.run.connected.join(', ')]);
  if (data.run.capabilities.length) rows.push(['Capabilities used', data.run.capabilities.join(', ')]);
  if (data.run.systemCalls.length) rows.push(['System calls', number(data.run.systemCalls.length) + ': ' + data.run.systemCalls.join(', ')]);
  if (data.run.written.length) rows.push(['Written', number(data.run.written.length) + ' paths: ' + data.run.written.slice(0, 50).join(', ') + (data.run.written.length > 50 ? ' …' : '')]);
  for (const one of data.recordings) {
    rows.push(['Recording', one.name + ' (' + one.tools.join(', ') + '): ' + number(one.events) + ' events, ' + number(one.used) + ' used'
      + (one.unidentified ? ', of which ' + number(one.unidentified) + ' name no image' : '') + '; ' + number(one.leftOut) + ' of other images or the host left out; '
      + (one.complete ? 'no loss is told' : 'incomplete')]);
    one.remarks.forEach(remark => rows.push(['', remark]));
  }
  data.run.remarks.forEach(remark => rows.push(['Remark', remark]));
  const end = Math.max(1, ...data.timeline.map(step => step.startMillis + step.millis));
  $('run-b').replaceChildren(facts(rows), el('h3', {}, 'Timeline'),
    ...data.timeline.map(step => {
      const bar = el('i');
      bar.style.left = 100 * step.startMillis / end + '%';
      bar.style.width = 100 * step.millis / end + '%';
      return el('div', { class: 'lane' }, bar, el('span', {}, step.name), el('em', {}, seconds(step.millis)));
    }));
}

head();
sections();
drawMap();
drawFiles();
switches('by', by => { view.by = by; view.path = []; drawMap(); });
switches('show', show => { view.show = show; drawMap(); });
switches('which', which => { list.which = which; list.shown = 200; drawFiles(); });
$('query').addEventListener('input', event => { list.query = event.target.value; list.shown = 200; drawFiles(); });
$('order').addEventListener('change', event => { list.order = event.target.value; drawFiles(); });
window.addEventListener('resize', drawMap);
