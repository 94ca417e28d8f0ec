"""Figures: how good, how fast and how large factdesk is beside what people would use instead."""
