"""The page of records: one self-contained HTML file, the reports with their statements marked."""
