"""Names the project knows: actors, people, governments and places, read from the tables in ``data/lexicons``."""
