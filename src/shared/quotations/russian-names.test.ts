import { expect, test } from 'vitest'
import { nominatives } from './russian-names.ts'

test.each([
  ['Анны Ивановой', 'Анна Иванова'],
  ['Ивана Петрова', 'Иван Петров'],
  ['Юлии Толстой', 'Юлия Толстая'],
  ['Сергея Толстого', 'Сергей Толстой'],
  ['Андрея Белого', 'Андрей Белый'],
  ['Игоря Шевченко', 'Игорь Шевченко'],
  ['Ольги Дюма', 'Ольга Дюма'],
  ['Юрия О’Коннелл-Зыкова', 'Юрий О’Коннелл-Зыков'],
  ['Зои Пшеничной', 'Зоя Пшеничная'],
  ['Anna Groß', 'Anna Groß'],
])('%s can be the genitive of %s', (genitive, name) => {
  const all = nominatives(genitive)
  expect(all).toContain(name)
  expect(all.length).toBeLessThanOrEqual(12)
})
