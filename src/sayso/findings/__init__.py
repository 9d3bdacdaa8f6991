"""What sayso can say about a report: frozen data, no input or output. Front door: `reading`."""
