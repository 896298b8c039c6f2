"""One per aggregate: get, add, save and the finders its use cases need. They take and give domain objects only."""
