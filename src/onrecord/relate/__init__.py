"""From attributions and entities to times, engagements, exchanges and acts."""
