"""What is true in the office: rules and their values. No clock, no files, no library beyond Python's own."""
