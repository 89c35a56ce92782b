<?php
switch ($_GET['what'] ?? '') {
  case 'image': $i = imagecreatetruecolor(8, 8); header('Content-Type: image/png'); imagepng($i); break;
  case 'jpeg': $i = imagecreatetruecolor(8, 8); header('Content-Type: image/jpeg'); imagejpeg($i); break;
  case 'zone': $d = new DateTime('2024-07-01 12:00', new DateTimeZone('Europe/Berlin')); echo $d->format('c'); break;
  case 'intl': $f = new NumberFormatter('de_DE', NumberFormatter::CURRENCY); echo $f->formatCurrency(1234.5, 'EUR'); break;
  case 'multi': echo mb_strtoupper('straße'); break;
  case 'zip': $z = new ZipArchive(); $z->open('/tmp/x.zip', ZipArchive::CREATE); $z->addFromString('a', 'b'); $z->close(); echo filesize('/tmp/x.zip') > 10 ? 'zipped' : 'no'; break;
  case 'child': echo trim(shell_exec('date -u +%Y-%m')); break;
  case 'lazy': require __DIR__ . '/lib/Lazy.php'; echo (new Lazy())->say(); break;
  case 'xml': echo (new SimpleXMLElement('<a><b>deep</b></a>'))->b; break;
  case 'iconv': echo iconv('UTF-8', 'ISO-8859-15', "\u{20ac}") === "\xa4" ? 'euro' : 'no'; break;
  case 'fail': throw new RuntimeException('on purpose');
  default: http_response_code(400); echo 'what?';
}
