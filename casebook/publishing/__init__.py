"""From a case to documents: templates and converters."""
