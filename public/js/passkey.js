// Forms for which a passkey is made, or signs. What it is to sign is asked for when the button is pressed: it is soon old.

const isAble = Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON)

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!isAble) continue
  told(form, 'unable').hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (form.reportValidity()) sign(form)
  })
}

async function sign(form) {
  told(form, 'failed').hidden = true
  try {
    form.elements.signed.value = JSON.stringify(await credentialFor(form.dataset))
    form.submit()
  } catch {
    // Called off, run out of time, or known already: browsers do not say which.
    told(form, 'failed').hidden = false
  }
}

async function credentialFor({ passkey, challenge }) {
  const answer = await fetch(challenge, { method: 'POST' })
  const asked = await answer.json()
  const { credentials } = navigator
  if (passkey === 'known')
    return await credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) })
  return await credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
}

function told(form, what) {
  return form.querySelector(`[data-passkey-told=${what}]`)
}
