"""From labelled reports to the weights in the wheel. The only folder that imports torch."""
