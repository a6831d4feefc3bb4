"""Runs a notebook on the Deno kernel under Jupyter's own client, and writes it with its outputs.

Every cell runs, whatever the ones before it threw: who started this judges the outputs.
"""

import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete
from nbclient.util import ensure_async

# The kernel has sent what it still had to send by the time it answers to this cell.
LAST = nbformat.v4.new_code_cell("await new Promise((resolve) => setTimeout(resolve, 200));")


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
        while True:
            message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=None))
            request = message["parent_header"].get("msg_id")
            if request not in self.cells:
                continue
            try:
                self.process_message(message, *self.cells[request])
            except CellExecutionComplete:
                if request == parent_msg_id:
                    return


source, target, folder, seconds = sys.argv[1:5]
notebook = nbformat.read(source, as_version=4)
notebook.cells.append(LAST)
client = Client(
    notebook,
    kernel_name="deno",
    timeout=int(seconds),
    allow_errors=True,
    record_timing=True,
    resources={"metadata": {"path": folder}},
)
client.execute()
notebook.cells.pop()
nbformat.write(notebook, target)
