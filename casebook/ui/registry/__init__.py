"""The actors and sources of a library: listed, written once for all cases, made one."""
