"""Foreign roster files to rows, findings and proposals. Bytes in, data out; meant to run in a child process."""
