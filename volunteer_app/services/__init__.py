"""Use cases: one file per family; one public method is one transaction and one sentence an operator would say."""
