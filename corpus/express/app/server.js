const express = require('express');
const path = require('path');
const app = express();
app.set('view engine', 'ejs');
app.use(require('helmet')());
app.use(express.static(path.join(__dirname, 'public')));
app.get('/', (req, res) => res.render('index', { title: 'Express' }));
app.get('/hash', async (req, res) => {
  const bcrypt = require('@node-rs/bcrypt');
  res.send(String(await bcrypt.compare('x', await bcrypt.hash('x', 4))));
});
app.get('/picture/:kind', async (req, res) => {
  const sharp = require('sharp');
  res.type('application/octet-stream').send(await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).toFormat(req.params.kind).toBuffer());
});
app.get('/zone', (req, res) => res.send(new Date(Date.UTC(2024, 6, 1)).toLocaleString('de-DE', { timeZone: 'Asia/Tokyo' })));
app.get('/moment/:locale', (req, res) => res.send(require('moment')('2024-07-01').locale(req.params.locale).format('LLLL')));
app.get('/plugin/:name', async (req, res) => {
  const { default: run } = await import('./lib/' + req.params.name + '.mjs');
  res.send(run());
});
app.get('/worker', (req, res) => {
  const { Worker } = require('worker_threads');
  new Worker(path.join(__dirname, 'lib', 'worker.js')).once('message', text => res.send(text));
});
app.get('/child', (req, res) => res.send(require('child_process').execSync('date -u +%Y').toString().trim()));
app.post('/upload', require('multer')().single('file'), (req, res) => res.send(String(req.file.size)));
app.get('/fail', () => { throw new Error('on purpose'); });
app.use((req, res) => res.status(404).render('missing'));
app.use((error, req, res, next) => { console.error(error.stack); res.status(500).render('trouble'); });
const server = app.listen(3000, () => console.log('ready'));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
