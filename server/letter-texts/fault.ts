/**
 * Why a letter cannot be written as it stands: no later attempt would do better. `text`: the message at fault, or which
 * part of the letter; `why`: a catalogue key, and what fills its placeholder.
 */
export class LetterFault extends Error {
  constructor(text: string, why: string, name = '') {
    super(['words', text, why, name].join(' ').trim())
  }
}
