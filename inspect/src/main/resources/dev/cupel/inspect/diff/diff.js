const signs = { added: '+', removed: '−', changed: '~' };
const signed = bytes => (bytes < 0 ? '−' : '+') + size(Math.abs(bytes));
const words = (count, one, many) => number(count) + ' ' + (count === 1 ? one : many);
let report = data.platforms.length ? data.platforms[0].report : null;

function head() {
  const any = report || data;
  document.title = data.a + ' → ' + data.b + ' – Cupel diff';
  $('version').textContent = data.cupel;
  $('title').textContent = data.a + ' → ' + data.b;
  $('verdict').textContent = report ? report.verdict : 'nothing in common';
  $('verdict').className = 'badge ' + (any.verdict === 'different' || !report ? 'no' : 'ok');
  $('summary').textContent = report ? report.summary : 'They are for different platforms.';
  const only = [['A', data.onlyInA], ['B', data.onlyInB]].filter(([, list]) => list.length).map(([side, list]) => 'only in ' + side + ': ' + list.join(', '));
  $('only').textContent = only.join('; ');
  $('choice').hidden = data.platforms.length < 2 && !only.length;
  if (!report) { $('sections').hidden = $('main').hidden = true; return; }
  $('sides').replaceChildren(...[['A', report.a], ['B', report.b]].flatMap(([side, image]) => [el('dt', {}, side),
    el('dd', {}, image.platform + ' · ' + image.digest + (image.created ? ' · made ' + image.created.slice(0, 10) : ''))]));
  const files = report.files.filter(row => !row.made).length, layers = report.layers;
  showFigures([
    [signed(report.size.after - report.size.before), size(report.size.before) + ' → ' + size(report.size.after) + ' of what a container sees'],
    [number(layers.shared) + ' of ' + number(layers.b), 'layers shared; ' + size(layers.transferBytes) + ' to pull for who has A'],
    [number(report.packages.length), report.packages.length === 1 ? 'package differs' : 'packages differ'],
    [number(files), (files === 1 ? 'path differs' : 'paths differ') + (report.files.length > files ? ', and ' + number(report.files.length - files) + (report.files.length - files === 1 ? ' that carries times' : ' that carry times') : '')],
    [number(report.newFindings.length), 'new findings, ' + number(report.goneFindings.length) + ' gone'],
  ]);
  showSections([['size', 'Bytes'], ['settings', 'Configuration'], ['packages', 'Packages'], ['findings', 'Findings'],
    ...(report.vulnerabilities ? [['vulnerabilities', 'Vulnerabilities']] : []), ['files', 'Files']]);
}

function causes(shown) {
  const all = report.size.causes, most = Math.max(1, ...all.map(row => Math.abs(row.after - row.before)));
  $('size-b').replaceChildren(...(all.length ? all.slice(0, shown).map(row => {
    const difference = row.after - row.before, bar = el('i', { class: difference < 0 ? 'less' : '' });
    bar.style.width = 100 * Math.abs(difference) / most + '%';
    return el('div', { class: 'cause', title: size(row.before) + ' → ' + size(row.after) }, el('span', { class: 'n' }, signed(difference)), el('span', { class: 'bar-of', 'aria-hidden': 'true' }, bar), el('span', { class: 'what' }, row.cause));
  }) : [empty('Nowhere: the sizes are the same.')]));
  if (all.length > shown) $('size-b').append(el('button', { class: 'more', onclick: () => causes(shown + 200) }, 'Show more (' + number(all.length - shown) + ' are left)'));
}

const change = (before, after) => el('td', {}, ...(before ? [el('del', {}, before)] : []), ...(after ? [el('ins', {}, after)] : []));

function settings() {
  const part = (title, rows) => rows.length ? [el('h3', {}, title), table([['What'], ['Difference']], rows.map(row => el('tr', {}, el('td', {}, row.name), change(row.before, row.after))))] : [];
  const parts = [...part('Configuration', report.settings), ...part('Accounts', report.accounts), ...report.remarks.map(text => el('p', {}, 'Note: ' + text))];
  $('settings-b').replaceChildren(...(parts.length ? parts : [empty('The same.')]));
}

const kinds = { added: 'added', removed: 'removed', forgotten: 'removed', downgraded: 'removed', upgraded: 'added' };
function packages(shown) {
  const all = report.packages;
  $('packages-b').replaceChildren(...(all.length ? [table([['Package'], ['Change'], ['Version'], ['Licence']], all.slice(0, shown).map(row => el('tr', {},
    el('td', {}, row.name, ' ', el('span', { class: 'tag' }, row.ecosystem)), el('td', {}, el('span', { class: kinds[row.change] }, row.change), row.note ? el('div', { class: 'quiet' }, row.note) : ''),
    change(row.before, row.after), el('td', { class: 'quiet' }, row.licences.join(', ') + (row.licencesDiffer ? ' (another than before)' : '')))))] : [empty('The same.')]));
  if (all.length > shown) $('packages-b').append(el('button', { class: 'more', onclick: () => packages(shown + 500) }, 'Show more (' + number(all.length - shown) + ' are left)'));
}

