"""打印中心: choose a sheet, see the very PDF, print or save it."""
