"""Sheets in, PDF bytes out. The only room that knows ReportLab; it has no clock, no database and no window."""
