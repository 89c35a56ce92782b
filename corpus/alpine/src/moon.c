const char *tell(void) { return "waxing"; }
