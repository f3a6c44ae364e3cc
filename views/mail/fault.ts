import { isMessageKey, type Say } from '../say.ts'

/** What a letter ended with, for its organisers: a fault in its words in theirs, a mail server's answer as it came. */
export function answerSaid(say: Say, answer: string | null): string {
  const [mark, text = '', why = '', ...name] = (answer ?? '').split(' ')
  if (mark !== 'words' || !isMessageKey(why)) return answer ?? ''
  const filled = { name: name.join(' '), max: Number(name[0]) }
  return [
    say('letter-texts.fault'),
    say('letter-texts.fault.at', { text: textCalled(say, text) }),
    say(why, filled),
    say('letter-texts.fault.then'),
  ].join(' ')
}

/** Whether it is our words that are at fault, and not the post. */
export function isWordsFault(answer: string | null): boolean {
  return answer?.startsWith('words ') ?? false
}

function textCalled(say: Say, text: string): string {
  const part = `letter-texts.fault.${/subject/.test(text) ? 'subject' : text}`
  return isMessageKey(part) ? say(part) : text.startsWith('letter.') ? say('letter-texts.fault.lead') : text
}
