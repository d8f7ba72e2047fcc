// Reads HTML files named in a list (a file of paths, one a line), prints each fault as "path:line:column rule: message", exits 1 if there is any.
import { readFile } from "node:fs/promises";
import { HtmlValidate } from "html-validate";

const checker = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The engine writes void elements and long lines as it likes; neither changes what a reader gets.
    "void-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    // Explicit roles keep a table a table for screen readers where CSS turns its rows into cards.
    "no-redundant-role": "off",
    "prefer-native-element": "off",
    // A group of checkboxes shares its name: that is how a filter says "or".
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Telephone numbers in the footer are help lines set as words.
    "tel-non-breaking": "off",
  },
});

let faults = 0;
for (const path of (await readFile(process.argv[2], "utf8")).split("\n").filter(Boolean)) {
  const report = await checker.validateString(await readFile(path, "utf8"));
  for (const result of report.results)
    for (const message of result.messages) {
      faults++;
      console.log(`${path}:${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
    }
}
process.exit(faults === 0 ? 0 : 1);
