"""Source, cue and content linked into attributions, with exact bounds and a probability."""
