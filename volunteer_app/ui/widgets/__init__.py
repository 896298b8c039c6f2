"""Small reusable widgets. They refuse services and pages: values in, signals out."""
