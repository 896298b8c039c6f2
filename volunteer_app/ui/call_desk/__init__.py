"""召集台: fill a shift by telephone, as fast as one person can dial. Rules and records belong to the services."""
