// A form with data-passkey sends what the browser's passkeys answer; without them it stays hidden or says why.
const supported = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials;

async function optionsFor(form) {
  const answer = await fetch(form.dataset.passkeyOptions, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error("no options");
  return answer.json();
}

async function credential(form) {
  const options = await optionsFor(form);
  return form.dataset.passkey === "request"
    ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
}

for (const form of supported ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  const says = form.querySelector("[data-passkey-says]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    says.textContent = "Waiting for your passkey.";
    try {
      form.elements.Credential.value = JSON.stringify(await credential(form));
      form.submit();
    } catch {
      says.textContent = "No passkey was used. You can try again.";
    }
  });
}
