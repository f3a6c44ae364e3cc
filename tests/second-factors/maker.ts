import { createPrivateKey } from 'node:crypto'

/** Of an invented maker of security keys: what some of them bring along to say who made them. */
export const maker = {
  key: createPrivateKey({
    key: decoded(
      'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgm8z6tNrfZV6HVYEVWpFcQj5ABXw9ao6DudewNKqHsHahRANCAAT9',
      'lCrVe1nXv888L365arsBo3dhuW4kvqfDn0mk9BZGZ8n/pt3wyUCjhxllCzlBN9DikKjPS+Pwgv7cRuBCfofo',
    ),
    format: 'der',
    type: 'pkcs8',
  }),
  certificate: decoded(
    'MIIBmTCCAT+gAwIBAgIUECOBCtBUDqbQ52VViMSU1evpT/8wCgYIKoZIzj0EAwIwITEfMB0GA1UEAwwWSW52ZW50ZWQgbWFrZXIg',
    'b2Yga2V5czAgFw0yNjExMjcwMTQ4MjBaGA8yMTI2MTEwMzAxNDgyMFowITEfMB0GA1UEAwwWSW52ZW50ZWQgbWFrZXIgb2Yga2V5',
    'czBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP2UKtV7Wde/zzwvfrlquwGjd2G5biS+p8OfSaT0FkZnyf+m3fDJQKOHGWULOUE3',
    '0OKQqM9L4/CC/txG4EJ+h+ijUzBRMB0GA1UdDgQWBBSbLa4JFGetLSYkgSCcRH73Hv2+cDAfBgNVHSMEGDAWgBSbLa4JFGetLSYk',
    'gSCcRH73Hv2+cDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDQEAdklS0h/FBYA22RuBFMAgefC2kdjvSPWEl1',
    '8tsfwAIgG7Ej+MBpdnWGINfMNG6c/8WnBfN+in300MGWG5LgF7c=',
  ),
}

function decoded(...lines: string[]): Buffer {
  return Buffer.from(lines.join(''), 'base64')
}
