"""Formulations of the instances as integer programs."""
