"""One module per section of a case study: the only place that names its fields."""
