require 'sinatra'

set :bind, '0.0.0.0'
set :port, 4567
set :server, 'puma'
set :environment, :production

get('/') { erb :index }
get('/xml') { require 'nokogiri'; Nokogiri::XML('<a><b>deep</b></a>').at('b').text }
get('/csv') { require 'csv'; CSV.generate { |csv| csv << [1, 'two, three'] } }
get('/yaml') { require 'yaml'; { 'a' => 1 }.to_yaml }
get('/sqlite') { require 'sqlite3'; SQLite3::Database.new(':memory:').execute('select 6 * 7').first.first.to_s }
get('/digest') { require 'openssl'; OpenSSL::Digest::SHA256.hexdigest('x')[0, 8] }
get('/date') { require 'date'; Date.parse('2024-02-29').next_year.to_s }
get('/late') { require_relative 'lib/late'; Late.say }
get('/child') { `date -u +%Y` }
get('/encoding') { 'ä'.encode('Shift_JIS', undef: :replace).encode('UTF-8') + 'あ'.encode('EUC-JP').bytesize.to_s }
get('/fail') { raise 'on purpose' }
error { 'our own trouble page' }
not_found { 'our own missing page' }
