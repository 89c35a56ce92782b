<?php echo "<html><body><h1>Shop</h1><a href='/thing/1'>one</a></body></html>";
