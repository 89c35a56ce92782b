#!/usr/bin/perl -w
use strict;
use CGI;
my $q = CGI->new;
print $q->header('text/html'), '<html><body><h1>Perl</h1><form action="/cgi/tools.pl"><input name="what" value="json"></form></body></html>';
