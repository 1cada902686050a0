"""The commands of the headless face."""
