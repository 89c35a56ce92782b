<?php
header('Content-Type: application/json');
$db = new PDO('sqlite:/var/www/app/data/shop.sqlite');
$db->exec('create table if not exists thing (id integer primary key, name text)');
$db->exec("insert or ignore into thing values (1, 'cup'), (2, 'bowl')");
$row = $db->query('select name from thing where id = ' . (int) $_GET['id'])->fetch(PDO::FETCH_ASSOC);
if (!$row) { http_response_code(404); }
echo json_encode($row ?: ['error' => 'none']);
