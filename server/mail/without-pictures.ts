/** The HTML of a letter where the pictures that go with it do not come along. */
export function withoutPictures(letter: string): string {
  return letter.replaceAll(/<img src="cid:[^>]*>/g, '')
}
