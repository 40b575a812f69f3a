"""workbench: reads health articles, turns them into claims and checks each, with the same answer everywhere."""

__version__ = "0.1.0"
