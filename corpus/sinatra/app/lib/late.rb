module Late; def self.say = 'loaded late'; end
