"""The Publish workspace: from cases to files."""
