"""Signing in: who one is, the password, and the printed code when it is forgotten."""
