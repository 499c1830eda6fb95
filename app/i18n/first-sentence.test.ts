import { expect, test } from 'vitest'
import { firstSentence } from './first-sentence.ts'

test.each([
  ['en', 'It has rules. And more.', 'It has rules.'],
  ['ar', 'هل يكفي هذا؟ لا.', 'هل يكفي هذا؟'],
  ['my', 'အတူပြော၊ အတူစမ်း၊ အတူဆုံးဖြတ်ပါတယ်။ နောက်တစ်ခု။', 'အတူပြော၊ အတူစမ်း၊ အတူဆုံးဖြတ်ပါတယ်။'],
  ['my', 'အတူပြော၊', 'အတူပြော၊'],
  ['sv', '  Bara en  ', 'Bara en'],
  ['en', '', ''],
])('the first sentence in %s of “%s” is “%s”', (lang, text, sentence) => {
  expect(firstSentence(text, lang)).toBe(sentence)
})
