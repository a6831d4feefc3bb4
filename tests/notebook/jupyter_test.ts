import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";
import { NOTEBOOKS_DIR } from "../../scripts/notebooks/document.ts";

// Elsewhere Deno puts its kernel into the user's own folder, whatever a test says.
const ignore = Deno.build.os !== "linux";
if (ignore) console.warn("skipped: opening notebooks with a stand-in for Jupyter, but on Linux");

/** A stand-in for Jupyter: it knows the kernels of one folder, and says how it was opened. */
function jupyter(installed: string): string {
  return `#!/bin/sh
PATH=/usr/bin:/bin
case "$1" in
  kernelspec)
    spec=$(find "$KERNELS" -name kernel.json 2>/dev/null | sort | head -n 1)
    if [ -z "$spec" ]; then echo '{"kernelspecs": {}}'
    else echo '{"kernelspecs": {"deno": {"spec":'; cat "$spec"; echo '}}}'; fi ;;
  ${installed}) [ "$2" = --version ] || echo "opened $*" ;;
  trust) ;;
  *) exit 1 ;;
esac
`;
}

interface Setting {
  /** Programs on the PATH. */
  programs: Record<string, string>;
  /** Program of the kernel that is installed already. */
  kernel?: string;
  /** Where Jupyter looks for kernels, below the test's folder. */
  kernels?: string;
  args?: string[];
}

/** Runs the task where nothing but a setting's programs is on the PATH. */
async function open(setting: Setting): Promise<{ code: number; text: string }> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(folder, "bin"));
    for (const [name, text] of Object.entries(setting.programs)) {
      await Deno.writeTextFile(join(folder, "bin", name), text, { mode: 0o755 });
    }
    if (setting.kernel !== undefined) {
      // Deno's own folder sorts before it, so a kernel that is installed anew is the one found.
      await Deno.mkdir(join(folder, "zz"));
      const spec = JSON.stringify({ argv: [setting.kernel] });
      await Deno.writeTextFile(join(folder, "zz", "kernel.json"), spec);
    }
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "-P=notebooks", "scripts/notebooks.ts", ...setting.args ?? []],
      cwd: projectDir,
      env: {
        PATH: join(folder, "bin"),
        XDG_DATA_HOME: join(folder, "share"),
        KERNELS: join(folder, setting.kernels ?? ""),
        NO_COLOR: "1",
      },
    }).output();
    const decoder = new TextDecoder();
    return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test({
  name: "without Jupyter, the task says how to get it",
  ignore,
  async fn() {
    const { code, text } = await open({ programs: {} });
    assertEquals(code, 1);
    assertStringIncludes(text, "no JupyterLab and no Notebook is on the PATH");
    assertStringIncludes(text, "pip install jupyterlab");
  },
});

Deno.test({
  name: "the task installs the kernel where there is none, and opens what is there",
  ignore,
  async fn() {
    for (const installed of ["lab", "notebook"]) {
      const { code, text } = await open({ programs: { jupyter: jupyter(installed) } });
      assertEquals(code, 0, text);
      assertStringIncludes(text, "Installed the Deno kernel");
      assertStringIncludes(text, `opened ${installed} ${join(NOTEBOOKS_DIR, "01_")}`);
    }
  },
});

Deno.test({
  name: "a program of Jupyter's that stands alone on the PATH will do, on the notebook asked for",
  ignore,
  async fn() {
    const programs = {
      "jupyter-notebook": `#!/bin/sh\n[ "$1" = --version ] || echo "opened $*"\n`,
    };
    const { code, text } = await open({ programs, args: ["open", "03"] });
    assertEquals(code, 0, text);
    assertStringIncludes(text, `opened ${join(NOTEBOOKS_DIR, "03_")}`);
  },
});

Deno.test({
  name: "a kernel of this Deno stays; one whose Deno is gone, or older, is replaced",
  ignore,
  async fn() {
    const kernels = [[Deno.execPath(), false], ["/gone/deno", true], ["old", true]] as const;
    for (const [kernel, replaced] of kernels) {
      const programs = { jupyter: jupyter("lab"), old: "#!/bin/sh\necho 'deno 2.1.4 (stable)'\n" };
      const { code, text } = await open({ programs, kernel });
      assertEquals([code, text.includes("Installed the Deno kernel")], [0, replaced], text);
    }
  },
});

Deno.test({
  name: "a kernel that Jupyter does not find where Deno puts it is an error",
  ignore,
  async fn() {
    const { code, text } = await open({
      programs: { jupyter: jupyter("lab") },
      kernels: "elsewhere",
    });
    assertEquals(code, 1);
    assertStringIncludes(text, "Jupyter does not find it");
    assertStringIncludes(text, "JUPYTER_DATA_DIR");
  },
});
