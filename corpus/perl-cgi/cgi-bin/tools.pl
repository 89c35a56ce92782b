#!/usr/bin/env perl
use strict;
use warnings;
use lib '/srv/cgi-bin/lib';
use CGI;
my $q = CGI->new;
my $what = $q->param('what') || '';
my %do = (
  json => sub { require JSON; JSON::encode_json({ a => 1 }) },
  sql => sub { require DBI; DBI->connect('dbi:SQLite:dbname=:memory:')->selectrow_array('select 6 * 7') },
  zone => sub { require DateTime; DateTime->new(year => 2024, month => 7, day => 1, time_zone => 'Asia/Tokyo')->strftime('%z') },
  template => sub { require Template; my $out; Template->new->process(\'[% x | upper %]', { x => 'cup' }, \$out); $out },
  encode => sub { require Encode; length Encode::encode('shiftjis', "\x{65e5}") },
  unicode => sub { "\x{e4}" =~ /\p{Lowercase}/ ? 'lower' : 'no' },
  late => sub { require Late; Late::say() },
  digest => sub { require Digest::SHA; substr Digest::SHA::sha256_hex('x'), 0, 8 },
  child => sub { my $y = `date -u +%Y`; chomp $y; $y },
  locale => sub { require POSIX; POSIX::strftime('%A', 0, 0, 0, 1, 6, 124) },
  die => sub { die "on purpose\n" },
);
my $text = ($do{$what} || sub { 'what?' })->();
print $q->header('text/plain'), $text;
