"""One file a screen: one or two SELECTs in, frozen rows out. They read; they never write."""
