"""Papers → mentions: a spaCy pipeline with one component an idea. The only folder that imports spaCy."""
