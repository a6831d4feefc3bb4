import { assertEquals, assertRejects } from "@std/assert";
import { lazyService } from "../../lib/local/lazy_service.ts";

Deno.test("a service that could not be loaded is loaded again at the next request", async () => {
  let loads = 0;
  const service = lazyService("AmazonAthena", () => {
    if (++loads === 1) return Promise.reject(new Error("no network"));
    return Promise.resolve({
      target: "AmazonAthena",
      handle: () => Promise.resolve({ loads }),
      close: () => Promise.resolve(),
    });
  });
  await assertRejects(() => service.handle("ListWorkGroups", {}), Error, "no network");
  assertEquals(await service.handle("ListWorkGroups", {}), { loads: 2 });
  assertEquals(await service.handle("ListWorkGroups", {}), { loads: 2 });
  await service.close();
});
