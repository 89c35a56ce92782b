package Late; sub say { "loaded late" } 1;
