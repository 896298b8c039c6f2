"""The house rules, as tests: source, contracts, tree."""