function findings() {
  const part = (title, rows) => rows.length ? [el('h3', {}, title), table([['Finding'], ['Where'], ['What']], rows.slice(0, 500).map(row => el('tr', {},
    el('td', {}, row.kind.replace(/-/g, ' ')), el('td', { class: 'path' }, row.where), el('td', { class: 'quiet' }, row.what)))),
    ...(rows.length > 500 ? [empty('and ' + number(rows.length - 500) + ' more')] : [])] : [];
  const parts = [...part('Only B has', report.newFindings), ...part('Only A has', report.goneFindings)];
  $('findings-b').replaceChildren(...(parts.length ? parts : [empty('The same.')]));
}

const becomes = { ADDED: 'added', FIXED: 'fixed', GONE: 'gone with the code', PARTLY: 'still told of, files of the package are gone', HIDDEN: 'hidden, not fixed' };
function vulnerabilities(shown) {
  const all = report.vulnerabilities;
  $('vulnerabilities').hidden = !all;
  if (!all) return;
  const day = all.databaseDate ? all.databaseDate.slice(0, 10) : 'an unknown day', counts = one => number(one.total) + ' (' + number(one.critical) + ' critical, ' + number(one.high) + ' high)';
  $('vulnerabilities-b').replaceChildren(...all.warnings.map(text => el('p', {}, 'Warning: ' + text)),
    el('p', {}, counts(all.before) + ' → ' + counts(all.after) + ', ' + number(all.same) + ' the same (database of ' + day + ')'),
    all.rows.length ? table([['Vulnerability'], ['Severity'], ['Package'], ['Version'], ['What became of it']], all.rows.slice(0, shown).map(row => el('tr', {},
      el('td', {}, row.id), el('td', {}, row.severity.toLowerCase()), el('td', {}, row.name, ' ', el('span', { class: 'tag' }, row.type)), change(row.before, row.after === row.before ? '' : row.after),
      el('td', { class: { ADDED: 'removed', FIXED: 'added', GONE: 'added' }[row.change] || '' }, becomes[row.change])))) : empty('The same.'));
  if (all.rows.length > shown) $('vulnerabilities-b').append(el('button', { class: 'more', onclick: () => vulnerabilities(shown + 500) }, 'Show more (' + number(all.rows.length - shown) + ' are left)'));
}

const list = { query: '', kind: '', made: false, shown: 200 };
function told(row) {
  const lines = [...row.details, ...row.elf];
  const parts = [row.what.filter(word => word !== 'file').join(', ') + (row.files > 1 ? ', ' + words(row.files, 'file', 'files') : '') + (row.made ? ', carries times' : '')];
  if (lines.length) parts.push(el('ul', {}, ...lines.map(line => el('li', {}, line))));
  if (row.members.length) parts.push(el('details', {}, el('summary', {}, words(row.members.length, 'entry differs', 'entries differ') + (row.members.length === 100 ? ' at least' : '')),
    el('ul', {}, ...row.members.map(one => el('li', {}, el('span', { class: one.kind }, signs[one.kind] + ' '), one.name)))));
  return el('td', {}, ...parts);
}

function files() {
  const rows = report.files.filter(row => (list.made || !row.made) && (!list.kind || row.kind === list.kind) && row.path.toLowerCase().includes(list.query));
  $('files-count').textContent = words(rows.length, 'path', 'paths') + ' of ' + number(report.files.length);
  $('files-b').replaceChildren(...(rows.length ? [table([['', ''], ['Path'], ['What'], ['Bytes', 'n']], rows.slice(0, list.shown).map(row => el('tr', {},
    el('td', { class: row.kind }, el('span', { title: row.kind, role: 'img', 'aria-label': row.kind }, signs[row.kind])), el('td', { class: 'path' }, row.path), told(row), el('td', { class: 'n' }, row.after === row.before ? '' : signed(row.after - row.before)))))] : [empty('None.')]));
  if (rows.length > list.shown) $('files-b').append(el('button', { class: 'more', onclick: () => { list.shown += 1000; files(); } }, 'Show more (' + number(rows.length - list.shown) + ' are left)'));
}

function draw() {
  head();
  if (report) { causes(20); settings(); packages(200); findings(); vulnerabilities(200); files(); }
}

$('platform').append(...data.platforms.map((one, i) => el('option', { value: String(i) }, one.platform + ' – ' + one.report.verdict)));
$('platform').addEventListener('change', event => { report = data.platforms[event.target.value].report; list.shown = 200; draw(); });
$('query').addEventListener('input', event => { list.query = event.target.value.toLowerCase(); list.shown = 200; files(); });
$('kind').addEventListener('change', event => { list.kind = event.target.value; files(); });
$('made').addEventListener('change', event => { list.made = event.target.checked; files(); });
draw();
