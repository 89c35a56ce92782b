const char *tell(void) { return "high at noon"; }
