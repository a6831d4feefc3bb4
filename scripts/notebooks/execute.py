"""Runs a notebook on the Deno kernel under Jupyter's own client, and writes it with its outputs.

Every cell runs, whatever the ones before it threw: who started this judges the outputs.
"""

import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete
from nbclient.util import ensure_async

# What the kernel still had to print or to show is there once this is.
LAST = nbformat.v4.new_code_cell(
    """await new Promise((resolve) => setTimeout(resolve, 200));
console.log("last");
await Deno.jupyter.broadcast("display_data", { data: { "text/plain": "last" }, metadata: {} });"""
)


def is_there(cell):
    """Whether all that the last cell prints and shows has come."""
    return {"stream", "display_data"} <= {output.output_type for output in cell.outputs}


class Client(NotebookClient):
    """Gives each output to its own cell.

    The Deno kernel may call a cell idle before all that it shows is sent; by then nbclient listens
    to the next cell alone.
    """

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.cells = {}

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        self.cells[parent_msg_id] = (cell, cell_index)
        is_idle = False
        while not is_idle or cell.source == LAST.source and not is_there(cell):
            message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=None))
            request = message["parent_header"].get("msg_id")
            if request not in self.cells:
                continue
            try:
                self.process_message(message, *self.cells[request])
            except CellExecutionComplete:
                is_idle = is_idle or request == parent_msg_id


source, target, folder, seconds = sys.argv[1:5]
notebook = nbformat.read(source, as_version=4)
notebook.cells.append(LAST)
client = Client(
    notebook,
    kernel_name="deno",
    # A busy machine takes its time to start the kernel, and to pass on what that says.
    startup_timeout=int(seconds),
    timeout=int(seconds),
    iopub_timeout=int(seconds),
    allow_errors=True,
    record_timing=True,
    resources={"metadata": {"path": folder}},
)
client.execute()
notebook.cells.pop()
nbformat.write(notebook, target)
