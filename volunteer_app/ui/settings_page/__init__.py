"""设置: the office, its teams, the look of this PC, backups, the audit log. Changes act at once and can be undone."""
