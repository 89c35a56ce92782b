<?php class Lazy { function say() { return "loaded late"; } }
