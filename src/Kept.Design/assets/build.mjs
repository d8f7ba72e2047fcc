// Makes kept.css, kept.js, live.js, passkey.js, favicon.svg, the fonts and their licences. Usage: node build.mjs [FOLDER], by default the site's wwwroot.
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "../../Kept.Web/wwwroot"));
const packages = path.join(here, "node_modules");

const fonts = [
  ["source-sans-3", ["latin-ext-wght-normal", "latin-wght-normal", "latin-wght-italic"]],
  ["literata", ["latin-ext-wght-normal", "latin-wght-normal", "latin-wght-italic"]],
];
const shipped = ["@scottish-government/design-system", "@fontsource-variable/source-sans-3", "@fontsource-variable/literata"];

function compile() {
  const { css } = sass.compile(path.join(here, "styles/kept.scss"), {
    style: "compressed",
    loadPaths: [packages],
    quietDeps: true,
  });
  const addresses = [...css.matchAll(/url\(\s*["']?([^)"']*)/g)].map((match) => match[1]);
  const remote = addresses.filter((address) => /^([a-z][a-z0-9+.-]*:)?\/\//i.test(address));
  if (remote.length > 0 || /@import/i.test(css)) {
    throw new Error(`kept.css would ask another host: ${remote.join(", ") || "@import"}. Every address in it must be relative.`);
  }
  return css;
}

async function licences() {
  const texts = [];
  for (const name of shipped) {
    const folder = path.join(packages, name);
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} came without a licence file, and may not be shipped without one.`);
    const { version } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    texts.push(`${name} ${version}\n\n${(await readFile(path.join(folder, file), "utf8")).trim()}\n`);
  }
  return texts.join("\n----\n\n");
}

await rm(path.join(out, "fonts"), { recursive: true, force: true });
await mkdir(path.join(out, "fonts"), { recursive: true });
for (const [family, cuts] of fonts) {
  for (const cut of cuts) {
    const file = `${family}-${cut}.woff2`;
    await copyFile(path.join(packages, "@fontsource-variable", family, "files", file), path.join(out, "fonts", file));
  }
}
await writeFile(path.join(out, "licences.txt"), await licences());
await writeFile(path.join(out, "favicon.svg"), await readFile(path.join(here, "images/favicon.svg")));
for (const script of ["kept.js", "live.js", "passkey.js"]) await copyFile(path.join(here, "script", script), path.join(out, script));
await writeFile(path.join(out, "kept.css"), compile());
