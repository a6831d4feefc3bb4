"""Runs a notebook on the Deno kernel under Jupyter's own client, and writes it with its outputs.

Every cell runs, whatever the ones before it threw: who started this judges the outputs.
"""

import sys

import nbformat
from nbclient import NotebookClient

source, target, folder, seconds = sys.argv[1:5]
notebook = nbformat.read(source, as_version=4)
client = NotebookClient(
    notebook,
    kernel_name="deno",
    timeout=int(seconds),
    allow_errors=True,
    record_timing=True,
    resources={"metadata": {"path": folder}},
)
client.execute()
nbformat.write(notebook, target)
