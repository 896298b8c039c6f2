"""The parts of the frame around the pages: navigation, header, status bar, search, help. They refuse services."""
