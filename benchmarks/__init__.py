"""What the README and the notes say of speed and memory comes from here: ``make bench``."""
