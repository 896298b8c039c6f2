"""The week board: posts by days, people placed by mouse and by keyboard."""
